import Daftar

/// Where days stand on a drawing's width, in hundredths of a percent: it fits a phone and a wall without being drawn anew.
struct TimeScale {
    /// Whole years, or whole months where there are few.
    let days: ClosedRange<Int>
    /// Where a label stands, and what it says.
    let ticks: [Tick]

    struct Tick {
        let place: Int
        let label: String
        let role: Role
    }

    enum Role: String {
        /// Its label begins, or ends, where it stands: it is too long to hang over.
        case first, last
        /// Narrow drawings leave it out.
        case minor
        case plain = ""
    }

    /// So much is left free on either side, for marks that stand on the edge.
    private static let margin = 200

    /// - Parameter extent: the first and the last day of what is drawn.
    init(_ extent: ClosedRange<Int>) {
        let unit = TimeUnit(extent)
        let first = unit.start(of: extent.lowerBound), end = unit.end(of: extent.upperBound)
        days = first.ordinal...max(first.ordinal, end.ordinal - 1)
        let days = days
        let starts = unit.starts(from: first, to: end)
        ticks = starts.enumerated().map { i, start in
            let isEdge = i == 0 || i == starts.count - 1
            return Tick(
                place: TimeScale.place(halfDays: 2 * (start.ordinal - days.lowerBound), of: days.count),
                label: unit.label(start, isEdge: isEdge), role: unit.role(i, of: starts.count))
        }
    }

    /// The middle of a day; one that lies outside stands on the edge.
    func place(of day: Int) -> Int {
        let day = min(max(day, days.lowerBound), days.upperBound)
        return TimeScale.place(halfDays: 2 * (day - days.lowerBound) + 1, of: days.count)
    }

    private static func place(halfDays: Int, of count: Int) -> Int {
        margin + halfDays * (10_000 - 2 * margin) / (2 * count)
    }
}

/// What the axis counts in.
struct TimeUnit {
    /// 1, 3, 12, or a multiple of 12.
    private let months: Int

    init(_ extent: ClosedRange<Int>) {
        let years = extent.count / 365
        switch years {
        case 0: months = 1
        case 1..<3: months = 3
        default: months = 12 * ([1, 2, 5, 10, 20, 50, 100, 200, 500].first { years / $0 <= 20 } ?? 1000)
        }
    }

    /// Months or quarters: every third is the start of something larger.
    var isFine: Bool { months < 12 }

    /// The start of the unit that a day lies in.
    func start(of day: Int) -> CivilDate { CivilDate(ordinal: day).flatMap { first(at: count($0)) } ?? .first }

    /// The start of the next one.
    func end(of day: Int) -> CivilDate {
        CivilDate(ordinal: day).flatMap { first(at: count($0) + 1) } ?? .last
    }

    /// The starts of all units from the first to the one after the last.
    func starts(from first: CivilDate, to end: CivilDate) -> [CivilDate] {
        (count(first)...max(count(end), count(first))).compactMap(self.first(at:))
    }

    func label(_ day: CivilDate, isEdge: Bool) -> String {
        guard isFine else { return String(day.year) }
        let month = TimeUnit.monthNames[day.month - 1]
        return isEdge || day.month == 1 ? "\(month) \(day.year)" : month
    }

    func role(_ i: Int, of count: Int) -> TimeScale.Role {
        if isFine, i == 0 { return .first }
        if isFine, i == count - 1 { return .last }
        let every = isFine ? 3 : 2
        return i.isMultiple(of: every) && (!isFine || count - 1 - i >= every) ? .plain : .minor
    }

    /// How many units lie before a day.
    private func count(_ day: CivilDate) -> Int { (day.year * 12 + day.month - 1) / months }

    private func first(at count: Int) -> CivilDate? {
        CivilDate(year: count * months / 12, month: count * months % 12 + 1, day: 1)
    }

    private static let monthNames = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
