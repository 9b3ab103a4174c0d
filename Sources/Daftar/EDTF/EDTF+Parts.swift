extension EDTF {
    /// One end of an interval (ISO 8601-2:2019 §10.2).
    public enum End: Hashable, Sendable {
        /// `2023-12-01`, whole, whatever the other end is.
        case date(Date)
        /// `..`: there is no end, it goes on.
        case open
        /// Nothing: there is one, nobody knows when.
        case unknown
    }

    /// One member of a set (ISO 8601-2:2019 §6).
    public enum Member: Hashable, Sendable {
        /// `2023-12`, also with `X` and qualifiers.
        case date(Date)
        /// `2023-12-01..2023-12-15`: each day from one to the other. Both have the same precision.
        case range(Date, Date)
        /// `..2023-12`: that month and every earlier one; only as the first member.
        case upTo(Date)
        /// `2023-12..`: that month and every later one; only as the last member.
        case from(Date)

        /// The dates that are written in it.
        var dates: [Date] {
            switch self {
            case .date(let date), .upTo(let date), .from(let date): [date]
            case .range(let first, let last): [first, last]
            }
        }
    }

    /// A second, as UTC counts it. It stands alone: never in an interval or a set.
    public struct Moment: Hashable, Sendable {
        /// The day in UTC, which may be the day before or after the one that was written.
        public let day: CivilDate
        /// Seconds since midnight UTC, 0 to 86,399.
        public let secondOfDay: Int
        /// Minutes that the author's clock was ahead of UTC; nil for `Z`. It hints at where the author was: a linter
        /// should say so (DOMAIN §6.2, §7).
        public let offset: Int?

        /// Hour, minute and second in UTC.
        public var time: (hour: Int, minute: Int, second: Int) {
            (secondOfDay / 3600, secondOfDay / 60 % 60, secondOfDay % 60)
        }
    }
}

extension EDTF {
    /// Every date that is written in it; none for a moment.
    var dates: [Date] {
        switch form {
        case .date(let date): [date]
        case .moment: []
        case .interval(let from, let to):
            [from, to].compactMap { if case .date(let date) = $0 { date } else { nil } }
        case .oneOf(let members), .allOf(let members): members.flatMap(\.dates)
        }
    }

    /// Whether `?` or `%` stands anywhere in it.
    public var isUncertain: Bool { dates.contains { $0.qualifiers.contains(.uncertain) } }

    /// Whether `~` or `%` stands anywhere in it.
    public var isApproximate: Bool { dates.contains { $0.qualifiers.contains(.approximate) } }

    /// Whether any digit of it is `X`.
    public var isUnspecified: Bool { dates.contains(where: \.isUnspecified) }
}
