import Daftar

/// What a date says in an export. Events come by date, so many that follow each other have the same one: it is read once.
struct DateCells {
    let text: String
    let min: String?
    let max: String?
    let words: String

    init(_ date: ReadDate) {
        let bounds = date.edtf?.bounds
        (text, words) = (date.text, date.words)
        (min, max) = (bounds?.min?.text, bounds?.max?.text)
    }

    /// The cells of an event's date, taken from those of the event before where they are the same.
    static func of(_ content: EventContent, after last: DateCells?) -> DateCells? {
        if let last, content.fields["date"]?.string == last.text { return last }
        return content.date.map(DateCells.init)
    }
}
