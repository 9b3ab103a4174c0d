extension EDTF {
    /// Where a date stands in a timeline: by its first day, then by its last (DOMAIN §6.3).
    ///
    /// A date without a known start stands where it ends, one without an end after those that end, one without either
    /// last.
    ///
    /// Callers break ties by something of the event itself, its slug or hash, never by the order of the ledger: that
    /// would pass the order of writing off as the order of events.
    public struct SortKey: Hashable, Comparable, Sendable {
        /// The first day, or the last one where there is no first.
        public let first: CivilDate
        /// The last day, or 9999-12-31.
        public let second: CivilDate

        /// From the two columns `date_min` and `date_max`.
        public init(min: CivilDate?, max: CivilDate?) {
            first = min ?? max ?? .last
            second = max ?? .last
        }

        /// `2023-12-01 2023-12-15`: orders as text just as the key does.
        public var text: String { first.text + " " + second.text }

        /// The earlier first day comes first, then the earlier last day.
        public static func < (x: SortKey, y: SortKey) -> Bool {
            (x.first, x.second) < (y.first, y.second)
        }
    }

    /// Where it stands in a timeline.
    public var sortKey: SortKey { SortKey(min: bounds.min, max: bounds.max) }
}

extension EDTF {
    /// What `--from` and `--to` ask for: all days from one to the other, either of which may be left out.
    public struct Period: Hashable, Sendable {
        /// The first day; nil for no limit.
        public let from: CivilDate?
        /// The last day; nil for no limit.
        public let to: CivilDate?

        /// How a date lies to the period.
        public enum Relation: Hashable, Sendable {
            /// Every day that it can mean is in the period.
            case inside
            /// Some day that it can mean is in the period, some is not, or may not be: it may have been elsewhere.
            case touching
            /// No day that it can mean is in the period.
            case outside
        }

        /// A period between two EDTF: from the first day that `from` can mean to the last day that `to` can mean.
        ///
        /// `--from 2023-06 --to 2023` is 2023-06-01 to 2023-12-31.
        ///
        /// - Throws: ``EDTFError`` where `from` has no first day or `to` no last one (`../2023`), or where `to` ends before
        ///   `from` begins; its offset is in the text of the one at fault.
        public init(from: EDTF?, to: EDTF?) throws(EDTFError) {
            (self.from, self.to) = (from?.bounds.min, to?.bounds.max)
            if let from, self.from == nil { throw from.refusal(.noBound, "has no first day to begin a period with") }
            if let to, self.to == nil { throw to.refusal(.noBound, "has no last day to end a period with") }
            if let first = self.from, let last = self.to, let to, first > last {
                throw to.refusal(.reversed, "ends on \(last), before the period begins on \(first)")
            }
        }

        /// How a date with these bounds lies to the period. A bound that is missing may be anywhere: it is inside only
        /// where the period has no limit on that side.
        ///
        /// Only the bounds count: `[2020,2025]` touches 2022.
        public func relation(to bounds: Bounds) -> Relation {
            if let to, let min = bounds.min, min > to { return .outside }
            if let from, let max = bounds.max, max < from { return .outside }
            let startsInside = from.map { from in bounds.min.map { $0 >= from } ?? false } ?? true
            let endsInside = to.map { to in bounds.max.map { $0 <= to } ?? false } ?? true
            return startsInside && endsInside ? .inside : .touching
        }

        /// Whether any day that it can mean is in the period.
        public func overlaps(_ date: EDTF) -> Bool { relation(to: date.bounds) != .outside }

        /// Whether every day that it can mean is in the period.
        public func contains(_ date: EDTF) -> Bool { relation(to: date.bounds) == .inside }
    }

    private func refusal(_ code: EDTFError.Code, _ what: String) -> EDTFError {
        EDTFError(code, "`\(text)` \(what)", 0..<text.utf8.count)
    }
}
