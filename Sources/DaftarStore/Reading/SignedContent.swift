public import Daftar

/// An entry that carries content, as it was signed: an event, a correction, a retraction or a remark.
public struct SignedContent: Sendable {
    public let entry: Int
    public let type: StatementType
    public let recorded: RecordedDay
    public let leaf: Hash
    public let statement: Hash
    /// The keys that signed it, `name+id` each.
    public let by: [String]
    public let seen: Seen
    /// What is shown of it; what was withdrawn since is not.
    public let content: EventContent
    /// The entry that it is about; nil of an event.
    public let about: Int?
    /// The event that a remark relates it to.
    public let other: Int?
    /// Without the signatures of a stolen key it would lack one.
    public let isDoubted: Bool

    /// What it is in a word: `event`, `correction`, `retraction`, `dispute`, `endorsement`, `relation`.
    public var word: String {
        switch type {
        case .event: "event"
        case .correction: "correction"
        case .retraction: "retraction"
        default: content.remarkKind.flatMap { Vocabulary.remarkKinds.words.contains($0) ? $0 : nil } ?? "remark"
        }
    }
}
