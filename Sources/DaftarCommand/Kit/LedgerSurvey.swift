import Daftar

/// What has to be known of all entries before a part of a ledger can be packed: who may sign, and what is about what.
struct LedgerSurvey {
    /// The keys that the charter and grants admitted, in order.
    private(set) var keys: [VerifierKey] = []
    /// What an entry is about, by entry.
    private(set) var about: [Int: Int] = [:]
    private(set) var withdrawn: [Int: Set<Hash>] = [:]
    private(set) var control: Set<Int> = []
    private var entries: [Hash: Int] = [:]

    /// Reads a ledger that was verified.
    init(_ tree: TileTree, origin: Origin) throws(Failure) {
        do {
            try tree.forEachEntry { index, bytes in
                guard let statement = Statement.inEntry(bytes)?.statement else { return }
                add(statement, index, origin)
            }
        } catch let error as LedgerReadError { throw Failure(error) } catch { throw Failure("\(error)") }
    }

    private mutating func add(_ statement: Statement, _ index: Int, _ origin: Origin) {
        entries[statement.hash] = index
        if let target = statement.about.flatMap({ entries[$0] }) { about[index] = target }
        guard statement.type.isControl else { return }
        control.insert(index)
        guard let body = try? CanonicalJSON.parse(statement.body),
            let control = try? ControlBody(type: statement.type, body, origin: origin)
        else { return }
        switch control {
        case .charter(let charter): keys += charter.keys.map(\.vkey)
        case .grant(let key, _): keys.append(key)
        case .withdrawal(let of, let digests):
            if let entry = entries[of] { withdrawn[entry, default: []].formUnion(digests) }
        case .revoke, .release, .amendment: break
        }
    }

    /// Entries and all that belongs to them: a correction without what it corrects, or an event without the dispute about
    /// it, would mislead.
    func completed(_ chosen: Set<Int>) -> Set<Int> {
        var all = chosen
        for entry in chosen {
            var next = about[entry]
            while let target = next, all.insert(target).inserted { next = about[target] }
        }
        // What is about an entry comes after it, so one pass in order finds it all.
        for (entry, target) in about.sorted(by: { $0.key < $1.key }) where all.contains(target) { all.insert(entry) }
        return all.subtracting(control)
    }
}
