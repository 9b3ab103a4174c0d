import Daftar
import DaftarStore

/// Events over time.
///
/// ```
///   #  2022         2023         2024
///      ┬────────────┬────────────┬───────────
///   9                    ●                    Russia and Tajikistan sign …
///  12                          ░              Tajik government and Huawei …
/// ```
struct TimelinePage {
    let events: [RecordedEvent]
    let period: EDTF.Period?
    let out: Output

    /// With fewer columns a title stands above its drawing.
    private static let narrow = 64
    private var isNarrow: Bool { out.screen.columns < Self.narrow }
    private var numbers: Int { max(3, events.map { String($0.index).width }.max() ?? 1) }
    private var indent: String { String(repeating: " ", count: numbers + 2) }
    /// Of the drawing: half of what there is.
    private var width: Int {
        let room = out.screen.columns - numbers - 2
        return isNarrow ? room : room / 2
    }

    func show() {
        guard let axis else {
            for event in events { row(event, "") }
            return
        }
        let (labels, line) = axis.lines
        out.line(out.styled("#".paddedLeft(to: numbers) + "  " + labels, .dim))
        out.line(out.styled(indent + line, .dim))
        for event in events { row(event, TimeBar(event.content.date?.edtf, on: axis).text(on: out)) }
    }

    /// Over all days that are known; no wider than what was asked for.
    private var axis: TimeAxis? {
        let bounds = events.compactMap { $0.content.date?.edtf?.bounds }
        let days = bounds.flatMap { [$0.min, $0.max] }.compactMap(\.self)
        guard let first = period?.from ?? days.min(), let last = period?.to ?? days.max() else { return nil }
        return TimeAxis(from: min(first, last), to: last, width: width)
    }

    private func row(_ event: RecordedEvent, _ bar: String) {
        let number = String(event.index).paddedLeft(to: numbers) + "  "
        if isNarrow {
            out.line(number + title(event, out.screen.columns - numbers - 2))
            let drawing = (indent + bar).trimmed
            if !drawing.isEmpty { out.line(drawing) }
            return
        }
        let room = out.screen.columns - numbers - 2 - width - 1
        // Styles take no columns, so the drawing has its width already.
        let drawing = bar.isEmpty ? String(repeating: " ", count: width) : bar
        out.line(number + drawing + " " + title(event, room))
    }

    /// One line of the title. A date that can't be drawn is said.
    private func title(_ event: RecordedEvent, _ room: Int) -> String {
        let content = event.content, isDrawn = content.date?.edtf.map { !$0.stretches.isEmpty } ?? false
        let date = isDrawn ? "" : (content.date?.words ?? "undated") + ": "
        let text = (content.sourcesDisagree ? "† " : "") + date + EventTitle.text(event)
        return text.cleaned.truncated(to: room).leftToRight
    }
}

extension String {
    /// On a line that begins from the left, whatever it begins with: a terminal that orders text by its script would
    /// otherwise turn the whole line around with a title in Arabic or Hebrew.
    var leftToRight: String {
        let isOther = unicodeScalars.contains { scalar in
            switch scalar.value {
            case 0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFC, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
            default: false
            }
        }
        return isOther ? "\u{200E}\(self)\u{200E}" : self
    }
}
