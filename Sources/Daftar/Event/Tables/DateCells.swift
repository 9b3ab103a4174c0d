/// What a date says in a table. Events come by date, so many that follow each other have the same one: it is read once.
public struct DateCells: Sendable {
    /// The author's characters.
    public let text: String
    /// The first and the last day that it can mean; nil where it is open or not understood.
    public let min: String?
    public let max: String?
    public let words: String

    public init(_ date: ReadDate) {
        let bounds = date.edtf?.bounds
        (text, words) = (date.text, date.words)
        (min, max) = (bounds?.min?.text, bounds?.max?.text)
    }

    /// The cells of an event's date, taken from those of the event before where they are the same.
    public static func of(_ event: RecordedEvent, after last: DateCells?) -> DateCells? {
        if let last, event.dateText == last.text { return last }
        return event.content.date.map(DateCells.init)
    }
}
