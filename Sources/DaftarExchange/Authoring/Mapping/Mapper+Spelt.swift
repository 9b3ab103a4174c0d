import Daftar

// Values with a spelling of their own: addresses, digests, numbers.
extension Mapper {
    mutating func spelt(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        let (isGood, code, form, hint) = form(of: text, field.shape)
        guard isGood else {
            findings.add(code, "`\(field.name)` is \(form)", at: node.place, hint: hint)
            return nil
        }
        if case .url = field.shape { PeopleGuard.checkAddress(text, node, &findings) }
        return .string(text)
    }

    private func form(of text: String, _ shape: Shape) -> (Bool, DiagnosticCode, String, String?) {
        switch shape {
        case .url: (Spelling.isURL(text), .urlForm, "an address that begins with https:// or http://", nil)
        case .domain:
            (
                Spelling.isDomain(text), .domainForm, "the name of a host in lower case, such as rferl.org",
                "without https:// and path"
            )
        case .digest:
            (
                Spelling.isDigest(text), .digestForm, "sha256: and 64 digits of lower-case hex",
                "as sha256sum prints them"
            )
        case .decimal:
            (
                Spelling.isDecimal(text), .numberForm, "a number such as 7600 or 95.5",
                "without blanks and commas; the unit is apart"
            )
        case .mediaType: (Spelling.isMediaType(text), .mediaTypeForm, "a media type such as text/html", nil)
        case .vkey:
            (Spelling.isVerifierKey(text), .keyEncoding, "a verifier key: name+id+base64", "daftar key show prints it")
        case .entry:
            (Spelling.isEntry(text), .relationForm, "a slug, an entry number (#12) or a statement hash", nil)
        default: (true, .valueShape, "a text", nil)
        }
    }

    mutating func integer(_ node: SourceNode, _ field: Field, _ range: ClosedRange<Int>) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            findings.add(
                .numberForm,
                "`\(field.name)` is a whole number"
                    + (range.upperBound < 1_000_000 ? " from \(range.lowerBound) to \(range.upperBound)" : ""),
                at: node.place)
            return nil
        }
        return .integer(number)
    }

    // MARK: Keys of one's own

    /// The value of a key that begins with `x-`: anything, its scalars as text.
    mutating func extra(_ member: SourceNode.Member) -> JSONValue? {
        guard Spelling.isKey(member.key) else {
            findings.add(.keyForm, "a key is 1 to 64 of A-Z a-z 0-9 _ . -", at: member.keyPlace)
            return nil
        }
        return anything(member.value, levels: EventFields.levels - levels)
    }

    private mutating func anything(_ node: SourceNode, levels: Int) -> JSONValue? {
        if levels == 0, node.scalar == nil {
            findings.add(.tooDeep, "nested deeper than \(EventFields.levels) levels", at: node.place)
            return nil
        }
        switch node.content {
        case .scalar:
            return text(node, Field("x-", .line, ""), .plain)
        case .list(let elements):
            guard elements.count <= EventFields.elements else { return tooMany(elements.count, node) }
            let values = elements.compactMap { anything($0, levels: levels - 1) }
            return values.isEmpty ? nil : .array(values)
        case .map(let members):
            var object: JSONObject = [:]
            for member in members {
                guard Spelling.isKey(member.key), !Spelling.reserved.contains(member.key) else {
                    findings.add(.keyForm, "a key is 1 to 64 of A-Z a-z 0-9 _ . -", at: member.keyPlace)
                    continue
                }
                object[member.key] = anything(member.value, levels: levels - 1)
            }
            return object.isEmpty ? nil : .object(object)
        }
    }

    private mutating func tooMany(_ count: Int, _ node: SourceNode) -> JSONValue? {
        findings.add(.tooMany, "a list of \(count) elements, the limit is \(EventFields.elements)", at: node.place)
        return nil
    }
}
