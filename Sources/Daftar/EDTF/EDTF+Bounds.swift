extension EDTF {
    /// The outer bounds: it lies, or lasted, nowhere outside of them (DOMAIN §6.3; CIDOC CRM P82).
    ///
    /// They say nothing of what lies within: ``Shape`` does.
    ///
    /// | | earliest | latest |
    /// |---|---|---|
    /// | `2023-12` | 2023-12-01 | 2023-12-31 |
    /// | `2023/..` | 2023-01-01 | open |
    /// | `/2023` | unknown | 2023-12-31 |
    /// | `[2020,2023-06..]` | 2020-01-01 | open |
    /// | `XXXX-10-05` | unknown | unknown |
    public struct Bounds: Hashable, Sendable {
        /// Where it ends on one side.
        public enum Edge: Hashable, Sendable {
            /// On that day.
            case day(CivilDate)
            /// `..`: nowhere.
            case open
            /// Nobody knows where.
            case unknown

            /// The day, where there is one.
            public var day: CivilDate? { if case .day(let day) = self { day } else { nil } }
        }

        /// The early side.
        public let earliest: Edge
        /// The late side.
        public let latest: Edge

        /// The first day it can mean: `date_min`.
        public var min: CivilDate? { earliest.day }
        /// The last day it can mean: `date_max`.
        public var max: CivilDate? { latest.day }
    }

    /// What the bounds are bounds of.
    public enum Shape: String, Hashable, Sendable {
        /// It is, or happened within, one date: a day, a month, a year.
        case date
        /// It lasted: an interval.
        case span
        /// It is one of several dates, not known which.
        case oneOf = "one-of"
        /// It is each of several dates.
        case allOf = "all-of"
    }

    /// Which of the four it is.
    public var shape: Shape {
        switch form {
        case .date, .moment: .date
        case .interval: .span
        case .oneOf: .oneOf
        case .allOf: .allOf
        }
    }

    /// How many days it lasted, the first and the last counted; nil unless it is an interval between two plain days.
    ///
    /// Months and years give no number, nor do `X`, `?` and `~`: 2023-06/2023-07 may be 2 days or 61.
    public var days: Int? {
        guard case .interval(.date(let from), .date(let to)) = form, dates.allSatisfy(\.isPlainDay),
            let first = from.span?.first, let last = to.span?.last
        else { return nil }
        return last.ordinal - first.ordinal + 1
    }
}

extension EDTF.Date {
    /// A day that nothing is said to be doubtful about: no `X`, no `?`, no `~`.
    public var isPlainDay: Bool { precision == .day && !isUnspecified && qualifiers.isEmpty }

    /// The first and the last day that it can mean.
    public var bounds: EDTF.Bounds {
        guard let span else { return EDTF.Bounds(earliest: .unknown, latest: .unknown) }
        return EDTF.Bounds(earliest: .day(span.first), latest: .day(span.last))
    }
}

extension EDTF.Bounds {
    init(of form: EDTF.Form) {
        switch form {
        case .date(let date): self = date.bounds
        case .moment(let moment): self.init(earliest: .day(moment.day), latest: .day(moment.day))
        case .interval(let from, let to): self.init(earliest: from.bounds.earliest, latest: to.bounds.latest)
        case .oneOf(let members), .allOf(let members): self.init(around: members.map(\.bounds))
        }
    }

    /// From the earliest of all to the latest of all. One open edge makes the whole open, else one unknown edge makes
    /// it unknown.
    private init(around all: [EDTF.Bounds]) {
        func outermost(_ edges: [Edge], _ choose: ([CivilDate]) -> CivilDate?) -> Edge {
            let days = edges.compactMap(\.day)
            guard days.count == edges.count, let day = choose(days) else {
                return edges.contains(.open) ? .open : .unknown
            }
            return .day(day)
        }
        self.init(
            earliest: outermost(all.map(\.earliest)) { $0.min() },
            latest: outermost(all.map(\.latest)) { $0.max() })
    }
}

extension EDTF.End {
    fileprivate var bounds: EDTF.Bounds {
        switch self {
        case .date(let date): date.bounds
        case .open: EDTF.Bounds(earliest: .open, latest: .open)
        case .unknown: EDTF.Bounds(earliest: .unknown, latest: .unknown)
        }
    }
}

extension EDTF.Member {
    var bounds: EDTF.Bounds {
        switch self {
        case .date(let date): date.bounds
        case .range(let first, let last): EDTF.Bounds(earliest: first.bounds.earliest, latest: last.bounds.latest)
        case .upTo(let date): EDTF.Bounds(earliest: .open, latest: date.bounds.latest)
        case .from(let date): EDTF.Bounds(earliest: date.bounds.earliest, latest: .open)
        }
    }
}
