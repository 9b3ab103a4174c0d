/// Something that is wrong with a file, or may be, at one place of it.
///
/// ```
/// huawei.yaml:31:11: error[word-unknown] no role `signatary`
///  31 |     role: signatary
///     |           ^^^^^^^^^ did you mean `signatory`?
/// ```
public struct Diagnostic: Hashable, Sendable {
    public enum Severity: String, Hashable, Sendable, CaseIterable { case error, warning }

    public let path: String
    /// From 1.
    public let line: Int
    /// In characters, from 1.
    public let column: Int
    /// How many characters of the line are meant; at least 1.
    public let length: Int
    public let code: DiagnosticCode
    /// One line, no full stop.
    public let message: String
    /// A few words behind the carets.
    public let label: String?
    /// What to do, as a line of its own.
    public let hint: String?
    /// The cell of a table's row that it is about.
    var cell: Int?
    /// What else is to be known of it: how often, in which column.
    var notes: [String] = []
    /// The line itself, as it stands in the file.
    public let sourceLine: String

    public var severity: Severity { code.severity }
}

extension Diagnostic {
    /// Orders by place, the way a person goes through a file.
    static func isBefore(_ x: Diagnostic, _ y: Diagnostic) -> Bool {
        if x.path != y.path { return x.path.utf8.lexicographicallyPrecedes(y.path.utf8) }
        return (x.line, x.column, x.code.rawValue) < (y.line, y.column, y.code.rawValue)
    }
}
