/// A column of a plain table.
public struct PlainColumn: Sendable {
    /// What stands in its cells.
    public enum Form: Sendable {
        case text
        /// A whole number, 0 or more.
        case number
        /// A day of the calendar, `2023-12-01`.
        case day
        /// `yes` or `no`.
        case flag
        /// Several texts, separated by `; `.
        case list
    }

    public let name: String
    public let form: Form
    /// What it says, in a sentence without its full stop.
    public let meaning: String
    /// The words that are expected there. A ledger may hold others: they are enforced when writing only.
    public let vocabulary: Vocabulary?
    /// No row leaves it empty.
    public let isRequired: Bool

    init(
        _ name: String, _ meaning: String, _ form: Form = .text, of vocabulary: Vocabulary? = nil,
        isRequired: Bool = false
    ) {
        (self.name, self.meaning, self.form) = (name, meaning, form)
        (self.vocabulary, self.isRequired) = (vocabulary, isRequired)
    }
}
