@testable import Daftar

/// The statements that most forged ledgers are made of.
extension Forge {
    /// What is signed as content: fields and lists, of which some are withheld.
    struct Content {
        var type = "event"
        var fields: [(String, JSONValue)] = [("title", ["en": "A site is blocked"]), ("date", "2023-12")]
        var lists: [(String, [JSONValue])] = [("actors", [["role": "operator"], ["role": "target"]])]
        /// Names of fields and lists that are withheld.
        var withheld: Set<String> = []
        /// Digests in `_sd` and `withheld` that have no disclosure.
        var decoys = 0
        /// Fields in the clear, such as `of`.
        var clear: JSONObject = [:]
    }

    /// Adds an entry with content; its index.
    @discardableResult
    mutating func content(
        _ content: Content, by keys: [TestKey], seen: Int? = nil, recorded: String? = nil,
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        var body = content.clear, shown: [[UInt8]] = [], hidden: [[UInt8]] = [], named: [String] = [],
            sealed: [String] = []
        func file(_ disclosure: [UInt8], _ name: String) -> String {
            if content.withheld.contains(name) { hidden.append(disclosure) } else { shown.append(disclosure) }
            let digest = Hash.sha256(disclosure).base64
            if content.withheld.contains(name) { sealed.append(digest) }
            return digest
        }
        for (name, value) in content.fields { named.append(file(disclosure(name, value), name)) }
        for (name, elements) in content.lists {
            body[name] = .array(elements.map { ["...": .string(file(disclosure(nil, $0), name))] })
        }
        for decoy in 0..<content.decoys {
            let digest = Hash.sha256(Array("decoy \(entries.count).\(decoy)".utf8)).base64
            named.append(digest)
            sealed.append(digest)
        }
        body["type"] = .string(content.type)
        if !named.isEmpty { body["_sd"] = Forge.ascending(named) }
        if !sealed.isEmpty { body["withheld"] = Forge.ascending(sealed) }
        return append(.object(body), by: keys, seen: seen, recorded: recorded, shown: shown, hidden: hidden, hooks)
    }

    /// An ordinary event of two fields and two actors.
    @discardableResult
    mutating func event(
        by keys: [TestKey] = [.rahmon], seen: Int? = nil, recorded: String? = nil, _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        content(Content(), by: keys, seen: seen, recorded: recorded, hooks)
    }

    /// A correction, retraction or remark of an entry, with a `reason`.
    @discardableResult
    mutating func about(
        _ type: String, _ entry: Int, to other: Int? = nil, by keys: [TestKey] = [.rahmon], seen: Int? = nil,
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        var clear: JSONObject = ["of": hash(entry)]
        if let other { clear["to"] = hash(other) }
        let content = Content(type: type, fields: [("reason", ["en": "It was so."])], lists: [], clear: clear)
        return self.content(content, by: keys, seen: seen, hooks)
    }

    @discardableResult
    mutating func grant(
        _ key: TestKey, _ role: String = "author", by keys: [TestKey] = [.alice], seen: Int? = nil,
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        append(["type": "grant", "role": .string(role), "vkey": .string(key.vkey)], by: keys, seen: seen, hooks)
    }

    @discardableResult
    mutating func revoke(
        _ key: TestKey, _ reason: String = "retired", since: Int? = nil, by keys: [TestKey] = [.alice],
        seen: Int? = nil,
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        var body: JSONObject = ["type": "revoke", "reason": .string(reason), "vkey": .string(key.vkey)]
        if let since { body["since"] = .integer(since) }
        return append(.object(body), by: keys, seen: seen, hooks)
    }

    /// Takes disclosures of an entry out, and out of what is published.
    @discardableResult
    mutating func withdraw(
        _ digests: [String], of entry: Int, reason: String = "privacy", by keys: [TestKey] = [.alice],
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        entries[entry].shown.removeAll { digests.contains(Hash.sha256($0).base64) }
        let body: JSONValue = [
            "type": "withdrawal", "of": hash(entry), "digests": Forge.ascending(digests), "reason": .string(reason),
        ]
        return append(body, by: keys, hooks)
    }

    /// Releases what an entry withheld; published at once unless `isPublished` is false.
    @discardableResult
    mutating func release(
        _ digests: [String], of entry: Int, by keys: [TestKey] = [.alice], isPublished: Bool = true,
        _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        if isPublished {
            entries[entry].shown += entries[entry].hidden.filter { digests.contains(Hash.sha256($0).base64) }
        }
        return append(["type": "release", "of": hash(entry), "digests": Forge.ascending(digests)], by: keys, hooks)
    }

    /// JSON strings in the order of their bytes.
    static func ascending(_ texts: [String]) -> JSONValue {
        .array(texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { .string($0) })
    }
}

extension [UInt8] {
    /// Puts `new` in the place of the first `old`, which must be there.
    mutating func replace(_ old: String, with new: String) {
        let old = Array(old.utf8)
        guard let start = indices.first(where: { self[$0...].starts(with: old) }) else {
            fatalError("nothing to forge: \(String(decoding: old, as: UTF8.self)) does not occur")
        }
        replaceSubrange(start..<start + old.count, with: Array(new.utf8))
    }
}
