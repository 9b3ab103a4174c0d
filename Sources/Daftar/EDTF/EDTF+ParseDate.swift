extension EDTFParser {
    /// `2023`, `2023-12`, `2023-12-15`, with `X` and qualifiers anywhere: `?2004-06~-1X`.
    mutating func date() throws(EDTFError) -> EDTF.Date {
        let start = at
        try refuseOtherYears()
        var parts = [try component("year", count: 4)]
        let year = start..<at
        if skip("-") { try append("month", to: &parts) }
        let month = year.upperBound..<at
        if parts.count == 2, skip("-") { try append("day", to: &parts) }
        let date = EDTF.Date(
            year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
        try checkYear(date.year.digits, year)
        // The place of a month is without its hyphen.
        if !month.isEmpty { try checkMonth(of: date, month.lowerBound + 1..<month.upperBound) }
        guard date.isReal else { throw unreal(date, start..<at) }
        return date
    }

    /// Reads a part, and hands a qualifier to its right on to the parts left of it.
    ///
    /// `2004-06~-11` has year and month approximate.
    private mutating func append(_ name: String, to parts: inout [EDTF.Component]) throws(EDTFError) {
        let part = try component(name, count: 2)
        // `component` has added the right one to the part itself, so it is the last byte read, or none.
        if let group = EDTF.Qualifiers(character: bytes[at - 1]) {
            for i in parts.indices { parts[i].qualifiers.formUnion(group) }
        }
        parts.append(part)
    }

    /// A qualifier or none, the digits, a qualifier or none.
    private mutating func component(_ name: String, count: Int) throws(EDTFError) -> EDTF.Component {
        let left = try qualifier()
        let start = at
        while isDigit(at: at) { at += 1 }
        guard at - start == count else { throw wrongDigits(name, count: count, start..<at) }
        let digits = EDTF.Digits(bytes[start..<at])
        return EDTF.Component(digits: digits, qualifiers: left.union(try qualifier()))
    }

    private mutating func qualifier() throws(EDTFError) -> EDTF.Qualifiers {
        guard at < bytes.count, let one = EDTF.Qualifiers(character: bytes[at]) else { return [] }
        at += 1
        if at < bytes.count, EDTF.Qualifiers(character: bytes[at]) != nil {
            throw EDTFError(
                .qualifier, "two qualifiers side by side", at - 1..<at + 1,
                hint: "`%` is uncertain and approximate in one")
        }
        return one
    }
}

// What a date must be, once it is read.
extension EDTFParser {
    private func checkYear(_ year: EDTF.Digits, _ place: Range<Int>) throws(EDTFError) {
        guard !year.isUnknown, !years.contains(year.low) else { return }
        throw EDTFError(
            .year, "the year \(year.isUnspecified ? "may be " : "is ")\(year.low.padded(to: 4))", place,
            hint: "years from \(years.lowerBound) to \(years.upperBound) are taken; is it a slip?")
    }

    private func checkMonth(of date: EDTF.Date, _ place: Range<Int>) throws(EDTFError) {
        guard let month = date.month?.digits, !month.isUnspecified else { return }
        let year = date.year.digits.isUnspecified ? "2023" : date.year.digits.low.padded(to: 4)
        switch month.low {
        case 1...12: return
        case 21...32:
            throw EDTFError(
                .season, "\(month.low) is a season, and those begin in other months elsewhere", place,
                hint: "use a quarter \(year)-33..36 or an interval, such as \(year)-03/\(year)-05")
        case 33...41:
            guard date.day != nil else { return }
            throw EDTFError(.day, "\(month.low) is a part of a year, it has no numbered days", place)
        default:
            throw EDTFError(
                .month, "there is no month \(month.low.padded(to: 2))", place,
                hint: "a date is written \(year)-12-15; quarters are 33 to 36, halves 40 and 41")
        }
    }

    /// No day of the calendar is what `date` says.
    private func unreal(_ date: EDTF.Date, _ place: Range<Int>) -> EDTFError {
        guard !date.isUnspecified, let month = date.month?.digits.low, let day = date.day?.digits.low else {
            let part = date.day == nil ? "month" : "day"
            return EDTFError(
                date.day == nil ? .month : .day, "no \(part) fits \(text(place))", place,
                hint: "each X stands for one digit")
        }
        let (year, last) = (date.year.digits.low, CivilDate.lastDay(ofMonth: month, in: date.year.digits.low))
        return EDTFError(
            .day, "there is no day \(day.padded(to: 2)) in \(year.padded(to: 4))-\(month.padded(to: 2))", place,
            hint: "that month has \(last) days")
    }
}

extension EDTF.Qualifiers {
    fileprivate init?(character: UInt8) {
        switch character {
        case UInt8(ascii: "?"): self = .uncertain
        case UInt8(ascii: "~"): self = .approximate
        case UInt8(ascii: "%"): self = [.uncertain, .approximate]
        default: return nil
        }
    }
}
