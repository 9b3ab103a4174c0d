import Daftar

/// Events in columns: number, date in words, kind, place; the title below.
struct EventTable {
    let events: [RecordedEvent]
    let out: Output

    private static let whenWidth = 21, kindWidth = 26

    func show() {
        let numbers = max(3, events.map { String($0.index).width }.max() ?? 1)
        let indent = numbers + 3
        let head =
            "#".paddedLeft(to: numbers) + "   " + "when".padded(to: Self.whenWidth + 2)
            + "what".padded(to: Self.kindWidth) + "  where"
        out.line(out.styled(head, .dim))
        for event in events { show(event, numbers, indent) }
    }

    private func show(_ event: RecordedEvent, _ numbers: Int, _ indent: Int) {
        let content = event.content
        let when = (content.date?.words ?? "undated") + (content.sourcesDisagree ? " †" : "")
        let left = Wrap.lines(when.cleaned, Self.whenWidth)
        let kind = (content.kind?.text ?? "").cleaned.truncated(to: Self.kindWidth)
        let places = content.places.joined(separator: " ").cleaned
        let room = out.screen.columns - indent - Self.whenWidth - 2
        let first = "\(kind.padded(to: Self.kindWidth))  \(places.truncated(to: max(2, room - Self.kindWidth - 2)))"
        let right = Wrap.lines(EventTitle.text(event).cleaned, room)
        for row in 0..<max(left.count, right.count + 1) {
            let number = row == 0 ? String(event.index).paddedLeft(to: numbers) : String(repeating: " ", count: numbers)
            let date = (row < left.count ? left[row] : "").padded(to: Self.whenWidth)
            let text = row == 0 ? out.styled(first.trimmed, .dim) : row <= right.count ? right[row - 1] : ""
            out.line("\(number)   \(date)  \(text)".trimmed)
        }
    }
}

extension String {
    /// Without spaces at the end.
    var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
