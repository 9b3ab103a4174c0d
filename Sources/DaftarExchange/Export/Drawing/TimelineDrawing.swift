import Daftar

/// The events over time, a lane for each family of kinds: the picture of the page, of `--format svg` and of the README.
///
/// Positions along the time are percentages, heights and strokes are pixels: the picture fills any width, and dots stay
/// round. It holds no style of its own: ``DrawingStyle`` does.
struct TimelineDrawing {
    /// An event where it stands.
    struct Mark {
        let event: RecordedEvent
        let date: DrawnDate
        let row: Int
    }

    struct Lane {
        let name: String
        var marks: [Mark] = []
        var packing = LanePacking()
    }

    let scale: TimeScale
    let lanes: [Lane]
    /// Events whose date has no bound: nowhere to stand.
    let undrawn: Int

    /// Nil where there is nothing to draw.
    ///
    /// - Parameter width: in pixels, at which marks don't cover each other.
    init?(_ events: [RecordedEvent], width: Int) {
        let dated = events.compactMap { event in
            event.content.date?.edtf.map(DrawnDate.init).flatMap { date in
                date.extent.map { (event: event, date: date, days: $0) }
            }
        }
        guard let first = dated.map(\.days.lowerBound).min(), let last = dated.map(\.days.upperBound).max() else {
            return nil
        }
        scale = TimeScale(first...last)
        undrawn = events.count - dated.count
        var lanes: [String: Lane] = [:]
        for (event, date, _) in dated {
            let name = event.timelineGroup
            lanes[name, default: Lane(name: name)].add(event, date, scale, width)
        }
        self.lanes = (Kind.families + [RecordedEvent.otherGroup]).compactMap { lanes[$0] }
    }

    /// What the picture shows, for those who don't see it.
    var words: String {
        let marks = lanes.reduce(0) { $0 + $1.marks.count }
        let sure = lanes.reduce(0) { $0 + $1.marks.count { $0.date.isSure } }
        let counts = lanes.map { "\($0.name) \($0.marks.count)" }.joined(separator: ", ")
        let years = [scale.days.lowerBound, scale.days.upperBound].compactMap { CivilDate(ordinal: $0)?.year }
        let when = years.first == years.last ? "in \(years[0])" : "from \(years[0]) to \(years[1])"
        return "\(marks) \(marks == 1 ? "event" : "events") \(when), by kind: \(counts). "
            + "Of \(sure) the days are known; of \(marks - sure) only bounds within which they lie."
    }
}

extension TimelineDrawing.Lane {
    fileprivate mutating func add(_ event: RecordedEvent, _ date: DrawnDate, _ scale: TimeScale, _ width: Int) {
        let ends = date.pieces.map { $0.pixels(scale, width) }
        let start = ends.map(\.lowerBound).min() ?? 0, end = ends.map(\.upperBound).max() ?? 0
        marks.append(TimelineDrawing.Mark(event: event, date: date, row: packing.row(start, end)))
    }
}

extension DrawnDate {
    /// True where every day of it is known.
    var isSure: Bool {
        pieces.allSatisfy { piece in
            switch piece {
            case .day, .lasted: true
            case .within, .fading, .endless: false
            }
        }
    }

    /// How far what fades out reaches, in pixels.
    static let fade = 30
}

extension DrawnDate.Piece {
    /// What it covers of a drawing so wide.
    fileprivate func pixels(_ scale: TimeScale, _ width: Int) -> ClosedRange<Int> {
        func at(_ day: Int) -> Int { scale.place(of: day) * width / 10_000 }
        switch self {
        case .day(let day): return at(day) - 5...at(day) + 5
        case .lasted(let days), .within(let days): return at(days.lowerBound) - 5...at(days.upperBound) + 5
        case .fading(let day, .earlier, _): return at(day) - DrawnDate.fade...at(day) + 5
        case .fading(let day, .later, _): return at(day) - 5...at(day) + DrawnDate.fade
        case .endless(let day, .earlier): return min(0, at(day))...at(day) + 5
        case .endless(let day, .later): return at(day) - 5...max(width, at(day))
        }
    }
}
