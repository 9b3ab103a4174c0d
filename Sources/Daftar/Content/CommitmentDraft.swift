/// Gathers digests and disclosures, and writes the body from them. Straight to bytes: a batch makes hundreds of
/// thousands.
struct CommitmentDraft {
    private let type: String
    private let of, to: Hash?
    private var salts: [UInt8]
    private var nextSalt = 0
    private var names: Set<String> = []
    private var fields: [Hash] = []
    private var lists: [(name: String, digests: [Hash])] = []
    private var shown: [Commitments.Part] = []
    private var withheld: [Commitments.Part] = []
    private var decoys: [Hash] = []
    private var content = EventContent()
    private var byteCount = 0

    init(_ content: Commitments.Content) throws(Commitments.Failure) {
        let count = content.fields.count + content.lists.reduce(0) { $0 + $1.elements.count }
        try self.init(type: content.type, of: content.of, to: content.to, count: count)
    }

    /// - Parameter count: how many parts there will be.
    init(type: String, of: Hash? = nil, to: Hash? = nil, count: Int) throws(Commitments.Failure) {
        (self.type, self.of, self.to) = (type, of, to)
        guard count <= Limits.digests else { throw .tooManyDigests(count) }
        do { salts = try Random.bytes(count * Disclosure.saltCount) } catch { throw .openSSL(error) }
    }

    mutating func addField(_ name: String, _ value: JSONValue, isWithheld: Bool) throws(Commitments.Failure) {
        try take(name)
        fields.append(try commit(name, value, as: name, isWithheld: isWithheld))
        if isWithheld { content.fieldsNotShown[.withheld, default: 0] += 1 } else { content.fields[name] = value }
    }

    mutating func addList(
        _ name: String, _ elements: [JSONValue], isWithheld: (Int) -> Bool
    ) throws(Commitments.Failure) {
        try take(name)
        var digests: [Hash] = [], parts: [EventContent.Part] = []
        for (i, element) in elements.enumerated() {
            let isWithheld = isWithheld(i)
            digests.append(try commit(name, element, as: nil, isWithheld: isWithheld))
            parts.append(isWithheld ? .notShown(.withheld) : .shown(element))
        }
        content[list: name] = parts
        lists.append((name, digests))
    }

    /// Adds a field that is shown and was read from canonical bytes: they are taken as they stand.
    mutating func addField(_ name: String, _ part: StoredParts.Part, in bytes: Span<UInt8>) throws(Commitments.Failure)
    {
        try take(name)
        fields.append(commit(part, in: bytes, as: name))
        content.fields[name] = part.value
    }

    /// The same for a list.
    mutating func addList(
        _ name: String, _ elements: [StoredParts.Part], in bytes: Span<UInt8>
    ) throws(Commitments.Failure) {
        try take(name)
        lists.append((name, elements.map { commit($0, in: bytes, as: nil) }))
        content[list: name] = elements.map { .shown($0.value) }
    }

    /// Digests of nothing, which nobody can tell from those of a withheld field.
    mutating func addDecoys(_ count: Int) throws(Commitments.Failure) {
        let random: [UInt8]
        do { random = try Random.bytes(count * Hash.byteCount) } catch { throw .openSSL(error) }
        for i in 0..<count {
            if let hash = Hash(random.span, at: i * Hash.byteCount) { decoys.append(hash) }
        }
        content.fieldsNotShown[.withheld, default: 0] += count
    }

    /// The body: canonical JSON, so its members stand in the order of their names' bytes.
    ///
    /// - Parameter stored: what is shown, where that was written down before.
    func finish(stored: [UInt8]? = nil) throws(Commitments.Failure) -> Commitments {
        guard byteCount <= Commitments.limit else { throw .tooLong(byteCount) }
        let sealed = (withheld.map(\.digest) + decoys).sorted()
        var members: [(name: String, value: [UInt8])] = lists.map { ($0.name, CommitmentDraft.elements($0.digests)) }
        members.append(("type", CanonicalJSON.encode(.string(type))))
        if let of { members.append(("of", CommitmentDraft.quoted(of))) }
        if let to { members.append(("to", CommitmentDraft.quoted(to))) }
        if !sealed.isEmpty { members.append(("withheld", CommitmentDraft.strings(sealed))) }
        let named = (fields + decoys).sorted()
        if !named.isEmpty { members.append(("_sd", CommitmentDraft.strings(named))) }
        return Commitments(
            body: CommitmentDraft.object(members), disclosures: shown.sorted { $0.digest < $1.digest },
            withheld: withheld.sorted { $0.digest < $1.digest }, shown: content, stored: stored)
    }

