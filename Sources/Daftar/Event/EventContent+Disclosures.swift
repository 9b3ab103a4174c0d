extension EventContent {
    /// Puts together what a statement signed and what is disclosed of it.
    ///
    /// - Parameters:
    ///   - statement: what was signed.
    ///   - disclosures: canonical arrays; those that the statement did not sign are passed over.
    ///   - withdrawn: digests that a signed entry took out: they are not shown even where this copy still holds them.
    public init(_ statement: Statement, disclosures: [[UInt8]], withdrawn: Set<Hash> = []) {
        self.init()
        var shown: [Hash: [UInt8]] = [:]
        shown.reserveCapacity(disclosures.count)
        for disclosure in disclosures { shown[Hash.sha256(disclosure)] = disclosure }
        var elements: [SignedDigest] = []
        for digest in statement.digests {
            guard digest.isField else {
                elements.append(digest)
                continue
            }
            let reason = NotShown.reason(digest, withdrawn)
            let isOpen = !withdrawn.contains(digest.hash)
            if isOpen, let bytes = shown[digest.hash], let part = Disclosure(parsing: bytes), let name = part.name {
                fields[name] = part.value
            } else {
                fieldsNotShown[reason, default: 0] += 1
            }
        }
        // In the author's order, list by list.
        elements.sort { ($0.list, $0.ordinal) < ($1.list, $1.ordinal) }
        for digest in elements {
            let isOpen = !withdrawn.contains(digest.hash)
            let value = isOpen ? shown[digest.hash].flatMap { Disclosure(parsing: $0)?.value } : nil
            append(
                value.map { .shown($0) } ?? .notShown(NotShown.reason(digest, withdrawn)),
                to: statement.listName(of: digest))
        }
    }
}

extension EventContent.NotShown {
    /// Why a part that is not there is not there.
    fileprivate static func reason(_ digest: SignedDigest, _ withdrawn: Set<Hash>) -> Self {
        if withdrawn.contains(digest.hash) { return .withdrawn }
        return digest.isWithheld ? .withheld : .missing
    }
}

extension Statement {
    /// The list that a digest stands in.
    func listName(of digest: SignedDigest) -> String {
        var reader = ByteReader(from: Int(digest.list), to: bytes.count)
        guard let name = reader.upTo(UInt8(ascii: "\""), in: bytes.span) else { return "" }
        return String(utf8: bytes.span.extracting(name))
    }
}
