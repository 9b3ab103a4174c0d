import Daftar

/// Days on the columns of a screen, from one day to another, with the years, months or days that fit above.
///
/// ```
/// 2022      2023      2024      2025
/// ┬─────────┬─────────┬─────────┬─────
/// ```
struct TimeAxis {
    let first: CivilDate
    let last: CivilDate
    /// How many columns there are.
    let width: Int

    /// - Parameters:
    ///   - first: not after `last`.
    ///   - width: one at least.
    init(from first: CivilDate, to last: CivilDate, width: Int) {
        (self.first, self.last, self.width) = (first, max(first, last), max(1, width))
    }

    private var days: Int { last.ordinal - first.ordinal + 1 }

    /// Where a day is drawn; outside of the axis at its end.
    func column(of day: CivilDate) -> Int {
        min(max((day.ordinal - first.ordinal) * width / days, 0), width - 1)
    }

    // MARK: What stands above

    /// The names of days, and the line below them.
    var lines: (labels: String, line: String) {
        var labels = "", line: [Character] = Array(repeating: "─", count: width)
        for (day, label) in ticks {
            let column = column(of: day)
            line[column] = "┬"
            guard column + label.count <= width, labels.isEmpty || labels.count < column else { continue }
            labels = labels.padded(to: column) + label
        }
        return (labels, String(line))
    }

    private var ticks: [(day: CivilDate, label: String)] {
        for step in Step.all {
            let count = days / step.days + 1
            if count * (step.labelWidth + 2) <= width { return step.ticks(first, last) }
        }
        return [(first, String(first.text.prefix(4)))]
    }

    /// How far two names are from each other.
    private enum Step {
        case day
        case months(Int)
        case years(Int)

        static let all: [Step] =
            [.day, .months(1), .months(3), .months(6)]
            + [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000].map(Step.years)

        /// About so many days.
        var days: Int {
            switch self {
            case .day: 1
            case .months(let count): 30 * count
            case .years(let count): 365 * count
            }
        }

        var labelWidth: Int {
            switch self {
            case .day: 10
            case .months: 7
            case .years: 4
            }
        }

        func ticks(_ first: CivilDate, _ last: CivilDate) -> [(day: CivilDate, label: String)] {
            var ticks: [(day: CivilDate, label: String)] = [], next = start(first)
            while let day = next, day <= last {
                if day >= first { ticks.append((day, String(day.text.prefix(labelWidth)))) }
                next = self.next(day)
            }
            return ticks
        }

        private func start(_ first: CivilDate) -> CivilDate? {
            switch self {
            case .day: first
            case .months: CivilDate(year: first.year, month: 1, day: 1)
            case .years(let count): CivilDate(year: first.year / count * count, month: 1, day: 1)
            }
        }

        private func next(_ day: CivilDate) -> CivilDate? {
            switch self {
            case .day: day.adding(days: 1)
            case .months(let count):
                CivilDate(
                    year: day.year + (day.month - 1 + count) / 12, month: (day.month - 1 + count) % 12 + 1, day: 1)
            case .years(let count): CivilDate(year: day.year + count, month: 1, day: 1)
            }
        }
    }
}
