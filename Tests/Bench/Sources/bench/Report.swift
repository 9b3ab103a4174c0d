/// One line of the table: what was measured, against what, and what was to be reached.
struct Row {
    let name: String
    let measured: String
    let goal: String
    let isReached: Bool

    static func ratio(_ name: String, _ value: Double, atLeast goal: Double) -> Row {
        Row(name: name, measured: number(value), goal: "≥ \(number(goal))", isReached: value >= goal)
    }

    static func atMost(_ name: String, _ value: Double, _ goal: Double) -> Row {
        Row(name: name, measured: number(value), goal: "≤ \(number(goal))", isReached: value <= goal)
    }

    static func most(_ name: String, _ value: Double, _ goal: Double, _ unit: String) -> Row {
        Row(
            name: name, measured: "\(number(value)) \(unit)", goal: "≤ \(number(goal)) \(unit)",
            isReached: value <= goal)
    }

    static func rate(_ name: String, _ value: Double, atLeast goal: Double) -> Row {
        Row(name: name, measured: "\(Int(value)) /s", goal: "≥ \(Int(goal)) /s", isReached: value >= goal)
    }

    static func number(_ value: Double) -> String {
        if value >= 100 { return String(Int(value.rounded())) }
        let hundredths = Int((value * 100).rounded())
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
    }

    var line: String {
        func pad(_ text: String, _ width: Int) -> String {
            text + String(repeating: " ", count: max(1, width - text.count))
        }
        return "| \(pad(name, 52))| \(pad(measured, 14))| \(pad(goal, 14))| \(isReached ? "reached" : "missed ") |"
    }

    static let head =
        Row(name: "what", measured: "measured", goal: "to reach", isReached: true).line
        .replacing("reached |", with: "        |") + "\n|---|---|---|---|"
}
