// Several things in one row, whose cells hold lists that belong together.
extension RowMaker {
    /// What one column says about each of them.
    private struct Column {
        let field: Field
        /// The same for each.
        var same: SourceNode?
        /// One for each; nil where its place is empty.
        var pieces: [SourceNode?] = []
        /// Where the pieces stand.
        var place: SourcePlace?
    }

    /// Things of which each cell holds several: `A; B` and `x; y` are A with x, and B with y.
    mutating func each(_ separator: String, _ plan: ThingPlan, _ field: Field) -> SourceNode? {
        let columns = plan.members.map { column($0.plan, $0.field, separator) }
        guard let longest = columns.max(by: { $0.pieces.count < $1.pieces.count }), let place = longest.place else {
            return nil
        }
        let count = longest.pieces.count
        for column in columns {
            guard let place = column.place, column.pieces.count != count else { continue }
            findings.add(
                .listUneven,
                "not as many in this cell as where `\(longest.field.name)` comes from", at: place,
                label: "\(column.pieces.count) here, \(count) there",
                hint: "an empty place still has its separator: A; ; C")
        }
        let things = (0..<count).map { position in
            var members = columns.compactMap { column -> SourceNode.Member? in
                let node = column.same ?? (position < column.pieces.count ? column.pieces[position] : nil)
                return node.map { SourceNode.Member(key: column.field.name, keyPlace: $0.place, value: $0) }
            }
            name(&members, position, field)
            return SourceNode(content: .map(members), place: place)
        }
        return SourceNode(content: .list(things), place: place)
    }

    private mutating func column(_ plan: ColumnPlan, _ field: Field, _ separator: String) -> Column {
        var column = Column(field: field)
        // What comes of no cell of this row is the same for each of the things.
        guard plan.standsIn(row), case .cell(let plan) = plan else {
            column.same = node(plan, field)
            return column
        }
        guard let (node, plan) = whole(plan, field), let text = node.scalar else { return column }
        column.place = node.place
        column.pieces = RowMaker.split(text, separator).map { piece in
            piece.isEmpty ? nil : spelt(node.saying(piece), plan, field)
        }
        return column
    }

    /// A cell before it is taken apart, and what is left to do with each of its pieces.
    private mutating func whole(_ plan: CellPlan, _ field: Field) -> (SourceNode, CellPlan)? {
        guard case .column(let name) = plan.origin, let node = cell(name), let text = node.scalar else {
            // Another column stands in for it.
            for other in plan.otherwise { if let found = whole(other, field) { return found } }
            return value(plan, field).map { ($0, CellPlan(origin: .value(""))) }
        }
        guard plan.spelling == .guarded else { return (node, plan) }
        // The apostrophe was put before the cell, not before each piece.
        var rest = plan
        rest.spelling = .plain
        return (node.saying(CSVCell.text(of: text)), rest)
    }
}
