extension Session {
    /// Asks where somebody is at a terminal; without a terminal there is no question.
    func confirm(_ question: String, yes: Bool) throws(Exit) -> Bool {
        out.flush()
        err.flush()
        guard !yes, let person else { return true }
        let answer = try person.answer("\(question.cleaned) [y/N] ") ?? ""
        return ["y", "yes"].contains(answer.lowercased().filter { !$0.isWhitespace })
    }
}
