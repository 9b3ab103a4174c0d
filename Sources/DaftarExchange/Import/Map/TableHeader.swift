/// The row that names a table's columns.
struct TableHeader: Sendable {
    let row: TableRow
    /// As they stand there, without padding.
    let names: [String]
    private let exact: [String: Int]
    private let loose: [String: Int]

    init(_ row: TableRow) {
        self.row = row
        names = row.cells.map { row.text(of: $0).text }
        // Of columns with the same name the first counts; that there are several is reported where one is used.
        exact = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        loose = Dictionary(
            names.enumerated().map { (TableHeader.folded($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The column of this name, be it `Start Date` or `start_date`.
    func index(of name: String) -> Int? {
        exact[name] ?? TableHeader.folded(name).nonEmpty.flatMap { loose[$0] }
    }

    /// The column that was probably meant.
    func nearest(to name: String) -> Int? {
        NearestColumn.of(name, in: names)
    }

    /// Where there is more than one column of this name.
    func others(like index: Int) -> [Int] {
        names.indices.filter { $0 != index && TableHeader.folded(names[$0]) == TableHeader.folded(names[index]) }
    }

    /// Letters and digits alone, in lower case.
    static func folded(_ name: String) -> String {
        name.lowercased().filter { $0.isLetter || $0.isNumber }
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
