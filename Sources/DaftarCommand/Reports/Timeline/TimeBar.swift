import Daftar

/// A date, drawn on an axis: what is not known of it looks so.
///
/// ```
///     ●             that day
///     ░░░░          a day in that time, or some of it
///   ░━━━━━━░        it lasted; began and ended somewhere in ░
///     ░░~   ●?      about then; maybe then
///   ░━━━━━━━━▶      it goes on
///        ?━         began nobody knows when
/// ```
struct TimeBar {
    /// As many as the axis has columns.
    private(set) var cells: [Character]

    static let legend = "● that day  ━ lasted  ░ in that time  ~ about  ? uncertain  ◀ ▶ no end"

    init(_ date: EDTF?, on axis: TimeAxis) {
        cells = Array(repeating: " ", count: axis.width)
        guard let date else { return }
        let order: [EDTF.Stretch.Certainty] = [.possible, .lasting, .day]
        for certainty in order {
            for stretch in date.stretches where stretch.certainty == certainty { draw(stretch, axis) }
        }
        mark(date)
    }

    private mutating func draw(_ stretch: EDTF.Stretch, _ axis: TimeAxis) {
        // What lies wholly outside of the axis is not drawn at its end.
        if let last = stretch.last, last < axis.first { return }
        if let first = stretch.first, first > axis.last { return }
        let from = stretch.first.map(axis.column) ?? 0, to = stretch.last.map(axis.column) ?? axis.width - 1
        let sign: Character =
            switch stretch.certainty {
            case .day: "●"
            case .lasting: "━"
            case .possible: "░"
            }
        for column in from...max(from, to) where stretch.certainty != .lasting || cells[column] != "░" || from == to {
            cells[column] = sign
        }
        if stretch.first.map({ $0 < axis.first }) ?? true { cells[0] = "◀" }
        if stretch.last.map({ $0 > axis.last }) ?? true { cells[axis.width - 1] = "▶" }
    }

    /// What is said of the whole date stands behind it; at the edge of the screen in place of its last sign.
    private mutating func mark(_ date: EDTF) {
        var signs: [Character] = []
        if date.isApproximate { signs.append("~") }
        if date.isUncertain || date.bounds.latest == .unknown && date.bounds.min != nil { signs.append("?") }
        if date.bounds.earliest == .unknown, let first = cells.firstIndex(where: { $0 != " " }) {
            cells[max(0, first - 1)] = "?"
        }
        guard !signs.isEmpty, let last = cells.lastIndex(where: { $0 != " " }) else { return }
        let start = min(last + 1, max(0, cells.count - signs.count))
        for (offset, sign) in signs.enumerated() where start + offset < cells.count { cells[start + offset] = sign }
    }

    /// Runs of signs, each in its style: colour says nothing that the signs don't.
    func text(on out: Output) -> String {
        var text = "", run = "", style = Style.dim
        func end() { text += run.allSatisfy { $0 == " " } ? run : out.styled(run, style) }
        for cell in cells {
            let its: Style = cell == "●" || cell == "━" ? .emphasis : .dim
            if its != style, cell != " " {
                end()
                (run, style) = ("", its)
            }
            run.append(cell)
        }
        end()
        return text
    }
}
