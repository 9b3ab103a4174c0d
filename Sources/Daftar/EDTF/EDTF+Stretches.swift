extension EDTF {
    /// Days that a drawing of a date covers, and what is known of them.
    public struct Stretch: Hashable, Sendable {
        public enum Certainty: Hashable, Sendable {
            /// On that day, for sure.
            case day
            /// It went on all that time.
            case lasting
            /// Somewhere in it, or on some day of it.
            case possible
        }

        /// Nil where there is no first day.
        public let first: CivilDate?
        /// Nil where it goes on.
        public let last: CivilDate?
        public let certainty: Certainty

        fileprivate init(_ first: CivilDate?, _ last: CivilDate?, _ certainty: Certainty) {
            (self.first, self.last, self.certainty) = (first, last, certainty)
        }
    }

    /// What to draw of it, so that nothing looks more certain than it is; empty for a date without any bound, such as
    /// `XXXX-10-05`. An end that nobody knows is drawn by no stretch: ``Bounds`` has it.
    ///
    /// | | |
    /// |---|---|
    /// | `2023-12-15` | a day |
    /// | `2023-12`, `2023-12-15~` | possible, all month or that day |
    /// | `2023-06/2023-08` | possible in June, lasting from its end to the beginning of August, possible in August |
    /// | `2012/..` | possible in 2012, lasting from its end on |
    /// | `[2023-06,2023-12]` | possible in June, possible in December |
    public var stretches: [Stretch] {
        switch form {
        case .moment(let moment): [Stretch(moment.day, moment.day, .day)]
        case .date(let date): [date.stretch].compactMap(\.self)
        case .interval(let from, let to): EDTF.stretches(from, to)
        case .oneOf(let members):
            members.map(\.bounds).filter { $0.min != nil || $0.max != nil }.map { Stretch($0.min, $0.max, .possible) }
        case .allOf(let members): members.compactMap(\.stretch)
        }
    }

    private static func stretches(_ from: End, _ to: End) -> [Stretch] {
        var stretches: [Stretch] = []
        let (begins, ends) = (from.stretch, to.stretch)
        if let begins, begins.certainty == .possible { stretches.append(begins) }
        if let ends, ends.certainty == .possible { stretches.append(ends) }
        // It had begun by the last day that it can have begun on, and went on to the first that it can have ended on.
        switch (begins, ends, from, to) {
        case (let begins?, let ends?, _, _):
            if let first = begins.last, let last = ends.first, first <= last {
                stretches.append(Stretch(first, last, .lasting))
            }
        case (let begins?, nil, _, .open): stretches.append(Stretch(begins.last, nil, .lasting))
        case (nil, let ends?, .open, _): stretches.append(Stretch(nil, ends.first, .lasting))
        case (let one?, nil, _, _), (nil, let one?, _, _):
            if one.certainty == .day { stretches.append(one) }
        case (nil, nil, _, _): break
        }
        return stretches
    }
}

extension EDTF.Date {
    fileprivate var stretch: EDTF.Stretch? {
        guard let span else { return nil }
        let isKnown = precision == .day && !isUnspecified && qualifiers.isEmpty
        return EDTF.Stretch(span.first, span.last, isKnown ? .day : .possible)
    }
}

extension EDTF.End {
    fileprivate var stretch: EDTF.Stretch? { if case .date(let date) = self { date.stretch } else { nil } }
}

extension EDTF.Member {
    /// Of a set all of which is meant: a range of it is every day of that.
    fileprivate var stretch: EDTF.Stretch? {
        switch self {
        case .date(let date): date.stretch
        case .range, .upTo, .from: EDTF.Stretch(bounds.min, bounds.max, .lasting)
        }
    }
}
