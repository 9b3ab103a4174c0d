// What an event says, for those who show it. Everything is lenient: what another version wrote otherwise is shown as text,
// what is not there is nil or an empty list.
extension EventContent {
    public var slug: String? { fields["slug"]?.shownText }
    public var kind: Kind? { fields["kind"].map { Kind($0.shownText) } }
    public var title: LocalizedText? { LocalizedText(fields["title"]) }
    public var summary: LocalizedText? { LocalizedText(fields["summary"]) }
    public var date: ReadDate? { ReadDate(fields["date"]) }
    /// ISO 3166 codes, as written.
    public var places: [String] { texts("places") }
    public var stage: String? { fields["stage"]?.shownText }
    public var sensitivity: String? { fields["sensitivity"]?.shownText }
    public var technologies: [String] { texts("technologies") }
    public var methods: [String] { texts("methods") }
    public var tags: [String] { texts("tags") }
    /// The reason that was given.
    public var justification: Reason? { fields["justification"].map(Reason.init) }
    /// The reason as it is assessed.
    public var cause: Reason? { fields["cause"].map(Reason.init) }
    public var assessment: Assessment? { fields["assessment"].map(Assessment.init) }

    /// Of a correction or a retraction.
    public var reason: LocalizedText? { LocalizedText(fields["reason"]) }
    /// Of a remark: `dispute`, `endorsement`, `relation`.
    public var remarkKind: String? { fields["kind"]?.shownText }
    /// Of a remark.
    public var text: LocalizedText? { LocalizedText(fields["text"]) }
    /// Of a remark that relates two events.
    public var relation: String? { fields["relation"]?.shownText }
    public var basis: String? { fields["basis"]?.shownText }

    /// Keys that begin with `x-`, ascending.
    public var extras: [(name: String, value: JSONValue)] {
        fields.filter { $0.key.hasPrefix("x-") }.map { ($0.key, $0.value) }
    }

    private func texts(_ name: String) -> [String] { fields[name]?.shownTexts ?? [] }
}
