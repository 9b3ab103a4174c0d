/// Reads an EDTF text from its first byte to its last, never going back.
///
/// ```
/// text      = set | interval | moment | date
/// interval  = end "/" end                         end = date | ".." | nothing
/// set       = "[" members "]" | "{" members "}"   EDTF+ParseSet
/// date, moment                                    EDTF+ParseDate, EDTF+ParseMoment
/// ```
///
/// Nothing is skipped or corrected: a blank, a small `x` or a second `/` is an error at its place.
struct EDTFParser {
    let bytes: [UInt8]
    let years: ClosedRange<Int>
    var at = 0

    init(_ bytes: [UInt8], years: ClosedRange<Int>) {
        (self.bytes, self.years) = (bytes, years)
    }

    /// The whole text.
    mutating func form() throws(EDTFError) -> EDTF.Form {
        guard !bytes.isEmpty else {
            throw EDTFError(.empty, "there is no date", 0..<0, hint: "such as 2023-12-15, 2023-12 or 2023")
        }
        let form: EDTF.Form
        if next(is: "[") || next(is: "{") { form = try set() } else { form = try dateOrInterval() }
        guard at == bytes.count else { throw unexpected("the end") }
        return form
    }

    private mutating func dateOrInterval() throws(EDTFError) -> EDTF.Form {
        let from = try end()
        if skip("/") { return try interval(from: from) }
        switch from {
        case .date(let date):
            return next(is: "T") ? .moment(try moment(on: date)) : .date(date)
        case .open, .unknown:
            // Only ".." gets here: where nothing stands before the "/", it is an interval.
            throw EDTFError(
                .brackets, "`..` stands in brackets or beside a `/`", 0..<2,
                hint: "[..2023] is that year or an earlier one; ../2023 is a span without a start")
        }
    }

    /// `2023-12-01/2023-12-15`; the parser stands behind the `/`.
    private mutating func interval(from: EDTF.End) throws(EDTFError) -> EDTF.Form {
        let to = try end()
        guard at == bytes.count else { throw unexpected("the end") }
        let form = EDTF.Form.interval(from: from, to: to)
        // Only what can't be is refused: 2012-03-02/2012-03 began on the 2nd and ended later that month.
        let bounds = EDTF.Bounds(of: form)
        if let first = bounds.min, let last = bounds.max, first > last {
            throw EDTFError(
                .reversed, "this ends on \(last), before it begins on \(first)", 0..<bytes.count,
                hint: "swap the two ends")
        }
        return form
    }

    /// A date, `..`, or nothing, up to a `/` or the end of the text.
    private mutating func end() throws(EDTFError) -> EDTF.End {
        if at == bytes.count || next(is: "/") { return .unknown }
        if skip("..") { return .open }
        return .date(try date())
    }
}

// The steps that everything is read with.
extension EDTFParser {
    /// Whether `text` stands here.
    func next(is text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        guard bytes.count - at >= count else { return false }
        for i in 0..<count where unsafe bytes[at + i] != text.utf8Start[i] { return false }
        return true
    }

    /// Steps over `text`; false, and stays, where something else stands here.
    mutating func skip(_ text: StaticString) -> Bool {
        guard next(is: text) else { return false }
        at += text.utf8CodeUnitCount
        return true
    }

    /// Whether a digit or `X` stands at `place`.
    func isDigit(at place: Int) -> Bool {
        guard place < bytes.count else { return false }
        return (48...57).contains(bytes[place]) || bytes[place] == UInt8(ascii: "X")
    }

    /// The characters of `range`, which are known to be ASCII.
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
