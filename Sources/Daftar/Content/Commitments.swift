/// Content as it is signed: a body of digests, and the disclosures that open them (DESIGN §4.3).
///
/// ```
/// fields: kind, title        {"_sd":["0GL7…=","kV3b…="],"actors":[{"...":"Qw8e…="}],"type":"event"}
/// lists:  actors: one        ["MmG0…","kind","instrument/memorandum"]  …  ["YO8x…",{"name":{"en":"A ministry"}}]
/// ```
public struct Commitments: Sendable {
    /// What is to be signed.
    public struct Content: Sendable {
        /// `event`, `correction`, `retraction`, `remark` or a later version's type.
        public var type: String
        /// Statement hashes that it is about.
        public var of: Hash?
        public var to: Hash?
        /// One disclosure each, in `_sd`.
        public var fields: [(name: String, value: JSONValue)]
        /// One disclosure for each element, in the order given.
        public var lists: [(name: String, elements: [JSONValue])]

        public init(
            type: String, of: Hash? = nil, to: Hash? = nil, fields: [(name: String, value: JSONValue)] = [],
            lists: [(name: String, elements: [JSONValue])] = []
        ) {
            (self.type, self.of, self.to, self.fields, self.lists) = (type, of, to, fields, lists)
        }
    }

    /// One disclosure as bytes: what is kept, hashed and published.
    public struct Part: Hashable, Sendable {
        public let digest: Hash
        /// The canonical array.
        public let encoded: [UInt8]
    }

    public enum Failure: Error, Hashable, Sendable {
        /// A name that no field or list may have, or that occurs twice.
        case name(String)
        /// More than 1,024 digests.
        case tooManyDigests(Int)
        /// All disclosures together are over what a content line holds.
        case tooLong(Int)
        case value(String, JSONError)
        case openSSL(OpenSSLError)
    }

    /// The canonical JSON that is signed.
    public let body: [UInt8]
    /// To be published, ascending by digest.
    public let disclosures: [Part]
    /// To be kept in the author's vault: what `withheld` names.
    public let withheld: [Part]
    /// What the disclosures say, for those who index it: content without its withheld parts.
    public let shown: EventContent
    /// The same as `StoredContent` writes it, where it came from there.
    public let stored: [UInt8]?

    /// The most bytes of all disclosures of a statement together: a content line, less its frame.
    public static let limit = Limits.contentLine - 1_024

    /// Commits to each part with a salt of its own.
    ///
    /// `withhold`: says of a field or of an element of a list, by its position, whether it is withheld.
    public init(
        _ content: Content, withhold: (_ name: String, _ element: Int?) -> Bool = { _, _ in false }
    ) throws(Failure) {
        var draft = try CommitmentDraft(content)
        for field in content.fields {
            try draft.addField(field.name, field.value, isWithheld: withhold(field.name, nil))
        }
        for list in content.lists where !list.elements.isEmpty {
            try draft.addList(list.name, list.elements) { withhold(list.name, $0) }
        }
        self = try draft.finish()
    }

    /// Commits to content that is withheld whole: each field and each list is one disclosure in `_sd`, filled up with
    /// decoys to 8, 16 or 32, so that counting tells nothing. (More than 32 go to the next multiple of 32.)
    public init(wholeWithheld content: Content) throws(Failure) {
        var draft = try CommitmentDraft(content)
        let lists = content.lists.filter { !$0.elements.isEmpty }.map { ($0.name, JSONValue.array($0.elements)) }
        let fields = content.fields.map { ($0.name, $0.value) } + lists
        for (name, value) in fields { try draft.addField(name, value, isWithheld: true) }
        let count = [8, 16, 32].first { fields.count <= $0 } ?? (fields.count + 31) / 32 * 32
        try draft.addDecoys(count - fields.count)
        self = try draft.finish()
    }

    /// Commits to an event of which all is shown, as `StoredContent` wrote it: its parts are taken as they stand there.
    public init(stored bytes: [UInt8]) throws(Failure) {
        let parts = try StoredParts(bytes)
        var draft = try CommitmentDraft(type: "event", count: parts.count)
        for (name, part) in parts.fields { try draft.addField(name, part, in: bytes.span) }
        for (name, elements) in parts.lists { try draft.addList(name, elements, in: bytes.span) }
        self = try draft.finish(stored: bytes)
    }

    init(body: [UInt8], disclosures: [Part], withheld: [Part], shown: EventContent, stored: [UInt8]?) {
        (self.body, self.disclosures, self.withheld) = (body, disclosures, withheld)
        (self.shown, self.stored) = (shown, stored)
    }
}
