extension SourceNode {
    /// The map with members that were said beside the file, as if they stood at its beginning.
    func adding(_ given: [String: String], _ findings: inout Findings) -> SourceNode {
        guard let members = map else { return self }
        var all = members
        for (key, text) in given.sorted(by: { $0.key < $1.key }) {
            guard let own = members.first(where: { $0.key == key }) else {
                let value = SourceNode(content: .scalar(text, .block), place: startOfMap)
                all.append(Member(key: key, keyPlace: startOfMap, value: value))
                continue
            }
            if own.value.scalar == text { continue }
            findings.add(
                .keyDuplicate, "`\(key)` is said on the command line as well, and otherwise", at: own.keyPlace,
                hint: "say it in one place")
        }
        var node = self
        node.content = .map(all)
        return node
    }
}
