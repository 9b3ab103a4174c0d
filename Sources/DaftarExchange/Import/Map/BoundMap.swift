import Daftar

/// A column map and the table that it was laid upon: which column is which field.
struct BoundMap: Sendable {
    let map: ColumnMap
    let header: TableHeader
    private(set) var plans: [(field: Field, plan: ColumnPlan)]
    private(set) var skips: [(index: Int, words: [String])] = []
    /// Columns in which nothing may stand, and why.
    private(set) var refusals: [(index: Int, why: String)] = []
    /// Columns of the table that nothing is made of, and that the map doesn't name as such.
    private(set) var unmapped: [Int] = []
    /// Fields that no row can have: said once, not for each.
    private(set) var missing: Set<String> = []

    /// - Parameter findings: what is wrong with the header is added to it.
    init(_ map: ColumnMap, _ header: TableHeader, _ findings: inout Findings) {
        (self.map, self.header, plans) = (map, header, map.plans)
        var used: Set<Int> = []
        for i in plans.indices { bind(&plans[i].plan, plans[i].field, &used, &findings) }
        for (column, words) in map.skips {
            guard let index = header.index(of: column.name) else { continue }
            skips.append((index, words))
            used.insert(index)
        }
        for (column, why) in map.refusals {
            guard let index = header.index(of: column.name) else { continue }
            refusals.append((index, why))
            used.insert(index)
        }
        checkUsed(used, &findings)
        checkRequired(&findings)
        let ignored = Set(map.ignored.compactMap { header.index(of: $0) })
        unmapped = header.names.indices.filter { !used.contains($0) && !ignored.contains($0) }
    }

    private func bind(_ plan: inout ColumnPlan, _ field: Field, _ used: inout Set<Int>, _ findings: inout Findings) {
        var absent: [ColumnName] = []
        plan.forEachColumn { column in
            column.index = header.index(of: column.name)
            if let index = column.index { used.insert(index) } else { absent.append(column) }
        }
        // A map that comes with the program names all that such a sheet may have.
        if plan.canGive, map.isBuiltIn { return }
        for column in absent { report(column, field, mustBeThere: !plan.canGive && field.need == .required, &findings) }
    }

    private func report(_ column: ColumnName, _ field: Field, mustBeThere: Bool, _ findings: inout Findings) {
        if map.isBuiltIn, !mustBeThere { return }
        let nearest = header.nearest(to: column.name)
        let place = nearest.map { header.row.cells[$0].place } ?? header.place
        findings.add(
            mustBeThere ? .columnMissing : .columnAbsent,
            "there is no column `\(column.name.shortened)`, which `\(field.name)` comes from", at: place,
            label: nearest.map { "is it `\(header.names[$0].shortened)`?" } ?? (mustBeThere ? field.about : nil),
            hint: mustBeThere ? "for all rows: --set \(field.name)=…" : nil)
    }

    /// A name that two columns have says nothing.
    private func checkUsed(_ used: Set<Int>, _ findings: inout Findings) {
        for index in used.sorted() {
            for other in header.others(like: index) {
                findings.add(
                    .columnTwice, "two columns are called `\(header.names[other].shortened)`",
                    at: header.row.cells[other].place, label: "the other is column \(index + 1)")
            }
        }
    }

    private mutating func checkRequired(_ findings: inout Findings) {
        for field in EventFields.all where field.need == .required {
            let plan = plans.first { $0.field.name == field.name }?.plan
            if plan?.canGive == true { continue }
            missing.insert(field.name)
            // Which column is not there was said.
            if plan != nil, findings.errorCount > 0 { continue }
            findings.add(
                .keyMissing, "nothing in this table gives `\(field.name)`", at: header.place, label: field.about,
                hint: "for all rows: --set \(field.name)=…; or a column of the map --map FILE")
        }
    }
}

extension TableHeader {
    /// Where something is said of the header as a whole.
    var place: SourcePlace {
        SourcePlace(line: row.record.line, column: 1, length: row.cells.first?.place.length ?? 1)
    }
}
