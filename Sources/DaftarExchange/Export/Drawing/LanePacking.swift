/// Puts marks into rows so that they don't cover each other, as long as there are rows.
struct LanePacking {
    /// Where the last mark of each row ends.
    private var ends: [Int] = []

    /// Beyond this many rows marks lie over each other, where they cover the least: a drawing ends somewhere.
    static let mostRows = 14

    /// How many rows there are by now.
    var rows: Int { max(1, ends.count) }

    /// The row for a mark from `start` to `end`; marks come by their start.
    mutating func row(_ start: Int, _ end: Int) -> Int {
        if let free = ends.firstIndex(where: { $0 <= start }) {
            ends[free] = end
            return free
        }
        if ends.count < LanePacking.mostRows {
            ends.append(end)
            return ends.count - 1
        }
        let row = ends.indices.min { ends[$0] < ends[$1] } ?? 0
        ends[row] = max(ends[row], end)
        return row
    }
}
