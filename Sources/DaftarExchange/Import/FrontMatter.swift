import Daftar

/// A Markdown file whose head is an event: YAML between two lines `---`. What follows is the summary, and a heading before it
/// the title, where the head has none.
///
/// ```
/// ---
/// slug: tj-site-block
/// …
/// ---
/// # A site is blocked
///
/// Users report …
/// ```
package enum FrontMatter {
    package static func isMarkdown(_ path: String) -> Bool { path.hasSuffix(".md") || path.hasSuffix(".markdown") }

    /// True where a file begins as one that has a head: others in a folder are notes.
    package static func begins(_ bytes: [UInt8]) -> Bool {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return text.starts(with: "---\n".utf8) || text.starts(with: "---\r".utf8) || text.starts(with: "--- ".utf8)
    }

    /// The tree of an event; nil, and diagnostics, where there is none.
    static func read(_ text: [UInt8], _ findings: inout Findings) -> SourceNode? {
        guard begins(text), let (end, body) = close(text) else {
            findings.add(
                .frontMatterMissing, "this file has no head between two lines ---", at: SourcePlace(line: 1, column: 1))
            return nil
        }
        guard let root = YAMLReader.read(Array(text[..<end]), &findings) else { return nil }
        let line = text[..<body].count { $0 == UInt8(ascii: "\n") } + 1
        return add(String(decoding: text[body...], as: UTF8.self), from: line, to: root, &findings)
    }

    /// Where the head ends and the body begins.
    private static func close(_ text: [UInt8]) -> (end: Int, body: Int)? {
        var start = 0
        while let newline = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let next = newline + 1, lineEnd = text[next...].firstIndex(of: UInt8(ascii: "\n")) ?? text.endIndex
            let line = String(decoding: text[next..<lineEnd], as: UTF8.self).trimmingBlanksAtEnd
            if line == "---" || line == "..." { return (next, min(lineEnd + 1, text.count)) }
            guard lineEnd < text.endIndex else { return nil }
            start = next
        }
        return nil
    }

    private static func add(
        _ body: String, from line: Int, to root: SourceNode, _ findings: inout Findings
    ) -> SourceNode {
        guard var members = root.map else { return root }
        var text = body.unpadded
        func member(_ key: String, _ text: String) -> SourceNode.Member {
            let place = SourcePlace(line: line, column: 1)
            return SourceNode.Member(
                key: key, keyPlace: place, value: SourceNode(content: .scalar(text, .block), place: place))
        }
        if text.hasPrefix("# ") {
            let heading = text.prefix { $0 != "\n" }, title = String(heading.dropFirst(2)).unpadded
            if root["title"] == nil { members.append(member("title", title)) }
            // A heading that is another one than the title belongs to the text.
            if root["title"] == nil || root["title"]?.scalar == title {
                text = String(text.dropFirst(heading.count)).unpadded
            }
        }
        guard !text.isEmpty else { return SourceNode(content: .map(members), place: root.place) }
        if let own = root["summary"] {
            findings.add(
                .keyDuplicate, "a `summary` in the head, and a text below it, which is the summary", at: own.place)
        } else {
            members.append(member("summary", text))
        }
        return SourceNode(content: .map(members), place: root.place)
    }
}
