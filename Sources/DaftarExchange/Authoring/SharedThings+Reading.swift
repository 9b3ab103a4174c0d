import Daftar

extension SharedThings {
    /// Reads a `shared.yaml`: `language`, `actors` and `sources`, each with what is the same in every event.
    ///
    /// ```yaml
    /// language: en
    /// actors:
    ///   - {id: huawei, name: Huawei, type: company, country: CN}
    /// ```
    ///
    /// - Returns: what it describes; empty where an error was found, which the diagnostics tell.
    public static func read(_ bytes: [UInt8], path: String) -> (things: SharedThings, diagnostics: [Diagnostic]) {
        var findings = Findings(SourceFile(path: path, bytes: bytes))
        guard let text = TextGuard.text(of: bytes, &findings) else { return (SharedThings(), findings.inOrder) }
        findings = Findings(SourceFile(path: path, bytes: text))
        guard let root = YAMLReader.read(text, &findings) else { return (SharedThings(), findings.inOrder) }
        var mapper = Mapper(findings)
        mapper.readLanguage(of: root)
        let object = mapper.map(root, fields, "this file")
        var things = SharedThings()
        things.actors = mapper.byID(object, root, "actors")
        things.sources = mapper.byID(object, root, "sources")
        return (mapper.findings.isSound ? things : SharedThings(), mapper.findings.inOrder)
    }

    /// As in an event, but that nothing has to be there except the id: an event may add the rest.
    private static let fields: [Field] = [
        Field("language", .language, "plain text below is in this language"),
        Field("actors", .list(relaxed(EventFields.actors)), "by id"),
        Field("sources", .list(relaxed(EventFields.sources)), "by id"),
    ]

    private static func relaxed(_ fields: [Field]) -> [Field] {
        fields.map { $0.name == "id" ? $0 : Field($0.name, $0.shape, $0.about) }
    }
}

extension Mapper {
    /// The elements of a list by their ids; an id that is there twice is reported.
    fileprivate mutating func byID(_ object: JSONObject, _ root: SourceNode, _ list: String) -> [String: JSONObject] {
        var things: [String: JSONObject] = [:]
        for (value, node) in zip(object[list]?.array ?? [], root[list]?.list ?? []) {
            guard let id = value["id"]?.string, let thing = value.object else { continue }
            if things.updateValue(thing, forKey: id) != nil {
                findings.add(
                    .idTwice, "`\(id)` is the id of two elements of `\(list)`", at: node["id"]?.place ?? node.place)
            }
        }
        return things
    }
}
