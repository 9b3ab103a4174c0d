import Daftar

/// The table of what is touched, what follows from it and what is still good.
struct DamagePage {
    let damage: Damage
    let out: Output
    /// More lines than a person reads; the rest is counted, and whole in the JSON.
    private static let limit = 40
    private static let placeLimit = 8

    func show() {
        let rows = damage.causes.prefix(Self.limit).map { (name($0), $0.finding.code.deed, explained($0)) }
        let follows = damage.consequences.map {
            (ranges($0.ranges), "follows", "from entry \($0.cause), not judged apart")
        }
        let all = rows + follows
        let first = min(all.map(\.0.width).max() ?? 0, 24), second = min(all.map(\.1.width).max() ?? 0, 26)
        for (name, deed, text) in all {
            let start = "  \(name.padded(to: first))  \(deed.padded(to: second))  "
            let isRoomy = out.screen.columns - start.width >= 24
            out.write(
                isRoomy
                    ? Wrap.hanging(start, text, out.screen.columns)
                    : "\(start)\n" + Wrap.hanging("        ", text, out.screen.columns))
        }
        let more = damage.causes.count - rows.count
        if more > 0 { out.line("  … \(Words.count(more, "more line")): --json shows all") }
        out.line()
        out.write(Wrap.hanging("  good: ", good, out.screen.columns))
    }

    private func name(_ line: Damage.Line) -> String {
        guard let range = line.range else { return line.finding.step.place }
        return (range.count == 1 ? "entry " : "entries ") + Words.range(range)
    }

    private func explained(_ line: Damage.Line) -> String {
        let finding = line.finding
        let places = ([finding.detail] + line.elsewhere).prefix(Self.placeLimit).joined(separator: ", ")
        let more =
            line.elsewhere.count >= Self.placeLimit ? " and \(line.elsewhere.count + 1 - Self.placeLimit) more" : ""
        let detail = finding.detail.isEmpty ? "" : ": \(places.cleaned)\(more)"
        let also = Set(line.also.map(\.step)).subtracting([finding.step]).sorted().map { "step \($0.rawValue)" }
        let rest = also.isEmpty ? "" : "; also \(Words.list(also))"
        return "step \(finding.step.rawValue): \(finding.code.meaning)\(detail)\(rest) [\(finding.code.rawValue)]"
    }

    private func ranges(_ ranges: [ClosedRange<Int>]) -> String {
        let shown = ranges.prefix(4).map(Words.range).joined(separator: ", ")
        return ranges.count > 4 ? shown + ", …" : shown
    }

    private var good: String {
        guard let good = damage.good else {
            return "nothing that could be vouched for: the ledger as a whole does not hold together"
        }
        if good.isEmpty { return "none" }
        let shown = good.prefix(100).map(Words.range).joined(separator: ", ")
        return good.count > 100 ? shown + " and \(good.count - 100) more ranges" : shown
    }
}

extension Step {
    /// What a finding without an entry is about.
    var place: String {
        switch self {
        case .anchors: "charter"
        case .checkpoint: "checkpoint"
        case .bytes, .tree: "tiles"
        case .chain, .statement, .signatures, .meaning: "entries"
        case .content: "content"
        case .evidence: "evidence"
        case .time: "timestamps"
        case .memory: "the whole"
        }
    }
}
