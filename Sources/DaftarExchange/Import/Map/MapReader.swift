import Daftar

/// Reads a column map from YAML. What is wrong with it is said in the shape of `lint`.
struct MapReader {
    private(set) var findings: Findings
    private var map = ColumnMap()
    /// Most columns that a map names.
    private static let limit = 2_000
    private var columns = 0

    private static let keys = [
        "map", "about", "status", "recognise", "separator", "columns", "fixed", "ignore", "skip", "note", "refuse",
    ]

    /// The map; nil, and diagnostics, where it can't be used.
    static func read(_ bytes: [UInt8], path: String) -> (map: ColumnMap?, diagnostics: [Diagnostic]) {
        var findings = Findings(SourceFile(path: path, bytes: bytes))
        guard let text = TextGuard.text(of: bytes, &findings) else { return (nil, findings.inOrder) }
        findings = Findings(SourceFile(path: path, bytes: text))
        guard let root = YAMLReader.read(text, &findings) else { return (nil, findings.inOrder) }
        var reader = MapReader(findings: findings)
        reader.read(root)
        return (reader.findings.isSound ? reader.map : nil, reader.findings.inOrder)
    }

    private init(findings: Findings) { self.findings = findings }

    // MARK: The file

    private mutating func read(_ root: SourceNode) {
        guard let members = root.map else {
            return findings.add(.mapForm, "a column map is a map of keys", at: root.place)
        }
        for member in members {
            switch member.key {
            case "map": map.name = text(member.value)
            case "about": map.about = text(member.value)
            case "note": map.note = text(member.value)
            case "refuse": refuse(member.value)
            case "status": status(member.value)
            case "recognise": map.signature = texts(member.value)
            case "separator": separator(member.value)
            case "ignore": map.ignored = texts(member.value)
            case "skip": skip(member.value)
            case "columns": map.plans += self.members(member.value, EventFields.all, "columns")
            case "fixed": fixed(member.value)
            default: unknown(member, MapReader.keys, "a column map")
            }
        }
        if root["columns"] == nil {
            findings.add(.keyMissing, "a column map has no `columns`", at: root.startOfMap)
        }
    }

    private mutating func status(_ node: SourceNode) {
        let word = text(node)
        map.isUnverified = word == "unverified"
        if !["verified", "unverified"].contains(word) {
            findings.add(.mapForm, "a status is `verified` or `unverified`", at: node.place)
        }
    }

    private mutating func separator(_ node: SourceNode) {
        let word = text(node), named = ["comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"]
        guard let byte = (named[word] ?? word).utf8.first, (named[word] ?? word).utf8.count == 1, byte != 0x22 else {
            return findings.add(
                .mapForm, "a separator is one character, or comma, semicolon, tab, bar", at: node.place)
        }
        map.delimiter = byte
    }

    private mutating func skip(_ node: SourceNode) {
        for member in node.map ?? [] {
            map.skips.append(
                (ColumnName(name: member.key, place: member.keyPlace), texts(member.value).map { $0.lowercased() }))
        }
        if node.map == nil { findings.add(.mapForm, "`skip` is a map: {Column: [words]}", at: node.place) }
    }

    private mutating func refuse(_ node: SourceNode) {
        for member in node.map ?? [] {
            map.refusals.append((ColumnName(name: member.key, place: member.keyPlace), text(member.value)))
        }
        if node.map == nil { findings.add(.mapForm, "`refuse` is a map: {Column: why}", at: node.place) }
    }

    /// What is the same in every row is written as in an event file, and must be good as such.
    private mutating func fixed(_ node: SourceNode) {
        guard let members = node.map else {
            return findings.add(.mapForm, "`fixed` is a map, as in an event file", at: node.place)
        }
        var mapper = Mapper(findings)
        mapper.readLanguage(of: node)
        for member in members {
            guard let field = EventFields.all[member.key] ?? MapReader.own(member.key) else {
                unknown(member, EventFields.all.map(\.name), "an event")
                continue
            }
            mapper.findings = findings
            _ = mapper.value(member.value, field)
            findings = mapper.findings
            map.plans.append((field, .fixed(member.value)))
        }
    }

