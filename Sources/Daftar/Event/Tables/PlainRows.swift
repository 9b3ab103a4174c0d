/// Rows of a plain table while they are made: all cells in one buffer, so that a million rows take no million allocations.
///
/// ```
/// bytes   12  8fGq…=  0  beg-sabur  Beg Sabur
/// ends     2      46 47         56         65
/// ```
public struct PlainRows: Sendable {
    /// What a cell holds.
    public enum Form: UInt8, Sendable {
        case none
        /// Text that came from a ledger: it may be anything.
        case text
        /// Text of ours, such as a hash or a day.
        case plain
        case number, flag
    }

    /// All cells' texts, one after the other.
    public private(set) var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var forms: [Form] = []
    private var starts: [Int] = []
    private var numbers: [Int?] = []
    /// The date that was read last: events come by date, so it is often the next one's too.
    private var date: DateCells?

    public init() {}

    public var count: Int { starts.count }

    /// The cells of a row.
    public func cells(of row: Int) -> Range<Int> {
        starts[row]..<(row + 1 < starts.count ? starts[row + 1] : ends.count)
    }

    /// The place of a row's element in its list; nil for an event.
    public func number(of row: Int) -> Int? { numbers[row] }

    /// Where a cell's text stands in ``bytes``.
    public func text(of cell: Int) -> Range<Int> { (cell > 0 ? ends[cell - 1] : 0)..<ends[cell] }

    public func form(of cell: Int) -> Form { forms[cell] }

    /// Forgets all rows, and keeps their room.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        forms.removeAll(keepingCapacity: true)
        starts.removeAll(keepingCapacity: true)
        numbers.removeAll(keepingCapacity: true)
    }

    // MARK: Cells

    mutating func begin(_ number: Int? = nil) {
        starts.append(ends.count)
        numbers.append(number)
    }

    mutating func none(_ count: Int = 1) { for _ in 0..<count { end(.none) } }

    /// Empty text is none.
    mutating func text(_ text: String?) {
        guard let text, !text.isEmpty else { return end(.none) }
        bytes.append(contentsOf: text.utf8)
        end(.text)
    }

    mutating func number(_ number: Int?) {
        guard let number, number >= 0 else { return end(.none) }
        PlainRows.append(number, to: &bytes)
        end(.number)
    }

    mutating func flag(_ flag: Bool) {
        bytes.append(contentsOf: (flag ? "yes" : "no").utf8)
        end(.flag)
    }

    mutating func hash(_ hash: Hash?) {
        guard let hash else { return end(.none) }
        Base64.append(hash.bytes.span, to: &bytes)
        end(.plain)
    }

    mutating func list(_ texts: [String]) {
        let start = bytes.count
        for (i, text) in texts.enumerated() {
            if i > 0 { bytes.append(contentsOf: "; ".utf8) }
            bytes.append(contentsOf: text.utf8)
        }
        end(bytes.count > start ? .text : .none)
    }

    mutating func list(_ numbers: [Int]) { list(numbers.isEmpty ? [] : numbers.map(String.init)) }

    /// Text of ours.
    mutating func plain(_ text: String?) {
        guard let text, !text.isEmpty else { return end(.none) }
        bytes.append(contentsOf: text.utf8)
        end(.plain)
    }

    /// Text by language: what a reader of English is shown, and the language that it is in.
    mutating func localized(_ text: LocalizedText?) {
        let best = text?.best()
        self.text(best?.text)
        self.text(best?.language)
    }

    /// `2023-12`, `2023-12-01`, `2023-12-31`, `December 2023`
    mutating func date(_ value: JSONValue?) {
        if date == nil || date?.text != value?.string { date = ReadDate(value).map(DateCells.init) }
        let cells = value == nil ? nil : date
        text(cells?.text)
        plain(cells?.min)
        plain(cells?.max)
        text(cells?.words)
    }

    private mutating func end(_ form: Form) {
        ends.append(bytes.count)
        forms.append(form)
    }

    /// Appends the digits of a number that is not negative.
    static func append(_ number: Int, to bytes: inout [UInt8]) {
        if number >= 10 { append(number / 10, to: &bytes) }
        bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
    }
}
