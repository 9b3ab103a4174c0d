extension EDTF.Date {
    /// The first and the last day that it can mean; nil where no real day fits, and where the year is `XXXX`.
    ///
    /// Each part is a mask, so days are tried, not computed: `2023-X1-3X` is 30 January to 30 November, since
    /// of January and November only the 30th and 31st fit, and November has no 31st. A year takes at most 12 + 31
    /// trials, and of the 1,000 years of a mask `2XXX` nearly always the first and the last will do.
    public var span: (first: CivilDate, last: CivilDate)? {
        guard !year.digits.isUnknown else { return nil }
        let years = year.digits.low...year.digits.high
        func edge(_ years: some Sequence<Int>, _ dayOf: (Int) -> CivilDate?) -> CivilDate? {
            for number in years where year.digits.matches(number) {
                if let day = dayOf(number) { return day }
            }
            return nil
        }
        guard let first = edge(years, firstDay(in:)), let last = edge(years.reversed(), lastDay(in:)) else {
            return nil
        }
        return (first, last)
    }

    /// Whether any real day fits. For `XXXX` a leap year has every day that any year has.
    var isReal: Bool { year.digits.isUnknown ? firstDay(in: 2000) != nil : span != nil }

    private func firstDay(in year: Int) -> CivilDate? {
        for month in 1...12 where allows(month: month) {
            for day in 1...CivilDate.lastDay(ofMonth: month, in: year) where allows(day: day) {
                return CivilDate(known: year, month, day)
            }
        }
        return nil
    }

    private func lastDay(in year: Int) -> CivilDate? {
        for month in (1...12).reversed() where allows(month: month) {
            for day in (1...CivilDate.lastDay(ofMonth: month, in: year)).reversed() where allows(day: day) {
                return CivilDate(known: year, month, day)
            }
        }
        return nil
    }

    private func allows(month number: Int) -> Bool {
        if let division { return division.months.contains(number) }
        return month?.digits.matches(number) ?? true
    }

    private func allows(day number: Int) -> Bool { day?.digits.matches(number) ?? true }
}
