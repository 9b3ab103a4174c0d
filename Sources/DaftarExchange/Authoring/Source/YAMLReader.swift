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
        let place = place(node, &findings)
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
            findings.add(.keyForm, "a key is a word", at: place(key, &findings))
            return nil
        }
        return SourceNode.Member(key: text, keyPlace: place(key, &findings), value: node(value, &findings))
    }

    private static func style(_ style: Node.Scalar.Style) -> SourceNode.Style {
        switch style {
        case .any, .plain: .plain
        case .singleQuoted, .doubleQuoted: .quoted
        case .literal, .folded: .block
        }
    }

    /// Where a node stands. Yams tells where it begins; where it ends follows from the line itself.
    private static func place(_ node: Node, _ findings: inout Findings) -> SourcePlace {
        let place = SourcePlace(line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        let length =
            switch node {
            case .scalar(let scalar) where scalar.style == .plain: scalar.string.unicodeScalars.count
            // A place that takes more than its beginning is only needed where something is wrong: see `widened`.
            default: 1
            }
        return SourcePlace(line: place.line, column: place.column, length: length)
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
        var from = SourcePlace(line: first.line, column: first.column + key.unicodeScalars.count)
        var second = first
        while let found = findings.lines.find(key, from: from) {
            let before = findings.lines[found.line].unicodeScalars.prefix(found.column - 1).last
            let isKey =
                findings.lines.characters(from: found.part(found.length, 1)).first {
                    $0 != " " && $0 != "\"" && $0 != "'"
                } == ":"
            if isKey, found.column == first.column || found.line == first.line,
                before.map({ " {,\"'".unicodeScalars.contains($0) }) ?? true
            {
                second = found
                break
            }
            from = SourcePlace(line: found.line, column: found.column + found.length)
        }
        findings.add(
            .keyDuplicate, "`\(key)` stands here twice",
            at: SourcePlace(line: second.line, column: second.column, length: max(1, key.unicodeScalars.count)),
            label: "first in line \(first.line)")
    }
}
