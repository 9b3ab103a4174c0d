extension EDTFParser {
    /// `[a,b..c,d..]` or `{..a,b}` (ISO 8601-2:2019 §6), without blanks.
    ///
    /// `..` at an edge opens the set, so it stands at the first or the last member only.
    mutating func set() throws(EDTFError) -> EDTF.Form {
        let isOneOf = next(is: "[")
        at += 1
        var members: [EDTF.Member] = []
        repeat {
            guard members.count < EDTF.maximumMembers else {
                throw EDTFError(.set, "a set has at most \(EDTF.maximumMembers) members", at..<at)
            }
            members.append(try member(isFirst: members.isEmpty, isOneOf))
        } while skip(",")
        guard isOneOf ? skip("]") : skip("}") else { throw unclosed(isOneOf) }
        return isOneOf ? .oneOf(members) : .allOf(members)
    }

    private mutating func member(isFirst: Bool, _ isOneOf: Bool) throws(EDTFError) -> EDTF.Member {
        let start = at
        if skip("..") {
            guard isFirst else { throw openInside(start..<at) }
            return .upTo(try edge())
        }
        if isFirst, isClosing(isOneOf) {
            throw EDTFError(.set, "a set has a date in it, at least one", 0..<at + 1)
        }
        let first = try date()
        guard next(is: "..") else { return .date(first) }
        try checkEdge(first, start..<at)
        at += 2
        if isClosing(isOneOf) { return .from(first) }
        if next(is: ",") { throw openInside(at - 2..<at) }
        return try range(from: first, start)
    }

    /// `2023-12-01..2023-12-15`; the parser stands behind the `..`.
    private mutating func range(from first: EDTF.Date, _ start: Int) throws(EDTFError) -> EDTF.Member {
        let last = try edge()
        guard first.precision == last.precision else {
            throw EDTFError(
                .range, "this goes from a \(first.precision.rawValue) to a \(last.precision.rawValue)", start..<at,
                hint: "write both ends alike, such as 2023-12-01..2024-01-31")
        }
        if let from = first.span?.first, let to = last.span?.last, from > to {
            throw EDTFError(
                .reversed, "this ends on \(to), before it begins on \(from)", start..<at, hint: "swap the two ends")
        }
        return .range(first, last)
    }

    /// A date beside `..`.
    private mutating func edge() throws(EDTFError) -> EDTF.Date {
        let start = at
        let date = try date()
        try checkEdge(date, start..<at)
        return date
    }

    /// A date beside `..` has no `X`: `[201X..2023]` would be a range from somewhere.
    private func checkEdge(_ date: EDTF.Date, _ place: Range<Int>) throws(EDTFError) {
        guard date.isUnspecified else { return }
        throw EDTFError(
            .range, "a date beside `..` has no X", place, hint: "leave that part out: 2023-12 for 2023-12-XX")
    }

    private func isClosing(_ isOneOf: Bool) -> Bool { isOneOf ? next(is: "]") : next(is: "}") }

    private func openInside(_ place: Range<Int>) -> EDTFError {
        EDTFError(
            .set, "`..` opens a set only before its first or behind its last date", place,
            hint: "[..2020,2023] or [2020,2023..]; a range is 2020..2023")
    }

    /// Neither another member nor the end of the set.
    private func unclosed(_ isOneOf: Bool) -> EDTFError {
        let closing = isOneOf ? "`]`" : "`}`"
        if at == bytes.count { return EDTFError(.set, "the set is not closed: \(closing) is missing", at..<at) }
        if next(is: "/") {
            return EDTFError(.set, "a set has no intervals in it", at..<at + 1, hint: "a range in a set is 2020..2023")
        }
        return unexpected("`,` or \(closing)")
    }
}
