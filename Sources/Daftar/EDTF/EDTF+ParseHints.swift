// What people write by mistake, and what they meant.
extension EDTFParser {
    /// Something else stands here than `expected`.
    func unexpected(_ expected: String) -> EDTFError {
        guard at < bytes.count else {
            return EDTFError(.unexpected, "the text ends where \(expected) should be", at..<at)
        }
        if next(is: ".."), bytes[0] != UInt8(ascii: "["), bytes[0] != UInt8(ascii: "{") {
            return EDTFError(
                .brackets, "`..` stands in brackets or beside a `/`", at..<at + 2,
                hint: "[a..b] is one day from a to b, not known which; a/b lasted from a to b")
        }
        if at > 0, isDigit(at: at - 1) {
            if next(is: "T") { return timeInInterval() }
            if next(is: "E") || next(is: "S") { return longYear(at..<at + 1) }
        }
        return EDTFError(.unexpected, "expected \(expected), found \(found)", place, hint: hint)
    }

    /// Too few digits, too many, or none.
    func wrongDigits(_ name: String, count: Int, _ place: Range<Int>) -> EDTFError {
        if place.isEmpty { return unexpected("a \(name)") }
        let (number, example) =
            count == 4
            ? ("four", "a date is written 2023-12-15, the year first")
            : ("two", "with a zero before a single digit: 2023-06-01")
        return EDTFError(.digits, "a \(name) is \(number) digits, this is \(place.count)", place, hint: hint ?? example)
    }

    /// `-0044`, `Y17000`: years that the standard has and Daftar does not.
    func refuseOtherYears() throws(EDTFError) {
        if next(is: "Y") { throw longYear(at..<at + 1) }
        var place = at
        while place < bytes.count, "?~%".utf8.contains(bytes[place]) { place += 1 }
        if place < bytes.count, bytes[place] == UInt8(ascii: "-"), isDigit(at: place + 1) {
            throw EDTFError(.negativeYear, "years before 0000 are not taken", place..<place + 1)
        }
    }

    func timeInInterval() -> EDTFError {
        EDTFError(
            .timeAlone, "a time stands alone, not in an interval or a set", at..<at + 1,
            hint: "give the days: 2023-12-18/2023-12-19")
    }

    private func longYear(_ place: Range<Int>) -> EDTFError {
        EDTFError(.longYear, "years are four digits, without Y, E or S", place, hint: "some year of the 1950s is 195X")
    }

    /// The character that stands here, where it can be shown.
    private var found: String {
        let byte = bytes[at]
        if byte == UInt8(ascii: " ") { return "a blank" }
        return byte > 0x20 && byte < 0x7F ? "`\(text(at..<at + 1))`" : "a character that no date has"
    }

    /// The bytes of the character that stands here: more than one outside of ASCII.
    private var place: Range<Int> {
        var end = at + 1
        while bytes[at] >= 0x80, end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return at..<end
    }

    private var hint: String? {
        guard at < bytes.count else { return nil }
        return switch bytes[at] {
        case UInt8(ascii: " "): "dates have no blanks in them"
        case UInt8(ascii: "x"), UInt8(ascii: "u"): "a digit that is not known is a capital X"
        case UInt8(ascii: "("), UInt8(ascii: ")"): "no parentheses: ? ~ % stand beside the part they qualify, 2004-~06"
        case UInt8(ascii: "t"), UInt8(ascii: "z"): "T and Z are capitals"
        case UInt8(ascii: "/"): "an interval has two ends, whole dates: 2023-12-01/2023-12-15"
        case 0xE2: "a hyphen is `-`, a range `..` in brackets, a span `/`"
        default: at == 0 ? "a date is written 2023-12-15, 2023-12 or 2023" : nil
        }
    }
}
