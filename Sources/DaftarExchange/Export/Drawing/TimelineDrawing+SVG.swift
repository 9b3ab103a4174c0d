import Daftar

/// Where things stand from top to bottom, in pixels.
private enum Layout {
    static let axis = 22
    static let laneHead = 20
    static let row = 11
    static let laneGap = 8
    static let radius = 4
}

extension TimelineDrawing {
    /// How high the picture is, in pixels.
    var height: Int { lanes.reduce(2 * Layout.axis) { $0 + $1.height } }

    /// What stands within `<svg>`.
    ///
    /// - Parameter isLinked: marks lead to the event's place on the page.
    func append(isLinked: Bool, to svg: inout Markup) {
        DrawingStyle.appendDefinitions(to: &svg)
        appendGrid(to: &svg)
        var top = Layout.axis
        for lane in lanes {
            svg.raw("<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"\(top)\" y2=\"\(top)\"/>")
            svg.raw("<text class=\"lane\" x=\"0\" y=\"\(top + 14)\">\(lane.name) ")
            svg.raw("<tspan class=\"tick\">\(lane.marks.count)</tspan></text>\n")
            for mark in lane.marks {
                let middle = top + Layout.laneHead + mark.row * Layout.row + Layout.radius
                MarkDrawing(mark: mark, scale: scale, y: middle).append(isLinked: isLinked, to: &svg)
            }
            top += lane.height
        }
    }

    /// A line for each unit of time, its label above and below.
    private func appendGrid(to svg: inout Markup) {
        let bottom = height - Layout.axis
        for tick in scale.ticks {
            let x = Percent.text(tick.place), role = tick.role == .plain ? "" : " \(tick.role.rawValue)"
            svg.raw("<line class=\"grid\(role)\" x1=\"\(x)\" x2=\"\(x)\" y1=\"\(Layout.axis)\" y2=\"\(bottom)\"/>")
            for y in [Layout.axis - 8, bottom + 15] {
                svg.raw("<text class=\"tick\(role)\" x=\"\(x)\" y=\"\(y)\">\(tick.label)</text>")
            }
        }
        svg.raw("<line class=\"rule\" x1=\"0\" x2=\"100%\" y1=\"\(bottom)\" y2=\"\(bottom)\"/>\n")
    }
}

extension TimelineDrawing.Lane {
    fileprivate var height: Int { Layout.laneHead + packing.rows * Layout.row + Layout.laneGap }
}

/// One event of the picture.
struct MarkDrawing {
    let mark: TimelineDrawing.Mark
    let scale: TimeScale
    let y: Int

    func append(isLinked: Bool, to svg: inout Markup) {
        let event = mark.event
        svg.raw(isLinked ? "<a href=\"#e\(event.index)\" tabindex=\"-1\"" : "<g")
        svg.raw(" class=\"m\(state)\"><title>")
        svg.text("\(event.content.date?.words ?? ""): \(event.content.title?.text() ?? "(not shown)")")
        svg.raw(", entry \(event.index)</title>")
        for piece in mark.date.pieces { append(piece, to: &svg) }
        svg.raw(isLinked ? "</a>\n" : "</g>\n")
    }

    /// What stands against it colours it.
    private var state: String {
        let marks = mark.event.marks
        if marks.retractedBy != nil || marks.isDoubted { return " bad" }
        return marks.disputedBy.isEmpty ? "" : " caution"
    }

    private func append(_ piece: DrawnDate.Piece, to svg: inout Markup) {
        switch piece {
        case .day(let day):
            svg.raw("<circle class=\"day\" cx=\"\(x(day))\" cy=\"\(y)\" r=\"\(Layout.radius)\"/>")
        case .lasted(let days): line("lasted", x(days.lowerBound), x(days.upperBound), to: &svg)
        case .within(let days):
            line("within", x(days.lowerBound), x(days.upperBound), to: &svg)
            line("hatch", x(days.lowerBound), x(days.upperBound), to: &svg)
        case .fading(let day, let side, let isSure): fade(day, side, isSure, to: &svg)
        case .endless(let day, .later): line("lasted", x(day), "99.50%", to: &svg)
        case .endless(let day, .earlier): line("lasted", "0.50%", x(day), to: &svg)
        }
    }

    /// A round end makes a line of one day as wide as a dot.
    private func line(_ name: String, _ from: String, _ to: String, to svg: inout Markup) {
        svg.raw("<line class=\"\(name)\" x1=\"\(from)\" x2=\"\(to)\" y1=\"\(y)\" y2=\"\(y)\"/>")
    }

    private func fade(_ day: Int, _ side: DrawnDate.Side, _ isSure: Bool, to svg: inout Markup) {
        let shift = side == .earlier ? " transform=\"translate(-\(DrawnDate.fade))\"" : ""
        let fill = side == .earlier ? "url(#earlier)" : "url(#later)"
        svg.raw("<rect class=\"fade\(isSure ? "" : " unsure")\" x=\"\(x(day))\" y=\"\(y - Layout.radius)\"")
        svg.raw(" width=\"\(DrawnDate.fade)\" height=\"\(2 * Layout.radius)\" fill=\"\(fill)\"\(shift)/>")
    }

    private func x(_ day: Int) -> String { Percent.text(scale.place(of: day)) }
}

/// Hundredths of a percent as SVG writes them: `12.34%`.
enum Percent {
    static func text(_ hundredths: Int) -> String {
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)%"
    }
}
