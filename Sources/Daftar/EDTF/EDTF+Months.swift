extension EDTF {
    /// A month of a year.
    public struct Month: Hashable, Comparable, Sendable {
        public let year: Int
        /// 1 to 12.
        public let month: Int

        public init(of day: CivilDate) { (year, month) = (day.year, day.month) }

        fileprivate init(number: Int) { (year, month) = (number / 12, number % 12 + 1) }

        fileprivate var number: Int { year * 12 + month - 1 }

        /// `2023-12`
        public var text: String { year.padded(to: 4) + "-" + month.padded(to: 2) }

        public static func < (x: Month, y: Month) -> Bool { x.number < y.number }
    }

    /// The months that a date has to do with.
    public struct Months: Hashable, Sendable {
        /// It happened in each of these, or went on in them.
        public fileprivate(set) var certain: Set<Month> = []
        /// It may have happened in these.
        public fileprivate(set) var possible: Set<Month> = []
    }

    /// A date that may be anywhere in a longer time says nothing of a month.
    public static let mostMonths = 120

    /// In which months it happened, and in which it may have; nil where it has no first or no last day, or where that is
    /// more than ``mostMonths``.
    ///
    /// | | certain | possible |
    /// |---|---|---|
    /// | `2023-12-15`, `2023-12` | December | |
    /// | `2023-12~` | | December |
    /// | `2023` | | all twelve |
    /// | `2023-06/2023-08` | June to August | |
    /// | `[2023-06,2023-12]` | | June and December |
    /// | `{2023-06,2023-12}` | June and December | |
    public var months: Months? {
        guard let all = EDTF.months(bounds.min, bounds.max) else { return nil }
        var months = Months()
        switch form {
        case .moment, .date: months.add(all, isCertain: isPlain)
        case .interval(.date(let from), .date(let to)):
            months.possible = all
            if isPlain, let begun = from.bounds.max, let last = to.bounds.min {
                months.certain = EDTF.months(begun, last) ?? (all.count == 1 ? all : [])
            }
        case .interval: return nil
        case .oneOf(let members): for member in members { months.possible.formUnion(member.months ?? []) }
        case .allOf(let members): for member in members { months.add(member.months ?? [], isCertain: isPlain) }
        }
        // One of several days of the same month is in that month, whichever it is.
        if all.count == 1, isPlain { months.certain = all }
        months.possible.subtract(months.certain)
        return months
    }

    /// True where nothing in it is doubted.
    private var isPlain: Bool { !isUncertain && !isApproximate }

    fileprivate static func months(_ first: CivilDate?, _ last: CivilDate?) -> Set<Month>? {
        guard let first, let last, first <= last else { return nil }
        let (start, end) = (Month(of: first).number, Month(of: last).number)
        return end - start < mostMonths ? Set((start...end).map(Month.init(number:))) : nil
    }
}

extension EDTF.Months {
    /// Where a date lies in one month it happened then; of several months in one of them, not known which.
    fileprivate mutating func add(_ months: Set<EDTF.Month>, isCertain: Bool) {
        if isCertain, months.count == 1 { certain.formUnion(months) } else { possible.formUnion(months) }
    }
}

extension EDTF.Member {
    fileprivate var months: Set<EDTF.Month>? { EDTF.months(bounds.min, bounds.max) }
}
