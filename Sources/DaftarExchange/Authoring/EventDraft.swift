public import Daftar

/// An event that somebody wrote and that may be signed once its relations are resolved.
public struct EventDraft: Hashable, Sendable {
    /// Everything but the relations.
    public var content: EventContent
    /// The relations as written: `to` is resolved when signing, and they then become the list `relations`.
    public var relations: [RelationDraft]
    /// The parts that are not to be published: `summary`, `sources.1`, `actors.beg-sabur`.
    public var withhold: [String]
    /// The file that it came from, and the line of it in JSON Lines.
    public let path: String
    public let line: Int
    /// The statement that it was in the ledger from which it was exported: others refer to it by that.
    public internal(set) var formerly: Hash?

    public var slug: String { content.fields["slug"]?.string ?? "" }

    /// Above TLP:CLEAR an event is appended withheld whole.
    public var isPublic: Bool { content.fields["sensitivity"]?.string == "TLP:CLEAR" }

    /// The content with its relations, each `to` replaced by the statement hash that `resolve` gives.
    public func content<E: Error>(resolving resolve: (RelationDraft) throws(E) -> Hash) throws(E) -> EventContent {
        var content = content
        for relation in relations {
            var value: JSONObject = relation.extras
            value["relation"] = .string(relation.relation)
            value["to"] = .string(try resolve(relation).base64)
            if let basis = relation.basis { value["basis"] = .string(basis) }
            content.append(.shown(.object(value)), to: "relations")
        }
        return content
    }
}

/// A relation whose other end is not looked up yet.
public struct RelationDraft: Hashable, Sendable {
    public let relation: String
    /// A slug, `#12`, or the beginning of a statement hash.
    public let to: String
    public let basis: String?
    /// Keys that begin with `x-`.
    public var extras: JSONObject = [:]
    /// Where `to` stands in its file.
    public let line: Int
    public let column: Int
}
