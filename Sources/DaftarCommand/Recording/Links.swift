import Daftar
import DaftarExchange
import DaftarStore

/// What the relations of a batch lead to: first among the files given, then in the ledger, and never in a circle.
struct Links: Sendable {
    enum End: Hashable, Sendable {
        /// A statement of the same batch, by its position.
        case item(Int)
        /// In the ledger, or known by its whole hash only.
        case statement(Hash, entry: Int?)
    }

    /// For each item the ends of its relations, in order. Most have none.
    private(set) var ends: [Int: [End]] = [:]
    /// The order in which the batch can be appended.
    private(set) var order: [Int] = []
    /// Items that others refer to.
    private(set) var referred: Set<Int> = []

    /// - Parameter ledger: nil where only a checkpoint is at hand.
    init(_ batch: Batch, in ledger: Ledger?) throws(Failure) {
        let slugs = try Links.slugs(batch), statements = Links.statements(batch)
        for (position, item) in batch.items.enumerated() where !item.relations.isEmpty {
            ends[position] = try item.relations.map { relation throws(Failure) in
                try Links.end(of: relation, item, slugs, statements, ledger)
            }
        }
        for end in ends.values.joined() { if case .item(let position) = end { referred.insert(position) } }
        if ends.isEmpty, !batch.items.contains(where: { $0.statement != nil }) {
            order = Array(batch.items.indices)
        } else {
            var linkOrder = LinkOrder(batch, ends)
            order = try linkOrder.order()
        }
    }

    /// The statement hashes that the relations of an item lead to, in order.
    ///
    /// - Parameter signed: the hashes of those of the batch that are signed already.
    func targets(of position: Int, named name: String, _ signed: [Int: Hash]) throws(Failure) -> [Hash] {
        try (ends[position] ?? []).map { end throws(Failure) in
            switch end {
            case .statement(let hash, _): return hash
            case .item(let other):
                guard let hash = signed[other] else {
                    throw Failure("\(name): what it refers to is not signed yet")
                }
                return hash
            }
        }
    }

    /// The number of an end for a person: `3`, or the slug of what is appended with it.
    func name(_ end: End, in batch: Batch) -> String {
        switch end {
        case .item(let position): batch.items[position].slug ?? batch.items[position].name
        case .statement(let hash, let entry): entry.map(String.init) ?? hash.base64.middleCut(8, 0)
        }
    }

    // MARK: Looking up

    /// A slug is used once.
    private static func slugs(_ batch: Batch) throws(Failure) -> [String: Int] {
        var slugs: [String: Int] = [:]
        for (position, item) in batch.items.enumerated() {
            guard let slug = item.slug else { continue }
            if let other = slugs.updateValue(position, forKey: slug) {
                throw Failure(
                    "\(item.name): the slug \(slug) is also that of \(batch.items[other].name)",
                    hint: "each event has a slug of its own")
            }
        }
        // What comes out of another ledger refers to others by what they were there.
        for (position, item) in batch.items.enumerated() { item.formerly.map { slugs[$0] = position } }
        return slugs
    }

    /// What was signed before, by its hash: of a batch of events there is none to look through.
    private static func statements(_ batch: Batch) -> [(position: Int, hash: String)] {
        batch.items.enumerated().compactMap { position, item in item.statement.map { (position, $0.hash.base64) } }
    }

    private static func end(
        of relation: RelationDraft, _ item: Batch.Item, _ slugs: [String: Int],
        _ statements: [(position: Int, hash: String)], _ ledger: Ledger?
    ) throws(Failure) -> End {
        let to = relation.to
        if let position = slugs[to] { return .item(position) }
        if to.utf8.count >= 8, let found = statements.first(where: { $0.hash.hasPrefix(to) }) {
            return .item(found.position)
        }
        return try end(of: relation, in: ledger, path: item.event?.path ?? item.name)
    }

    /// What a relation leads to outside of the files at hand.
    static func end(of relation: RelationDraft, in ledger: Ledger?, path: String) throws(Failure) -> End {
        do throws(StoreError) {
            if let ledger, let entry = try ledger.entry(named: relation.to),
                let bytes = try ledger.bytes(ofEntry: entry), let statement = Statement.inEntry(bytes)?.statement
            {
                return .statement(statement.hash, entry: entry)
            }
        } catch { throw Failure(error) }
        if ledger == nil, let hash = Hash(base64: relation.to) { return .statement(hash, entry: nil) }
        throw Failure(
            "\(path):\(relation.line):\(relation.column): `\(relation.relation)` leads to `\(relation.to)`, which is neither among these files nor in the ledger",
            hint: ledger == nil
                ? "without the ledger only a whole statement hash will do"
                : "write its slug, its number (#12) or its hash")
    }
}

/// Puts what is referred to before what refers to it, and otherwise changes nothing.
private struct LinkOrder {
    private enum Mark { case open, done }

    private let batch: Batch
    private let ends: [Int: [Links.End]]
    private var marks: [Int: Mark] = [:]
    private var found: [Int] = []

    init(_ batch: Batch, _ ends: [Int: [Links.End]]) { (self.batch, self.ends) = (batch, ends) }

    /// Statements that were signed before come first, each by what it had seen; releases last.
    mutating func order() throws(Failure) -> [Int] {
        let positions = batch.items.indices.sorted { x, y in rank(x) < rank(y) }
        for position in positions { try visit(position) }
        return found
    }

    private func rank(_ position: Int) -> (Int, Int, Int) {
        guard let statement = batch.items[position].statement else { return (1, 0, position) }
        return (statement.type == .release ? 2 : 0, statement.seen.size, position)
    }

    /// Depth first, with a stack of its own: a chain of relations may be long.
    private mutating func visit(_ first: Int) throws(Failure) {
        var stack = [(position: first, next: 0)]
        while let (position, next) = stack.last {
            if marks[position] == .done {
                stack.removeLast()
                continue
            }
            marks[position] = .open
            let inner = (ends[position] ?? []).compactMap { if case .item(let other) = $0 { other } else { nil } }
            guard next < inner.count else {
                marks[position] = .done
                found.append(position)
                stack.removeLast()
                continue
            }
            stack[stack.count - 1].next += 1
            if marks[inner[next]] == .open { throw circle(stack.map(\.position), inner[next]) }
            if marks[inner[next]] == nil { stack.append((inner[next], 0)) }
        }
    }

    private func circle(_ path: [Int], _ start: Int) -> Failure {
        let names = path.drop { $0 != start }.map { batch.items[$0].name } + [batch.items[start].name]
        return Failure(
            "the relations go in a circle: \(names.joined(separator: " → "))",
            hint: "an event refers to what was signed before it: leave one direction out, daftar show tells both")
    }
}
