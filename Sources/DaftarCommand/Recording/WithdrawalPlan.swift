import Daftar
import DaftarStore

/// What a withdrawal takes out, and where else the same still stands.
struct WithdrawalPlan {
    /// Parts of one entry.
    struct Item {
        let entry: Int
        let statement: Hash
        var parts: [SignedPart]

        /// `entry 4: actors.2, title`
        var words: String { "entry \(entry): \(parts.map(\.path).joined(separator: ", "))" }
        /// As the command line names them.
        var arguments: String { "\(entry) " + parts.map(\.path).joined(separator: " ") }
    }

    let named: Item
    /// Other parts of the same event, in all its versions, that hold the same value.
    let elsewhere: [Item]
    /// Other events in which the same words occur: never touched, only told.
    let otherEvents: [Int]

    init(_ entry: Int, _ paths: [String], _ open: OpenLedger) throws(Failure) {
        let parts = try WithdrawalPlan.parts(entry, open)
        var chosen: [SignedPart] = []
        for path in paths {
            let part = try WithdrawalPlan.part(path, parts)
            if !chosen.contains(part) { chosen.append(part) }
        }
        named = Item(entry: entry, statement: parts.statement.hash, parts: chosen)
        let traces = Traces(chosen)
        let versions = try open.ask { ledger throws(StoreError) in try ledger.versions(ofEntry: entry) }
        var elsewhere: [Item] = []
        for version in versions {
            let parts = try WithdrawalPlan.parts(version, open)
            let same = parts.parts.filter { traces.isIn($0) && !(version == entry && chosen.contains($0)) }
            if !same.isEmpty { elsewhere.append(Item(entry: version, statement: parts.statement.hash, parts: same)) }
        }
        self.elsewhere = elsewhere
        otherEvents = try WithdrawalPlan.events(with: traces, open).filter { !versions.contains($0) }
    }

    /// One statement for each entry, in order; what is taken elsewhere goes with it.
    func items(everywhere: Bool) -> [Item] {
        guard everywhere else { return [named] }
        var items = elsewhere
        if let own = items.firstIndex(where: { $0.entry == named.entry }) {
            items[own].parts = named.parts + items[own].parts
            return items
        }
        return (items + [named]).sorted { $0.entry < $1.entry }
    }

    // MARK: Steps

    private static func parts(_ entry: Int, _ open: OpenLedger) throws(Failure) -> EntryParts {
        guard let parts = try open.ask({ ledger throws(StoreError) in try ledger.parts(ofEntry: entry) }) else {
            throw Failure("\(entry): there is no such entry")
        }
        return parts
    }

    /// The part that a path names: one that is there, and was not taken out before.
    private static func part(_ path: String, _ parts: EntryParts) throws(Failure) -> SignedPart {
        guard let part = parts.parts.first(where: { $0.path == path }) else {
            let hint = "daftar show \(parts.entry) --fields lists its parts"
            if parts.parts.isEmpty { throw Failure("entry \(parts.entry) has no content that could be withdrawn") }
            throw Failure("entry \(parts.entry) has no part \(path)", hint: hint)
        }
        if let entry = parts.withdrawnBy[part.digest] {
            throw Failure(
                "\(path) of entry \(parts.entry) is withdrawn already, by entry \(entry); nothing was appended",
                hint: "daftar show \(parts.entry) --fields lists what is still shown")
        }
        return part
    }

    /// The first few events in which one of the texts occurs, its words together.
    private static func events(with traces: Traces, _ open: OpenLedger) throws(Failure) -> [Int] {
        var found: Set<Int> = []
        for text in traces.texts.sorted().prefix(16) where text.count < 200 {
            var filter = EventFilter()
            filter.words = "\"\(text)\""
            let events = try open.ask { ledger throws(StoreError) in try ledger.events(filter, EventWindow(limit: 20)) }
            found.formUnion(events.map(\.index))
        }
        return found.sorted()
    }
}
