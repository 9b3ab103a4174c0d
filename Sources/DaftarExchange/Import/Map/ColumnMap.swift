/// Says which column of a table becomes which field of an event.
///
/// ```yaml
/// map: our-sheet
/// columns:
///   title: Headline
///   date: {column: Date, form: D/M/Y}
///   places: {column: Country, words: {Tajikistan: TJ}}
///   sources:
///     - {url: Link, publisher: Outlet, type: {value: news-report}}
/// fixed:
///   language: en
///   kind: disruption/site-block
///   sensitivity: TLP:CLEAR
/// ```
public struct ColumnMap: Sendable {
    public internal(set) var name = ""
    /// A line on what it is for.
    public internal(set) var about = ""
    /// What whoever uses it should know; empty for most.
    public internal(set) var note = ""
    /// Nobody has yet held it against a sheet of that kind.
    public internal(set) var isUnverified = false
    /// It comes with the program.
    public internal(set) var isBuiltIn = false
    /// Columns by which a table is known to be of this kind.
    var signature: [String] = []
    /// What separates cells, where that is not to be guessed.
    var delimiter: UInt8?
    var plans: [(field: Field, plan: ColumnPlan)] = []
    /// Columns that are left out on purpose.
    var ignored: [String] = []
    /// Rows that are passed over: those with one of these words in that column.
    var skips: [(column: ColumnName, words: [String])] = []

    /// Reads a map from YAML.
    ///
    /// - Returns: nil, and diagnostics, where it can't be used.
    public static func read(_ bytes: [UInt8], path: String) -> (map: ColumnMap?, diagnostics: [Diagnostic]) {
        MapReader.read(bytes, path: path)
    }

    /// Rows that can't be taken: those that hold something in that column, and why.
    var refusals: [(column: ColumnName, why: String)] = []

    /// Makes `value` what the field is in every row.
    mutating func set(_ field: Field, _ plan: ColumnPlan) {
        plans.removeAll { $0.field.name == field.name }
        plans.append((field, plan))
    }
}
