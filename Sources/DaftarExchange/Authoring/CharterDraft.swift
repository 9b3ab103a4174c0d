public import Daftar

/// A charter that somebody wrote; it becomes the first entry when all its first keys are there.
public struct CharterDraft: Hashable, Sendable {
    public var title: [String: String]
    public var description: [String: String]
    public var languages: [String]
    public var licence: String
    public var approvals: Int
    public var keys: [Key]
    public var continues: Continuation?

    /// A key that may sign from the beginning.
    public struct Key: Hashable, Sendable {
        public let vkey: VerifierKey
        /// `editor` or `author`
        public let role: String

        public init(vkey: VerifierKey, role: String) { (self.vkey, self.role) = (vkey, role) }
    }

    /// The ledger that this one goes on from.
    public struct Continuation: Hashable, Sendable {
        public let ledger: Origin
        public let size: Int
        public let root: Hash
    }

    /// A charter of which only the title was given: it describes itself by that, is in English and under CC BY 4.0, and
    /// one editor decides.
    public init(title: String, language: String = "en") {
        self.title = [language: title]
        description = self.title
        languages = [language]
        licence = CharterFields.licence
        approvals = 1
        keys = []
    }

    /// The charter that `bytes` say; nil where an error was found.
    public static func read(_ bytes: [UInt8], path: String) -> (draft: CharterDraft?, diagnostics: [Diagnostic]) {
        var findings = Findings(SourceFile(path: path, bytes: bytes))
        guard let text = TextGuard.text(of: bytes, &findings) else { return (nil, findings.inOrder) }
        findings = Findings(SourceFile(path: path, bytes: text))
        guard let root = YAMLReader.read(text, &findings) else { return (nil, findings.inOrder) }
        var mapper = Mapper(findings)
        mapper.language = "en"
        mapper.readLanguage(of: root)
        let object = mapper.map(root, CharterFields.all, "a charter")
        if root.map != nil { mapper.require(CharterFields.all, of: object, root, "this charter") }
        let draft = CharterDraft(object, root, &mapper.findings)
        return (mapper.findings.isSound ? draft : nil, mapper.findings.inOrder)
    }

    private init?(_ object: JSONObject, _ root: SourceNode, _ findings: inout Findings) {
        guard let title = object["title"]?.stringsByKey else { return nil }
        self.title = title
        description = object["description"]?.stringsByKey ?? title
        languages = object["languages"]?.strings ?? title.keys.sorted()
        licence = object["licence"]?.string ?? CharterFields.licence
        approvals = object["approvals"]?.integer ?? 1
        keys = (object["keys"]?.array ?? []).compactMap(Key.init)
        if let value = object["continues"] {
            continues = Continuation(value)
            if continues == nil, findings.isSound {
                findings.add(
                    .digestForm, "`ledger` is an origin, and `root` the base64 of a hash, 44 characters",
                    at: root["continues"]?.startOfMap ?? root.place)
            }
        }
        let editors = keys.count { $0.role == "editor" }
        if !keys.isEmpty, approvals > editors, findings.isSound {
            findings.add(
                .charterApprovals,
                "\(approvals) editors must sign, and \(editors) \(editors == 1 ? "is" : "are") named",
                at: root["approvals"]?.place ?? root.startOfMap)
        }
    }
}

extension CharterDraft.Key {
    fileprivate init?(_ value: JSONValue) {
        guard let text = value["vkey"]?.string, let vkey = try? VerifierKey(parsing: text),
            let role = value["role"]?.string
        else { return nil }
        self.init(vkey: vkey, role: role)
    }
}

extension CharterDraft.Continuation {
    fileprivate init?(_ value: JSONValue) {
        guard let ledger = value["ledger"]?.string.flatMap(Origin.init), let size = value["size"]?.integer,
            let root = value["root"]?.string.flatMap(Hash.init(base64:))
        else { return nil }
        self.init(ledger: ledger, size: size, root: root)
    }
}
