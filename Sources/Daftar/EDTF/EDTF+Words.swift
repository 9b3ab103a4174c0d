extension EDTF {
    /// English for a column of a table: short, and never more than the text says.
    ///
    /// `1–15 December 2023` lasted; `1–15 December 2023, one day` was one of these days. Doubt is always said:
    /// *about*, *(uncertain)*, *some day in*, *end unknown*. Where the exact meaning would be long, the words say less: of
    /// a mask such as `1X` the range that holds it, of a set with more than four members how many, and from when to when.
    public var words: String {
        switch form {
        case .date(let date): date.words
        case .moment(let moment): moment.words
        case .interval(let from, let to): EDTF.words(from: from, to: to)
        case .oneOf(let members): SetWords(members, isOneOf: true).words(within: bounds)
        case .allOf(let members): SetWords(members, isOneOf: false).words(within: bounds)
        }
    }

    /// The same for running text, where one of a range reads better in full: `one day between 1 and 15 December 2023`.
    public var phrase: String {
        guard case .oneOf(let members) = form, members.count == 1, case .range(let first, let last) = members[0],
            let from = first.plain, let to = last.plain, first != last, dates.allSatisfy(\.qualifiers.isEmpty)
        else { return words }
        return "one \(first.precision.rawValue) between " + from.joined(to: to, near: " and ", far: " and ")
    }

    /// An interval: `..` is *since* and *until*, an end that nobody knows is called unknown.
    private static func words(from: End, to: End) -> String {
        switch (from, to) {
        case (.date(let first), .date(let last)): words(from: first, to: last)
        case (.date(let first), .open): "since \(first.inlineWords)"
        case (.date(let first), .unknown): "from \(first.inlineWords), end unknown"
        case (.open, .date(let last)): "until \(last.inlineWords)"
        case (.unknown, .date(let last)): "until \(last.inlineWords), start unknown"
        case (.open, .open): "no start, no end"
        case (.open, .unknown): "no start, end unknown"
        case (.unknown, .open): "start unknown, no end"
        case (.unknown, .unknown): "start and end unknown"
        }
    }

    private static func words(from first: Date, to last: Date) -> String {
        // 2023-12/2023-12 began and ended in the same month, not on its first and last day.
        if first == last, first.precision != .day, !first.isUnspecified { return "within \(first.inlineWords)" }
        return first.words(to: last)
    }
}

extension EDTF.Moment {
    /// `18 December 2023, 04:30 UTC`.
    fileprivate var words: String {
        let (hour, minute, second) = time
        let clock = hour.padded(to: 2) + ":" + minute.padded(to: 2) + (second == 0 ? "" : ":" + second.padded(to: 2))
        return "\(PlainDate(day, .day).words()), \(clock) UTC"
    }
}
