extension Diagnostic {
    /// Something that is wrong with an event only beside others, found after its file was read.
    ///
    /// - Parameter sourceLine: the line itself; empty where it is not at hand.
    public init(
        _ code: DiagnosticCode, _ message: String, path: String, line: Int, column: Int = 1, sourceLine: String,
        label: String? = nil, hint: String? = nil
    ) {
        self.init(
            path: path, line: line, column: column, length: 1, code: code, message: message, label: label, hint: hint,
            sourceLine: sourceLine)
    }
}