    // MARK: Fields

    /// `x-…`: a field of one's own is a text.
    static func own(_ key: String) -> Field? {
        key.hasPrefix("x-") && Spelling.isKey(key) ? Field(key, .line, "a field of your own") : nil
    }

    private mutating func members(_ node: SourceNode, _ fields: [Field], _ thing: String) -> [(
        field: Field, plan: ColumnPlan
    )] {
        guard let members = node.map else {
            findings.add(.mapForm, "`\(thing)` is a map from fields to columns", at: node.place)
            return []
        }
        return members.compactMap { member in
            if member.key == "each" { return nil }
            guard let field = fields[member.key] ?? MapReader.own(member.key) else {
                unknown(member, fields.map(\.name), thing == "columns" ? "an event" : "`\(thing)`")
                return nil
            }
            return plan(member.value, field).map { (field, $0) }
        }
    }

    private mutating func plan(_ node: SourceNode, _ field: Field) -> ColumnPlan? {
        switch field.shape {
        case .list(let fields): return things(node, fields, field)
        case .map(let fields): return .thing(ThingPlan(members: members(node, fields, field.name)))
        case .text where !isSpec(node):
            return .texts(
                (node.map ?? []).compactMap { member in
                    // A language is two or three letters and maybe more; anything else is a slip.
                    let primary = member.key.prefix { $0 != "-" }
                    guard (2...3).contains(primary.count), LanguageTag.isWellFormed(member.key) else {
                        unknown(member, CellReader.keys.sorted(), "a column")
                        return nil
                    }
                    return cell(member.value, field).map { (member.key, $0) }
                })
        default:
            guard let list = node.list else { return cell(node, field).map { .cell($0) } }
            return .words(list.compactMap { cell($0, field) })
        }
    }

    private mutating func things(_ node: SourceNode, _ fields: [Field], _ field: Field) -> ColumnPlan? {
        if let list = node.list {
            return .things(list.map { ThingPlan(members: members($0, fields, field.name)) })
        }
        let thing = ThingPlan(members: members(node, fields, field.name))
        guard let each = node["each"] else { return .things([thing]) }
        return .each(separator: separatorText(each), thing)
    }

    /// A column, or a map that says where it comes from; a text may also be a map by language.
    private func isSpec(_ node: SourceNode) -> Bool {
        guard let members = node.map else { return true }
        return members.contains { CellReader.origins.contains($0.key) }
    }

    private mutating func cell(_ node: SourceNode, _ field: Field) -> CellPlan? {
        columns += 1
        guard columns <= MapReader.limit else {
            findings.add(.tooMany, "a map names at most \(MapReader.limit) columns", at: node.place)
            return nil
        }
        var reader = CellReader(findings: findings, field: field)
        defer { findings = reader.findings }
        return reader.read(node)
    }

    // MARK: Words

    private mutating func unknown(_ member: SourceNode.Member, _ known: [String], _ thing: String) {
        let nearest = NearestWord.of(member.key, in: known)
        findings.add(
            .keyUnknown, "\(thing) has no key `\(member.key.shortened)`", at: member.keyPlace,
            label: nearest.map { "did you mean `\($0)`?" })
    }

    private mutating func text(_ node: SourceNode) -> String {
        guard let text = node.scalar, !text.isEmpty else {
            findings.add(.valueShape, "this is a text, not \(node.shapeName)", at: node.place)
            return ""
        }
        return text
    }

    private mutating func texts(_ node: SourceNode) -> [String] {
        (node.list ?? [node]).map { text($0) }
    }

    /// A separator is what stands between values; `line` is a line end.
    private mutating func separatorText(_ node: SourceNode) -> String {
        let word = text(node)
        return word == "line" ? "\n" : word
    }
}
