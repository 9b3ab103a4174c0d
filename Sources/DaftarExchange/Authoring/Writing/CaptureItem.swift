public import Daftar

/// A capture as somebody makes it: one element of `captures:` in an event file.
public struct CaptureItem: Hashable, Sendable {
    /// The id of a source of the event.
    public var source: String
    public var digest: Hash
    /// What was hashed, of `Vocabulary.digestSubjects`.
    public var digestOf: String
    public var byteCount: Int
    public var mediaType: String
    /// Of `Vocabulary.storages`.
    public var stored: String
    public var accessed: String?
    public var finalURL: String?
    public var status: Int?
    public var tool: String?
    /// Copies that others keep: the service, and the address there.
    public var archives: [(service: String, url: String)] = []

    public init(source: String, digest: Hash, digestOf: String, byteCount: Int, mediaType: String, stored: String) {
        (self.source, self.digest, self.digestOf) = (source, digest, digestOf)
        (self.byteCount, self.mediaType, self.stored) = (byteCount, mediaType, stored)
    }

    public static func == (x: CaptureItem, y: CaptureItem) -> Bool { x.lines == y.lines }
    public func hash(into hasher: inout Hasher) { hasher.combine(lines) }

    /// Its lines of YAML, the first without the dash.
    var lines: [String] {
        func scalar(_ text: String) -> String { YAMLScalar.inline(text, .block) }
        var lines = [
            "source: \(scalar(source))", "digest: sha256:\(digest.hex)", "digest-of: \(digestOf)",
            "bytes: \(byteCount)",
            "media-type: \(scalar(mediaType))", "stored: \(stored)",
        ]
        if let accessed { lines.append("accessed: \(scalar(accessed))") }
        if let finalURL { lines.append("final-url: \(scalar(finalURL))") }
        if let status { lines.append("status: \(status)") }
        if let tool { lines.append("tool: \(scalar(tool))") }
        if !archives.isEmpty { lines.append("archives:") }
        for archive in archives {
            lines.append("  - service: \(scalar(archive.service))")
            lines.append("    url: \(scalar(archive.url))")
        }
        return lines
    }

    /// As a person puts it into a file: `captures:` and this one element.
    public var yaml: String { "captures:\n" + CaptureEdit.element(lines, indent: "  ") }
}

/// Adds a capture to an event file and leaves everything else as somebody wrote it, comments and blanks included.
///
/// ```swift
/// switch CaptureEdit.adding(item, to: bytes) { case .edited(let new): …; case .refused(let why): … }
/// ```
public enum CaptureEdit {
    public enum Result: Hashable, Sendable {
        case edited([UInt8])
        /// It is there already.
        case isThere
        /// The file has a form that can't be extended line by line.
        case refused
    }

    public static func adding(_ item: CaptureItem, to bytes: [UInt8]) -> Result {
        guard let root = tree(bytes), let members = root.map, root.place.column == 1 else { return .refused }
        let captures = members.first { $0.key == "captures" }
        if let old = captures?.value.list, old.contains(where: { isSame($0, item) }) { return .isThere }
        guard let edited = edit(item, bytes, members, captures) else { return .refused }
        // What was written must read back as what was there, and one capture more.
        return isAddition(edited, root, item) ? .edited(edited) : .refused
    }

    // MARK: Lines

    static func element(_ lines: [String], indent: String) -> String {
        lines.enumerated().map { "\(indent)\($0 == 0 ? "- " : "  ")\($1)\n" }.joined()
    }

    private static func edit(
        _ item: CaptureItem, _ bytes: [UInt8], _ members: [SourceNode.Member], _ captures: SourceNode.Member?
    ) -> [UInt8]? {
        var lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).map(
            String.init)
        // `String` takes CR LF for one character, so these are split by scalars where they are there.
        let isCRLF = bytes.contains(13)
        if isCRLF { return nil }
        if lines.last == "" { lines.removeLast() }
        guard let captures else {
            return joined(lines + ["captures:"] + split(element(item.lines, indent: "  ")))
        }
        let next = members.map(\.keyPlace.line).filter { $0 > captures.keyPlace.line }.min() ?? lines.count + 1
        guard let indent = indent(of: captures, lines) else { return nil }
        var end = next - 1
        // Blank lines, and comments at the margin, belong to what follows.
        while end > captures.keyPlace.line, lines[end - 1].isEmpty || lines[end - 1].hasPrefix("#") { end -= 1 }
        lines.insert(contentsOf: split(element(item.lines, indent: indent)), at: end)
        return joined(lines)
    }

    /// What stands before the dashes of the list; nil where it is written between brackets.
    private static func indent(of captures: SourceNode.Member, _ lines: [String]) -> String? {
        guard let first = captures.value.list?.first else { return captures.value.scalar == "" ? "  " : nil }
        let line = lines.indices.contains(first.place.line - 1) ? lines[first.place.line - 1] : ""
        let blanks = line.prefix { $0 == " " }
        return line.dropFirst(blanks.count).hasPrefix("- ") ? String(blanks) : nil
    }

    private static func split(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }
    private static func joined(_ lines: [String]) -> [UInt8] { Array((lines.joined(separator: "\n") + "\n").utf8) }

    // MARK: Reading

    private static func tree(_ bytes: [UInt8]) -> SourceNode? {
        var findings = Findings(SourceFile(path: "", bytes: bytes))
        return YAMLReader.read(bytes, &findings)
    }

    private static func isSame(_ node: SourceNode, _ item: CaptureItem) -> Bool {
        node["digest"]?.scalar == "sha256:\(item.digest.hex)" && node["source"]?.scalar == item.source
    }

    private static func isAddition(_ edited: [UInt8], _ before: SourceNode, _ item: CaptureItem) -> Bool {
        guard let after = tree(edited)?.map, let old = before.map else { return false }
        let others = after.filter { $0.key != "captures" }.map { Bare($0.value, $0.key) }
        guard others == old.filter({ $0.key != "captures" }).map({ Bare($0.value, $0.key) }) else { return false }
        let had = before["captures"]?.list ?? []
        guard let has = after.first(where: { $0.key == "captures" })?.value.list, has.count == had.count + 1,
            let last = has.last
        else { return false }
        return has.dropLast().map { Bare($0) } == had.map { Bare($0) } && isSame(last, item)
    }

    /// A node without its place.
    private struct Bare: Equatable {
        let key: String
        let scalar: String?
        let parts: [Bare]

        init(_ node: SourceNode, _ key: String = "") {
            (self.key, scalar) = (key, node.scalar)
            parts = (node.list ?? []).map { Bare($0) } + (node.map ?? []).map { Bare($0.value, $0.key) }
        }
    }
}
