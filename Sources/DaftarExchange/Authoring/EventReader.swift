import Daftar

/// Reads event files: YAML, one event a file, or JSON Lines, one event a line, by the same table of fields.
///
/// ```swift
/// let reading = EventReader().read(bytes, path: "huawei.yaml")
/// if let draft = reading.draft { … }            // nothing forbids signing it
/// for diagnostic in reading.diagnostics { … }   // all that is wrong, and warnings
/// ```
public struct EventReader: Sendable {
    /// What is described beside the files.
    public let shared: SharedThings

    public init(shared: SharedThings = SharedThings()) { self.shared = shared }

    /// What came of one event.
    public struct Reading: Sendable {
        /// Nil where an error was found.
        public internal(set) var draft: EventDraft?
        /// In the order of the file; of very many not all.
        public let diagnostics: [Diagnostic]
        public let errorCount: Int
        public let warningCount: Int
        /// What others may call it by, be it good or not.
        public internal(set) var names: [String] = []
    }

    /// Reads one entry from YAML.
    ///
    /// - Parameter given: fields that are said beside the file: the `reason` of a correction, the `kind` of a remark. Plain
    ///   text is in the file's language. A file that says something else there is refused.
    public func read(
        _ bytes: [UInt8], path: String, as form: EntryForm = .event, given: [String: String] = [:]
    ) -> Reading {
        var findings = Findings(SourceFile(path: path, bytes: bytes))
        guard let text = TextGuard.text(of: bytes, &findings) else { return reading(nil, findings) }
        findings = Findings(SourceFile(path: path, bytes: text))
        let isMarkdown = form == .event && FrontMatter.isMarkdown(path)
        let root = isMarkdown ? FrontMatter.read(text, &findings) : YAMLReader.read(text, &findings)
        guard let root else { return reading(nil, findings) }
        return entry(root.adding(given, &findings), form, findings)
    }

    /// Reads one event from a tree that was made of something else.
    ///
    /// - Parameter excused: fields that are missing, which was said.
    func read(_ root: SourceNode, _ findings: Findings, excusing excused: Set<String>) -> Reading {
        entry(root, .event, findings, excusing: excused)
    }

    /// Reads one event from a line of JSON Lines.
    ///
    /// - Parameters:
    ///   - line: the number of the line in its file, from 1.
    ///   - kept: the most diagnostics that are wanted; more are only counted.
    public func readJSON(_ bytes: [UInt8], path: String, line: Int = 1, keeping kept: Int = .max) -> Reading {
        var findings = Findings(SourceFile(path: path, bytes: bytes, firstLine: line, isJSON: true), keeping: kept)
        guard bytes.count <= SourceFile.limit else {
            findings.add(
                .fileTooLarge, "this line has \(bytes.count) bytes, the limit is 4 MiB",
                at: SourcePlace(line: line, column: 1))
            return reading(nil, findings)
        }
        let mayBeExported = ExportedLine.mayBe(bytes)
        guard let root = JSONReader.read(&findings, takesLiterals: mayBeExported) else { return reading(nil, findings) }
        guard mayBeExported, let (event, statement) = ExportedLine.event(of: root, &findings) else {
            return entry(root, .event, findings)
        }
        // What it says stands alone: nothing that lies beside the file was a part of it.
        var exported = EventReader().entry(event, .event, findings)
        exported.draft?.formerly = statement
        exported.names.append(statement.base64)
        return exported
    }

    /// Where the lines of a JSON Lines file lie in `bytes`, and their numbers; blank lines are left out.
    public static func lines(of bytes: Span<UInt8>) -> [(number: Int, range: Range<Int>)] {
        var lines: [(Int, Range<Int>)] = []
        var (start, number, isBlank) = (0, 1, true)
        for i in bytes.indices {
            if bytes[i] == UInt8(ascii: "\n") {
                if !isBlank { lines.append((number, start..<i)) }
                (start, number, isBlank) = (i + 1, number + 1, true)
            } else if bytes[i] > 0x20 {
                isBlank = false
            }
        }
        if !isBlank { lines.append((number, start..<bytes.count)) }
        return lines
    }

    // MARK: From a tree to a draft

    private func entry(
        _ root: SourceNode, _ form: EntryForm, _ findings: Findings, excusing excused: Set<String> = []
    ) -> Reading {
        var mapper = Mapper(findings, shared: shared)
        mapper.readLanguage(of: root)
        var object = mapper.map(root, form.fields, form.thing)
        guard root.map != nil else { return reading(nil, mapper.findings) }
        mapper.copyShared(into: &object)
        mapper.require(form.fields, of: object, root, form.thisThing, excusing: excused)
        EventRules.check(object, root, form, &mapper)
        let draft = mapper.findings.isSound ? draft(object, root, mapper.findings.file) : nil
        var reading = reading(draft, mapper.findings)
        reading.names = [object["slug"]?.string].compactMap(\.self)
        return reading
    }

    private func draft(_ object: JSONObject, _ root: SourceNode, _ file: SourceFile) -> EventDraft {
        var content = EventContent(fields: object)
        for name in EventReader.apart { content.fields[name] = nil }
        for name in EventFields.lists {
            guard let elements = content.fields.removeValue(forKey: name)?.array else { continue }
            content[list: name] = elements.map(EventContent.Part.shown)
        }
        return EventDraft(
            content: content, relations: relations(object, root), withhold: object["withhold"]?.strings ?? [],
            path: file.path, line: root.place.line)
    }

    /// Not signed as they stand.
    private static let apart = ["language", "relations", "withhold"]

    private func relations(_ object: JSONObject, _ root: SourceNode) -> [RelationDraft] {
        let nodes = root["relations"]?.list ?? []
        return zip(object["relations"]?.array ?? [], nodes).compactMap { value, node in
            guard let members = value.object, let relation = value["relation"]?.string, let to = value["to"]?.string
            else { return nil }
            let place = node["to"]?.place ?? node.place
            return RelationDraft(
                relation: relation, to: to, basis: value["basis"]?.string,
                extras: members.filter { $0.key.hasPrefix("x-") }, line: place.line, column: place.column)
        }
    }

    private func reading(_ draft: EventDraft?, _ findings: Findings) -> Reading {
        Reading(
            draft: findings.isSound ? draft : nil, diagnostics: findings.inOrder, errorCount: findings.errorCount,
            warningCount: findings.warningCount)
    }
}

extension EventFields {
    /// The fields that are signed element by element.
    static let lists = all.filter { if case .list = $0.shape { true } else { false } }.map(\.name)
}

extension Mapper {
    /// The language of plain text has to be known before any of it is read.
    mutating func readLanguage(of root: SourceNode) {
        guard let tag = root["language"]?.scalar, LanguageTag.isWellFormed(tag) else { return }
        language = tag
    }
}
