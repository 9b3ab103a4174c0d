extension CivilDate {
    /// Days since 1970-01-01; negative before it.
    ///
    /// The year is counted from March, so that a leap day is the last one of its year, and the months before it
    /// have lengths that one line of integer arithmetic gives: (153·m + 2) / 5.
    public var ordinal: Int {
        // Counted from March of the year −400, so that nothing below is negative: one era is 400 years, 146,097 days.
        let shifted = year + 400 - (month <= 2 ? 1 : 0)
        let (era, yearOfEra) = (shifted / 400, shifted % 400)
        let monthFromMarch = (month + 9) % 12
        let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return (era - 1) * 146_097 + dayOfEra - CivilDate.marchOfYearZero
    }

    /// 0000-03-01 lies this many days before 1970-01-01.
    private static let marchOfYearZero = 719_468

    /// The day that lies `ordinal` days after 1970-01-01; nil outside of the years 0 to 9999.
    public init?(ordinal: Int) {
        guard ordinal >= CivilDate.first.ordinal, ordinal <= CivilDate.last.ordinal else { return nil }
        let shifted = ordinal + CivilDate.marchOfYearZero + 146_097
        let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let monthFromMarch = (5 * dayOfYear + 2) / 153
        let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
        let year = yearOfEra + (era - 1) * 400 + (month <= 2 ? 1 : 0)
        self.init(known: year, month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)
    }

    /// The day `days` later, earlier where negative; nil outside of the years 0 to 9999.
    public func adding(days: Int) -> CivilDate? {
        let (sum, overflow) = ordinal.addingReportingOverflow(days)
        return overflow ? nil : CivilDate(ordinal: sum)
    }
}
