/// One part of what an entry signed: where it stands, and what can be read of it.
///
/// ```
/// title        a field, by its name
/// actors.2     the third of a list
/// _sd.3        a field that is not shown: its name is inside of what is hidden
/// ```
public struct SignedPart: Hashable, Sendable {
    public let digest: Hash
    /// The list that it is an element of; nil for a field.
    public let list: String?
    /// Its place in the list, or in `_sd`, from 0.
    public let ordinal: Int
    /// A field's name, where it is shown.
    public let name: String?
    public let content: EventContent.Part

    /// What a person calls it.
    public var path: String { list.map { "\($0).\(ordinal)" } ?? name ?? "_sd.\(ordinal)" }
    /// The same, with what a reader was given of it; nil where that is the disclosure of another part.
    public func opened(by bytes: [UInt8]) -> SignedPart? {
        guard Hash.sha256(bytes) == digest, let disclosure = Disclosure(parsing: bytes),
            (disclosure.name == nil) == (list != nil)
        else { return nil }
        return SignedPart(
            digest: digest, list: list, ordinal: ordinal, name: disclosure.name, content: .shown(disclosure.value))
    }

    /// What it stands under: the same in every version of an event.
    public var place: String? { list ?? name }
}

extension Statement {
    /// What was signed, part by part: fields as `_sd` has them, then elements in the author's order, list by list.
    ///
    /// - Parameters:
    ///   - disclosures: canonical arrays; those that the statement did not sign are passed over.
    ///   - withdrawn: digests that a signed entry took out: they are not shown even where this copy still holds them.
    public func parts(disclosures: [[UInt8]], withdrawn: Set<Hash> = []) -> [SignedPart] {
        var shown: [Hash: [UInt8]] = [:]
        shown.reserveCapacity(disclosures.count)
        for disclosure in disclosures { shown[Hash.sha256(disclosure)] = disclosure }
        return digests.sorted { ($0.list, $0.ordinal) < ($1.list, $1.ordinal) }.map { digest in
            let isOpen = !withdrawn.contains(digest.hash)
            let opened = isOpen ? shown[digest.hash].flatMap { Disclosure(parsing: $0) } : nil
            // A field without a name is none.
            let value = digest.isField && opened?.name == nil ? nil : opened?.value
            return SignedPart(
                digest: digest.hash, list: digest.isField ? nil : listName(of: digest), ordinal: Int(digest.ordinal),
                name: digest.isField ? opened?.name : nil,
                content: value.map { .shown($0) } ?? .notShown(EventContent.NotShown.reason(digest, withdrawn)))
        }
    }

    /// True where its authors did not publish what this digest is of.
    func withholds(_ digest: Hash) -> Bool { digests.contains { $0.hash == digest && $0.isWithheld } }

    /// The list that a digest stands in.
    private func listName(of digest: SignedDigest) -> String {
        var reader = ByteReader(from: Int(digest.list), to: bytes.count)
        guard let name = reader.upTo(UInt8(ascii: "\""), in: bytes.span) else { return "" }
        return String(utf8: bytes.span.extracting(name))
    }
}

extension EventContent.NotShown {
    /// Why a part that is not there is not there.
    fileprivate static func reason(_ digest: SignedDigest, _ withdrawn: Set<Hash>) -> Self {
        if withdrawn.contains(digest.hash) { return .withdrawn }
        return digest.isWithheld ? .withheld : .missing
    }
}
