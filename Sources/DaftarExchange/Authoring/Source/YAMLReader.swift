internal import Yams

/// Reads one YAML document into a tree of raw scalars with their places.
///
/// Yams does the parsing; ``TextGuard`` and ``YAMLGuard`` have looked at the text before, so aliases, bombs and deep nests never
/// reach it.
enum YAMLReader {
    /// The tree; nil, and diagnostics, where the text is no YAML that is taken.
    static func read(_ bytes: [UInt8], _ findings: inout Findings) -> SourceNode? {
        YAMLGuard.check(bytes, &findings)
        guard findings.isSound else { return nil }
        do {
            // The basic resolver knows no types: a key is compared as the text that it is, and `NO` stays `NO`.
            let parser = try Parser(yaml: String(decoding: bytes, as: UTF8.self), resolver: .basic, encoding: .utf8)
            guard let root = try parser.singleRoot() else {
                findings.add(.fileEmpty, "there is nothing in this file", at: SourcePlace(line: 1, column: 1))
                return nil
            }
            return node(root, &findings)
        } catch let error as YamlError {
            report(error, &findings)
        } catch {
            findings.add(.yamlSyntax, "this can't be read as YAML", at: SourcePlace(line: 1, column: 1))
        }
        return nil
    }

    // MARK: The tree

    private static func node(_ node: Node, _ findings: inout Findings) -> SourceNode {
        let place = place(node)
        switch node {
        case .scalar(let scalar):
            return SourceNode(content: .scalar(scalar.string, style(scalar.style)), place: place)
        case .sequence(let sequence):
            return SourceNode(content: .list(sequence.map { self.node($0, &findings) }), place: place)
        case .mapping(let mapping):
            return SourceNode(content: .map(mapping.compactMap { member($0.key, $0.value, &findings) }), place: place)
        case .alias:
            findings.add(.yamlAnchor, "a YAML alias", at: place)
            return SourceNode(content: .scalar("", .plain), place: place)
        }
    }

    private static func member(_ key: Node, _ value: Node, _ findings: inout Findings) -> SourceNode.Member? {
        guard let text = key.scalar?.string else {
            findings.add(.keyForm, "a key is a word", at: place(key))
            return nil
        }
        return SourceNode.Member(key: text, keyPlace: place(key), value: node(value, &findings))
    }

    private static func style(_ style: Node.Scalar.Style) -> SourceNode.Style {
        switch style {
        case .any, .plain: .plain
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal, .folded: .block
        }
    }

    /// Where a node begins, which is all that Yams tells; how far it reaches is looked up where something is wrong
    /// (``SourceLines/widened(_:)``), but for plain text, whose characters are known.
    private static func place(_ node: Node) -> SourcePlace {
        let isPlain = node.scalar?.style == .plain
        return SourcePlace(
            line: node.mark?.line ?? 1, column: node.mark?.column ?? 1,
            length: isPlain ? node.scalar?.string.unicodeScalars.count ?? 1 : 1)
    }

    // MARK: What Yams refuses

    private static func report(_ error: YamlError, _ findings: inout Findings) {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            let message = [problem, context?.text].compactMap(\.self).joined(separator: " ")
            findings.add(
                .yamlSyntax, message, at: SourcePlace(line: mark.line, column: mark.column), hint: hint(problem))
        case .duplicatedKeysInMapping(let keys, let context):
            duplicate(keys.first ?? "", SourcePlace(line: context.mark.line, column: context.mark.column), &findings)
        default:
            findings.add(.yamlSyntax, "this can't be read as YAML", at: SourcePlace(line: 1, column: 1))
        }
    }

    private static func hint(_ problem: String) -> String? {
        problem.hasPrefix("mapping values are not allowed")
            ? "a text that holds \": \" is quoted, or put below its key behind >-" : nil
    }

    /// Yams tells where the first of two equal keys stands; the second is the next one at that column, or in that line.
    private static func duplicate(_ key: String, _ first: SourcePlace, _ findings: inout Findings) {
        let length = key.unicodeScalars.count
        var from = first.part(length, 1)
        var second = first.part(0, length)
        while let found = findings.lines.find(key, from: from) {
            if isKey(found, findings.lines), found.column == first.column || found.line == first.line {
                second = found
                break
            }
            from = found.part(length, 1)
        }
        findings.add(.keyDuplicate, "`\(key)` stands here twice", at: second, label: "first in line \(first.line)")
    }

    /// True where a `:` follows, and nothing stands before that the word could be a part of.
    private static func isKey(_ place: SourcePlace, _ lines: SourceLines) -> Bool {
        let before = lines[place.line].unicodeScalars.prefix(place.column - 1).last ?? " "
        let after = lines.characters(from: place.part(place.length, 1)).first { !" \"'".unicodeScalars.contains($0) }
        return after == ":" && " {,\"'".unicodeScalars.contains(before)
    }
}
