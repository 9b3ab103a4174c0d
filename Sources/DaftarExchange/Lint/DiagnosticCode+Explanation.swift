extension DiagnosticCode {
    /// What `daftar explain CODE` prints: what is meant, why it matters, and what to do.
    public var explanation: String {
        fileExplanation ?? valueExplanation ?? dateExplanation ?? ruleExplanation ?? warningExplanation
            ?? importExplanation ?? rawValue
    }
}
