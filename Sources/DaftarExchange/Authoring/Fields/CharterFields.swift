import Daftar

/// The charter's file: what a ledger is, and who may speak in it first (DESIGN §4.2).
enum CharterFields {
    /// Licence of the entries where nothing else is said.
    static let licence = "CC-BY-4.0"

    static let all: [Field] = [
        Field("language", .language, "plain text below is in this language; en where left out"),
        Field(
            "title", .text(limit: EventFields.title), .required, "what the ledger is called",
            example: "Internet freedom in Central Asia"),
        Field("description", .text(limit: EventFields.text), .wanted, "what is recorded, and what is not"),
        Field("languages", .languages, .wanted, "in which the entries are written", example: "[en]"),
        Field("licence", .line, .wanted, "of the entries", example: licence),
        Field(
            "approvals", .integer(1...16), .wanted, "so many editors must sign what changes the rules or the keys",
            example: "1"),
        Field("keys", .list(keys), "the first keys; `daftar key show` prints a vkey"),
        Field("continues", .map(continues), "the ledger that this one goes on from"),
    ]

    static let keys: [Field] = [
        Field("vkey", .vkey, .required, "name+id+base64"),
        Field("role", .word(roles), .required, "editor or author"),
    ]

    static let continues: [Field] = [
        Field("ledger", .line, .required, "its origin"),
        Field("size", .integer(1...Limits.integer), .required, "how many entries it has"),
        Field("root", .line, .required, "its root at that size, in base64"),
    ]

    static let roles = Vocabulary.ledgerRoles
}
