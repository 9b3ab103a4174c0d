/// Collects what is wrong with a file while it is read; nothing stops at the first.
struct Findings: Sendable {
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    private(set) lazy var lines = SourceLines(file)
    /// How many errors and warnings there are, kept or not.
    private(set) var errorCount = 0, warningCount = 0
    /// So many are kept.
    private let kept: Int

    /// - Parameter kept: fewer than `limit` where enough is known of other events already.
    init(_ file: SourceFile, keeping kept: Int = Findings.limit) {
        (self.file, self.kept) = (file, min(kept, Findings.limit))
    }

    /// True where nothing was found that forbids signing.
    var isSound: Bool { errorCount == 0 }

    /// Adds a diagnostic for what begins at `place`; or, where `exact`, for just that much of the line.
    mutating func add(
        _ code: DiagnosticCode, _ message: String, at place: SourcePlace, exact: Bool = false, label: String? = nil,
        hint: String? = nil
    ) {
        switch code.severity {
        case .error: errorCount += 1
        case .warning: warningCount += 1
        }
        guard !isFull else { return }
        let cell = place.cell, place = exact ? place : lines.widened(place)
        diagnostics.append(
            Diagnostic(
                path: file.path, line: place.line, column: place.column, length: place.length, code: code,
                message: message, label: label, hint: hint, cell: cell, sourceLine: lines[place.line]))
    }

    /// What was found, in the order of the file.
    var inOrder: [Diagnostic] { diagnostics.sorted(by: Diagnostic.isBefore) }

    /// True where no more is taken in, so that nobody needs to look for the nearest word any longer.
    var isFull: Bool { diagnostics.count >= kept }

    /// As many as anybody reads; a file of nothing but mistakes is not worth one for each of them.
    static let limit = 200
}
