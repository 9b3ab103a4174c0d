import Daftar

/// Makes the tree of an event from the cells of a row, as the readers of YAML and JSON make theirs.
struct RowMaker {
    let row: TableRow
    private let columns: BoundMap
    var findings: Findings
    /// Fields whose cells can't be read, which was said.
    private(set) var refused: Set<String> = []

    init(_ row: TableRow, _ columns: BoundMap, _ findings: Findings) {
        (self.row, self.columns, self.findings) = (row, columns, findings)
    }

    mutating func event() -> SourceNode {
        for (index, why) in columns.refusals where index < row.cells.count && !row.isEmpty(row.cells[index]) {
            findings.add(.rowRefused, why, at: row.cells[index].place)
        }
        let members = columns.plans.compactMap { field, plan -> SourceNode.Member? in
            let errors = findings.errorCount
            var value = node(plan, field)
            if findings.errorCount > errors {
                refused.insert(field.name)
            } else if value == nil, field.need == .required {
                value = emptyCell(plan)
            }
            return value.map { SourceNode.Member(key: field.name, keyPlace: $0.place, value: $0) }
        }
        return SourceNode(content: .map(members), place: start)
    }

    /// Where the row begins.
    var start: SourcePlace {
        SourcePlace(line: row.record.line, column: 1, length: row.cells.first?.place.length ?? 1)
    }

    /// What must be there and isn't is reported where it should stand.
    private func emptyCell(_ plan: ColumnPlan) -> SourceNode? {
        var copy = plan, index: Int?
        switch plan {
        case .cell, .words, .texts: copy.forEachColumn { index = index ?? $0.index }
        default: return nil
        }
        guard let index, row.cells.indices.contains(index) else { return nil }
        return SourceNode(content: .scalar("", .plain), place: row.cells[index].place)
    }

    // MARK: Plans

    /// Nil where all cells are empty.
    mutating func node(_ plan: ColumnPlan, _ field: Field) -> SourceNode? {
        switch plan {
        case .cell(let plan): return value(plan, field)
        case .words(let plans): return words(plans, field)
        case .texts(let texts): return self.texts(texts, field)
        case .thing(let thing): return self.thing(thing, at: nil, of: field)
        case .things(let things):
            let made = things.enumerated().compactMap { self.thing($1, at: $0, of: field) }
            return made.first.map { SourceNode(content: .list(made), place: $0.place) }
        case .each(let separator, let thing): return each(separator, thing, field)
        case .fixed(let node): return node.moved(to: start)
        }
    }

    private mutating func words(_ plans: [CellPlan], _ field: Field) -> SourceNode? {
        var all: [SourceNode] = []
        for plan in plans {
            guard let node = value(plan, field) else { continue }
            // The same country in two columns is one place.
            for node in node.list ?? [node] where !all.contains(where: { $0.scalar == node.scalar }) {
                all.append(node)
            }
        }
        return all.first.map { SourceNode(content: .list(all), place: $0.place) }
    }

    private mutating func texts(_ texts: [(language: String, plan: CellPlan)], _ field: Field) -> SourceNode? {
        let members = texts.compactMap { language, plan in
            value(plan, field).map { SourceNode.Member(key: language, keyPlace: $0.place, value: $0) }
        }
        return members.first.map { SourceNode(content: .map(members), place: $0.keyPlace) }
    }

    /// - Parameter position: which of a list it is, from 0; nil for the one thing of a field.
    private mutating func thing(_ plan: ThingPlan, at position: Int?, of field: Field) -> SourceNode? {
        var members: [SourceNode.Member] = [], hasCell = false
        for (field, plan) in plan.members {
            guard let node = node(plan, field) else { continue }
            if plan.standsIn(row) { hasCell = true }
            members.append(SourceNode.Member(key: field.name, keyPlace: node.place, value: node))
        }
        guard hasCell else { return nil }
        if let position { name(&members, position, field) }
        return SourceNode(content: .map(members), place: members.first?.keyPlace ?? start)
    }

    /// A thing that needs a handle, and has none in the table, is numbered.
    func name(_ members: inout [SourceNode.Member], _ position: Int, _ field: Field) {
        guard case .list(let fields) = field.shape, fields["id"]?.need == .required,
            !members.contains(where: { $0.key == "id" })
        else { return }
        let handle = "\(field.name.prefix(1))\(position + 1)", place = members.first?.keyPlace ?? start
        let node = SourceNode(content: .scalar(handle, .block), place: place)
        members.insert(SourceNode.Member(key: "id", keyPlace: place, value: node), at: 0)
    }

    static func split(_ text: String, _ separator: String) -> [String] {
        text.split(separator: separator, omittingEmptySubsequences: false).map { String($0).unpadded }
    }
}

extension ColumnPlan {
    /// True where one of its columns has something in this row.
    func standsIn(_ row: TableRow) -> Bool {
        var copy = self, found = false
        copy.forEachColumn { column in
            guard let index = column.index, index < row.cells.count else { return }
            if !row.isEmpty(row.cells[index]) { found = true }
        }
        return found
    }
}

extension SourceNode {
    /// The same, as if it stood at `place` alone.
    func moved(to place: SourcePlace) -> SourceNode {
        switch content {
        case .scalar(let text, _): SourceNode(content: .scalar(text, .block), place: place)
        case .list(let elements):
            SourceNode(content: .list(elements.map { $0.moved(to: place) }), place: place)
        case .map(let members):
            SourceNode(
                content: .map(members.map { Member(key: $0.key, keyPlace: place, value: $0.value.moved(to: place)) }),
                place: place)
        }
    }
}