    // MARK: Parts

    private mutating func take(_ name: String) throws(Commitments.Failure) {
        guard Disclosure.isName(name), names.insert(name).inserted else { throw .name(name) }
    }

    /// Makes the disclosure and files it. What a reader would refuse is refused here.
    private mutating func commit(
        _ place: String, _ value: JSONValue, as name: String?, isWithheld: Bool
    ) throws(Commitments.Failure) -> Hash {
        var bytes = opening(name, room: 64)
        CanonicalJSON.append(value, to: &bytes)
        bytes.append(UInt8(ascii: "]"))
        return file(Commitments.Part(digest: try check(bytes, place), encoded: bytes), isWithheld)
    }

    /// The same for a value that was read from canonical bytes: there is nothing left to refuse.
    private mutating func commit(_ part: StoredParts.Part, in stored: Span<UInt8>, as name: String?) -> Hash {
        var bytes = opening(name, room: part.range.count + 1)
        unsafe stored.extracting(part.range).withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "]"))
        return file(Commitments.Part(digest: Hash.sha256(bytes), encoded: bytes), false)
    }

    /// `["MmG0…","kind",`
    private mutating func opening(_ name: String?, room: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(Disclosure.saltCount / 3 * 4 + (name?.utf8.count ?? 0) + 8 + room)
        bytes.append(UInt8(ascii: "["))
        bytes.append(UInt8(ascii: "\""))
        Base64.append(salts.span.extracting(nextSalt..<nextSalt + Disclosure.saltCount), to: &bytes)
        nextSalt += Disclosure.saltCount
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ","))
        if let name {
            CanonicalJSON.append(name, to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        return bytes
    }

    private mutating func file(_ part: Commitments.Part, _ isWithheld: Bool) -> Hash {
        byteCount += part.encoded.count + 1
        if isWithheld { withheld.append(part) } else { shown.append(part) }
        return part.digest
    }

    private func check(_ bytes: [UInt8], _ place: String) throws(Commitments.Failure) -> Hash {
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: Limits.jsonDepth)
        do {
            return try DisclosureLayout.scan(&scanner, bytes.span).digest
        } catch {
            switch error {
            case .json(let reason): throw .value(place, reason)
            case .form, .salt, .name, .reservedKey: throw .name(place)
            }
        }
    }

    // MARK: Writing

    private static func quoted(_ hash: Hash) -> [UInt8] {
        var bytes: [UInt8] = []
        append(hash, "\"", "\"", to: &bytes)
        return bytes
    }

    private static func strings(_ hashes: [Hash]) -> [UInt8] { list(hashes, "\"", "\"") }
    private static func elements(_ hashes: [Hash]) -> [UInt8] { list(hashes, "{\"...\":\"", "\"}") }

    private static func list(_ hashes: [Hash], _ before: StaticString, _ after: StaticString) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(hashes.count * 56 + 2)
        for (i, hash) in hashes.enumerated() {
            bytes.append(UInt8(ascii: i == 0 ? "[" : ","))
            append(hash, before, after, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }

    private static func append(_ hash: Hash, _ before: StaticString, _ after: StaticString, to bytes: inout [UInt8]) {
        before.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        let text = hash.bytes
        Base64.append(text.span, to: &bytes)
        after.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
    }

    private static func object(_ members: [(name: String, value: [UInt8])]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(members.reduce(2) { $0 + $1.name.utf8.count + $1.value.count + 4 })
        for (i, member) in members.sorted(by: { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }).enumerated() {
            bytes.append(UInt8(ascii: i == 0 ? "{" : ","))
            CanonicalJSON.append(member.name, to: &bytes)
            bytes.append(UInt8(ascii: ":"))
            bytes.append(contentsOf: member.value)
        }
        bytes.append(UInt8(ascii: "}"))
        return bytes
    }
}
