import Daftar

/// The other files that a person writes about an event. What they are about (`of`, `to`) is said on the command line.
enum RemarkFields {
    private static let language = Field(
        "language", .language, .required, "plain text below is in this language", example: "en")
    private static let reason = Field("reason", .text(limit: EventFields.text), .required, "why")

    /// A correction: the event as it should be, with a reason.
    static let correction = [reason] + EventFields.all

    /// A retraction: why it no longer stands.
    static let retraction = [language, reason, Field("sources", .list(EventFields.sources), "what shows it")]

    /// A remark on an event: a dispute, an endorsement, or a relation to another event.
    static let remark = [
        language,
        Field("kind", .word(.remarkKinds), .required, "what it does"),
        Field("text", .text(limit: EventFields.text), .wanted, "what is to be said"),
        Field("relation", .word(.relations), "of a relation: what the event is to the other"),
        Field("basis", .word(.bases), "how it is known"),
        Field("sources", .list(EventFields.sources), "what shows it"),
    ]
}
