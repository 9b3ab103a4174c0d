/// Takes the fields of a control statement one by one; what is left over at the end is too much.
struct ControlFields {
    let origin: Origin
    private var rest: JSONObject

    init(_ body: JSONValue, origin: Origin) {
        self.origin = origin
        rest = body.object ?? [:]
        rest["type"] = nil
    }

    mutating func required<T>(_ name: String, _ read: (JSONValue) -> T?) throws(ControlBody.Fault) -> T {
        guard let value = rest.removeValue(forKey: name) else { throw .missing(name) }
        guard let result = read(value) else { throw .value(name) }
        return result
    }

    mutating func optional<T>(_ name: String, _ read: (JSONValue) -> T?) throws(ControlBody.Fault) -> T? {
        guard rest[name] != nil else { return nil }
        return try required(name, read)
    }

    mutating func hash(_ name: String) throws(ControlBody.Fault) -> Hash {
        try required(name) { $0.string.flatMap { Hash(base64: $0) } }
    }

    mutating func word(_ name: String, of words: [String]) throws(ControlBody.Fault) -> String {
        try required(name) { $0.string.flatMap { words.contains($0) ? $0 : nil } }
    }

    mutating func role(_ name: String) throws(ControlBody.Fault) -> Role {
        try required(name) { $0.string.flatMap(Role.init) }
    }

    /// `digests`: at least one, at most 1,024, ascending.
    mutating func digests() throws(ControlBody.Fault) -> [Hash] {
        try required("digests") { value in
            guard let texts = value.strings, (1...Limits.digests).contains(texts.count) else { return nil }
            let hashes = texts.compactMap { Hash(base64: $0) }
            guard hashes.count == texts.count, zip(hashes, hashes.dropFirst()).allSatisfy({ $0 < $1 }) else {
                return nil
            }
            return hashes
        }
    }

    /// `vkey`: a key that may be granted in this ledger. Type 0x04 signs checkpoints, never statements.
    mutating func verifierKey() throws(ControlBody.Fault) -> VerifierKey {
        let origin = origin
        return try required("vkey") { value in
            guard let text = value.string, let key = try? VerifierKey(parsing: text), origin.isAuthorName(key.name),
                key.type != VerifierKey.SignatureType.cosignature
            else { return nil }
            return key
        }
    }

    func finish() throws(ControlBody.Fault) {
        if let surplus = rest.keys.min() { throw .surplus(surplus) }
    }

    /// Text by language: at least one tag, all strings, and no key that is reserved for content.
    static func textByLanguage(_ value: JSONValue) -> [String: String]? {
        value.stringsByKey.flatMap { $0.isEmpty || !ReservedKeys.names.isDisjoint(with: $0.keys) ? nil : $0 }
    }
}
