import Testing
import Yams

@testable import DaftarExchange

/// The guard before Yams is a scanner of its own: whatever it lets through, Yams must not find an anchor or a tag in.
@Suite("The guard before YAML is parsed")
struct YAMLGuardTests {
    private static let pieces = [
        "&a ", "&a", "*a", "*a ", "!t ", "!!str ", "a", "b: ", "c:", ": ", ":", "- ", "-", "? ", "\n", "\n", "\n  ",
        "\n    ", "\n ",
        " ", "  ", "[", "]", "{", "}", ",", ", ", "'", "''", "\"", "\\", "|", ">", "|\n  ", ">-\n  ", "|-", "|+\n",
        "# x", " #",
        "---", "\n---\n", "...", "%a", "x y", "<<: ", "key: ",
    ]

    @Test("misses nothing that Yams sees", arguments: 1...8)
    func misses(_ seed: Int) throws {
        var random = Random(state: UInt64(seed))
        for _ in 0..<5_000 {
            let text = (0...random.below(14)).map { _ in Self.pieces[random.below(Self.pieces.count)] }.joined()
            let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
            guard isSound(text), let root = try? parser.singleRoot() else { continue }
            // An anchor lives as long as its parser.
            withExtendedLifetime(parser) { #expect(!hasAnchorOrTag(root), "\(text.debugDescription)") }
        }
    }

    private func isSound(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        var findings = Findings(SourceFile(path: "a", bytes: bytes))
        YAMLGuard.check(bytes, &findings)
        return findings.isSound
    }

    private func hasAnchorOrTag(_ node: Node) -> Bool {
        if node.anchor != nil { return true }
        switch node {
        case .alias: return true
        case .scalar(let scalar):
            return ![Tag.implicit.description, Tag(.str).description].contains(scalar.tag.description)
        case .sequence(let sequence): return sequence.contains(where: hasAnchorOrTag)
        case .mapping(let mapping): return mapping.contains { hasAnchorOrTag($0.key) || hasAnchorOrTag($0.value) }
        }
    }
}
