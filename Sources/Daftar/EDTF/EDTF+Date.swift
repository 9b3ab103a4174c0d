extension EDTF {
    /// One date without a time: `2023`, `2023-12`, `2023-12-15`, `2023-33`.
    ///
    /// Each digit may be `X`, each part may be qualified.
    ///
    /// A qualifier to the right of a part holds for it and all parts left of it, one to the left for that part alone
    /// (ISO 8601-2:2019 §8.2): `2004-06~-11` has year and month approximate. Here each part has its own.
    public struct Date: Hashable, Sendable {
        /// Always four digits.
        public let year: Component
        /// A month, or the number of a ``division``; nil in `2023`.
        public let month: Component?
        /// Nil in `2023-12`.
        public let day: Component?

        /// The quarter, third or half that it names.
        public var division: Division? {
            guard let month, !month.digits.isUnspecified else { return nil }
            return Division(rawValue: month.digits.low)
        }

        /// How fine it is; digits that are `X` count: `2023-XX` is a month, not known which.
        public var precision: Precision {
            if day != nil { return .day }
            return division?.precision ?? (month == nil ? .year : .month)
        }

        /// Year, and month and day where there are any.
        var parts: [Component] { [year, month, day].compactMap(\.self) }

        /// Whether any digit is `X`.
        public var isUnspecified: Bool { parts.contains { $0.digits.isUnspecified } }

        /// The qualifiers that stand anywhere in it.
        public var qualifiers: Qualifiers { parts.reduce(into: []) { $0.formUnion($1.qualifiers) } }

        /// The qualifiers, where every part has the same; nil where they differ.
        var evenQualifiers: Qualifiers? {
            parts.allSatisfy { $0.qualifiers == year.qualifiers } ? year.qualifiers : nil
        }
    }

    /// How fine a date is.
    public enum Precision: String, Hashable, Sendable {
        /// `2023`.
        case year
        /// `2023-40`, `2023-37`, `2023-33`: two, three or four of them make a year.
        case half, third, quarter
        /// `2023-12`.
        case month
        /// `2023-12-15`.
        case day
    }

    /// A part of a year that everybody counts alike: 33 to 41 in the place of a month (ISO 8601-2:2019 §4.8).
    ///
    /// Seasons, codes 21 to 32, are not among them: spring is March to May, or January to March, or half a year later.
    public enum Division: Int, Hashable, Sendable {
        /// 33 to 36.
        case firstQuarter = 33
        case secondQuarter, thirdQuarter, fourthQuarter
        /// 37 to 39.
        case firstThird, secondThird, lastThird
        /// 40 and 41.
        case firstHalf, secondHalf

        /// A quarter, a third (*quadrimester*: four months) or a half.
        public var precision: Precision {
            switch self {
            case .firstQuarter, .secondQuarter, .thirdQuarter, .fourthQuarter: .quarter
            case .firstThird, .secondThird, .lastThird: .third
            case .firstHalf, .secondHalf: .half
            }
        }

        /// Its place among its like, from 0.
        var place: Int {
            switch precision {
            case .quarter: rawValue - 33
            case .third: rawValue - 37
            default: rawValue - 40
            }
        }

        /// Its months: 4 to 6 for the second quarter.
        public var months: ClosedRange<Int> {
            let length = precision == .quarter ? 3 : precision == .third ? 4 : 6
            return place * length + 1...(place + 1) * length
        }
    }
}
