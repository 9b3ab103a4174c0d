import Daftar

/// A line that `daftar export --format jsonl` wrote: the event is one member of it, beside what the ledger says about it.
enum ExportedLine {
    /// True where a line begins as those do: it may hold `true` and `false`, which no event file may.
    static func mayBe(_ bytes: [UInt8]) -> Bool {
        let blanks: Set<UInt8> = [0x09, 0x20]
        var rest = bytes.drop { blanks.contains($0) }
        guard rest.popFirst() == UInt8(ascii: "{") else { return false }
        return rest.drop { blanks.contains($0) }.starts(with: "\"caveat\"".utf8)
    }

    /// The event in a line, as an event file has it, and the statement by which others refer to it; nil for other lines.
    static func event(of root: SourceNode, _ findings: inout Findings) -> (event: SourceNode, statement: Hash)? {
        guard let event = root["event"], event.map != nil, let statement = root["statement"]?.scalar,
            let hash = Hash(base64: statement), root["leaf"] != nil
        else { return nil }
        warn(root, event, &findings)
        let whole = withoutReason(root, event).adding(["language": language(of: event)], &findings)
        return (withholding(root, whole), hash)
    }

    /// A corrected event is shown with the reason of its correction, which is no part of the event.
    private static func withoutReason(_ root: SourceNode, _ event: SourceNode) -> SourceNode {
        guard root["marks"]?["corrected-by"] != nil, let members = event.map else { return event }
        return SourceNode(content: .map(members.filter { $0.key != "reason" }), place: event.place)
    }

    /// Texts are maps by language there, so that this one is never used.
    private static func language(of event: SourceNode) -> String {
        event["title"]?.map?.first?.key ?? LanguageTag.undetermined
    }

    /// What came out of a vault stays withheld.
    private static func withholding(_ root: SourceNode, _ event: SourceNode) -> SourceNode {
        guard let paths = root["private"]?.list, !paths.isEmpty, var members = event.map else { return event }
        let node = SourceNode(content: .list(paths), place: event.startOfMap)
        members.append(SourceNode.Member(key: "withhold", keyPlace: event.startOfMap, value: node))
        return SourceNode(content: .map(members), place: event.place)
    }

    private static func warn(_ root: SourceNode, _ event: SourceNode, _ findings: inout Findings) {
        if let parts = root["not-shown"]?.map {
            let words = parts.map { "\($0.value.scalar ?? "some") \($0.key)" }.joined(separator: ", ")
            findings.add(
                .partsNotShown, "the export did not show all of this event: \(words)", at: event.startOfMap)
        }
        let marks = (root["marks"]?.map ?? []).filter {
            ["corrected-by", "retracted-by", "disputed-by", "doubted"].contains($0.key)
        }
        if !marks.isEmpty {
            let words = marks.map { "`\($0.key)`" }.joined(separator: ", ")
            findings.add(.eventMarked, "its own ledger marks this event: \(words)", at: event.startOfMap)
        }
    }
}
