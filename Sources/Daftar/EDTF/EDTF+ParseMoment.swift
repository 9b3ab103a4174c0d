extension EDTFParser {
    /// `T09:30:00Z`, `T09:30:00+05:00`, `T09:30:00+05`: what follows a day (ISO 8601-1:2019 §5.4.2.1).
    ///
    /// The zone is a must: a time without one is any of 26 hours; `-00:00`, *zone unknown*, is refused for that reason.
    /// Seconds are a must too; 24:00:00, leap seconds and fractions are not taken.
    mutating func moment(on date: EDTF.Date) throws(EDTFError) -> EDTF.Moment {
        guard date.precision == .day, !date.isUnspecified, date.qualifiers.isEmpty, let day = date.span?.first else {
            throw EDTFError(.timeAlone, "a time follows a plain day, such as 2023-12-18", 0..<at)
        }
        _ = skip("T")
        let time = try secondOfDay()
        let offset = try offset()
        let second = day.ordinal * 86_400 + time - (offset ?? 0) * 60
        // Floor, not truncation: the second before 1970 belongs to 1969-12-31.
        let ordinal = second >= 0 ? second / 86_400 : -((86_399 - second) / 86_400)
        guard let utc = CivilDate(ordinal: ordinal) else {
            throw EDTFError(.year, "in UTC this lies outside of the years 0000 to 9999", 0..<at)
        }
        if next(is: "/") { throw timeInInterval() }
        return EDTF.Moment(day: utc, secondOfDay: second - ordinal * 86_400, offset: offset)
    }

    /// `09:30:00`.
    private mutating func secondOfDay() throws(EDTFError) -> Int {
        let start = at
        let hour = try twoDigits(upTo: 23, "an hour")
        guard skip(":") else { throw incomplete(start..<at) }
        let minute = try twoDigits(upTo: 59, "a minute")
        guard skip(":") else { throw incomplete(start..<at) }
        let second = try twoDigits(upTo: 59, "a second")
        if next(is: ".") { throw EDTFError(.time, "fractions of a second are not taken", at..<at + 1) }
        return hour * 3600 + minute * 60 + second
    }

    /// Minutes ahead of UTC; nil for `Z`.
    private mutating func offset() throws(EDTFError) -> Int? {
        if skip("Z") { return nil }
        let start = at
        let isBehind = next(is: "-")
        guard skip("+") || skip("-") else {
            throw EDTFError(
                .zone, "a time needs its zone", at..<at,
                hint: "add Z for UTC or an offset such as +05:00, or leave the time out")
        }
        let hours = try twoDigits(upTo: 23, "an offset's hour")
        if isDigit(at: at) { throw EDTFError(.zone, "an offset has a colon", start..<at, hint: "such as +05:00") }
        let minutes = skip(":") ? try twoDigits(upTo: 59, "an offset's minute") : 0
        let offset = (hours * 60 + minutes) * (isBehind ? -1 : 1)
        guard (-720...840).contains(offset), offset != 0 || !isBehind else {
            throw EDTFError(
                .zone, "no zone is \(text(start..<at))", start..<at, hint: "offsets go from -12:00 to +14:00")
        }
        return offset
    }

    private mutating func twoDigits(upTo limit: Int, _ name: String) throws(EDTFError) -> Int {
        let start = at
        while at - start < 2, at < bytes.count, (48...57).contains(bytes[at]) { at += 1 }
        let value = bytes[start..<at].reduce(0) { $0 * 10 + Int($1) - 48 }
        guard at - start == 2, value <= limit else {
            throw EDTFError(.time, "\(name) is 00 to \(limit), in two digits", start..<at)
        }
        return value
    }

    private func incomplete(_ place: Range<Int>) -> EDTFError {
        EDTFError(
            .time, "a time has hours, minutes and seconds", place, hint: "such as 09:30:00Z, or leave the time out")
    }
}
