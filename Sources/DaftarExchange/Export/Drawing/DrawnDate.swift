import Daftar

/// A date as a drawing shows it: what is known is solid, what may be elsewhere is not.
///
/// | date | drawn |
/// |---|---|
/// | `2023-12-22` | a dot |
/// | `2023-12`, `2023-12-22~`, `[2023-12-01..2023-12-15]` | hatched between its bounds |
/// | `2023-12-01/2023-12-15` | a bar |
/// | `2023-12-01/2023` | hatched between its bounds, and a bar over what it surely lasted |
/// | `2023-12-01/`, `[..2023]` | fades out on the side that nobody knows |
/// | `2023-12-01/..` | a bar to the edge |
/// | `{2023-06,2023-12}` | each of them |
struct DrawnDate {
    enum Side { case earlier, later }

    /// Days are counted as ``CivilDate/ordinal``.
    enum Piece {
        /// On that day.
        case day(Int)
        /// On all of these days.
        case lasted(ClosedRange<Int>)
        /// Some time within these days.
        case within(ClosedRange<Int>)
        /// From or until that day, and nobody knows since or until when.
        case fading(Int, Side, isSure: Bool)
        /// From or until that day, without an end.
        case endless(Int, Side)
    }

    /// What lies below comes first. None where the date has no bound on either side.
    let pieces: [Piece]

    init(_ date: EDTF) {
        switch date.form {
        case .date(let date): pieces = DrawnDate.pieces(of: date)
        case .moment(let moment): pieces = [.day(moment.day.ordinal)]
        case .interval(let from, let to): pieces = DrawnDate.interval(from, to, date.bounds)
        case .oneOf(let members): pieces = members.flatMap { DrawnDate.pieces(of: $0, isOneOf: true) }
        case .allOf(let members): pieces = members.flatMap { DrawnDate.pieces(of: $0, isOneOf: false) }
        }
    }

    /// From the first to the last day that is drawn.
    var extent: ClosedRange<Int>? {
        let ends = pieces.map(\.extent)
        guard let first = ends.map(\.lowerBound).min(), let last = ends.map(\.upperBound).max() else { return nil }
        return first...last
    }

    // MARK: One date, one member

    private static func pieces(of date: EDTF.Date) -> [Piece] {
        guard let span = span(of: date) else { return [] }
        return date.isPlainDay ? [.day(span.lowerBound)] : [.within(span)]
    }

    private static func pieces(of member: EDTF.Member, isOneOf: Bool) -> [Piece] {
        switch member {
        case .date(let date):
            if isOneOf { return span(of: date).map { [.within($0)] } ?? [] }
            return pieces(of: date)
        case .range(let first, let last):
            guard let from = span(of: first), let to = span(of: last) else { return [] }
            let span = from.lowerBound...max(from.lowerBound, to.upperBound)
            return [isOneOf || !first.isPlainDay || !last.isPlainDay ? .within(span) : .lasted(span)]
        case .upTo(let date): return span(of: date).map { [.fading($0.upperBound, .earlier, isSure: !isOneOf)] } ?? []
        case .from(let date): return span(of: date).map { [.fading($0.lowerBound, .later, isSure: !isOneOf)] } ?? []
        }
    }

    private static func span(of date: EDTF.Date) -> ClosedRange<Int>? {
        date.span.map { $0.first.ordinal...max($0.first.ordinal, $0.last.ordinal) }
    }

    // MARK: An interval

    private static func interval(_ from: EDTF.End, _ to: EDTF.End, _ bounds: EDTF.Bounds) -> [Piece] {
        switch (from, to) {
        case (.date(let first), .date(let last)): return between(first, last, bounds)
        case (.date(let first), let end): return onward(pieces(of: first), first, end, .later)
        case (let end, .date(let last)): return onward(pieces(of: last), last, end, .earlier)
        default: return []
        }
    }

    /// It may have lasted from the first bound to the last one; it did from the end of the one date to the start of the
    /// other, where both are beyond doubt.
    private static func between(_ first: EDTF.Date, _ last: EDTF.Date, _ bounds: EDTF.Bounds) -> [Piece] {
        guard let min = bounds.min?.ordinal, let max = bounds.max?.ordinal, min <= max else { return [] }
        guard first.qualifiers.isEmpty, last.qualifiers.isEmpty, let start = span(of: first), let end = span(of: last),
            start.upperBound <= end.lowerBound
        else { return [.within(min...max)] }
        let sure = Piece.lasted(start.upperBound...end.lowerBound)
        return start.count == 1 && end.count == 1 ? [sure] : [.within(min...max), sure]
    }

    private static func onward(_ known: [Piece], _ date: EDTF.Date, _ end: EDTF.End, _ side: Side) -> [Piece] {
        guard let span = span(of: date) else { return [] }
        let day = side == .later ? span.lowerBound : span.upperBound
        if case .open = end { return known + [.endless(day, side)] }
        return [.fading(day, side, isSure: date.isPlainDay)] + known
    }
}

extension DrawnDate.Piece {
    fileprivate var extent: ClosedRange<Int> {
        switch self {
        case .day(let day), .fading(let day, _, _), .endless(let day, _): day...day
        case .lasted(let days), .within(let days): days
        }
    }
}
