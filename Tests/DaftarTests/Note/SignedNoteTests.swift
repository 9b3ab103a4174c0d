import Testing

@testable import Daftar

/// C2SP signed-note: its own examples, and what is refused.
@Suite struct SignedNoteTests {
    static let example = """
        This is an example message.

        \u{2014} example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=

        """
    static let vkey = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"

    @Test func theExampleVerifies() throws {
        let bytes = Array(Self.example.utf8)
        let note = try SignedNote(parsing: bytes), key = try VerifierKey(parsing: Self.vkey)
        #expect(note.encoded == bytes && key.text == Self.vkey)
        let signature = try #require(note.signatures.first)
        #expect(signature.claims(key) && note.signatures.count == 1)
        let isValid = Ed25519.Verifier(publicKey: key.material)?.verifies(
            signature: signature.bytes.span, over: note.text.span)
        #expect(isValid == true)
    }

    /// The specification's first example: a text with an empty line, whose last one ends it.
    @Test func aTextMayHoldEmptyLines() throws {
        let text = "Ognuno sta solo sul cuor della terra\ntrafitto da un raggio di sole:\n\ned è subito sera.\n"
        let line =
            "\u{2014} quasimodo.example/salvatore NnugSzTjtVAewIS+Z/iJhUPeFDkO/5QQ2i5ddnGITLlC+EhfLW9oJKONrMouFSQU0xMcXxj99ihAQwaqP3ZekRwNtIc=\n"
        let note = try SignedNote(parsing: Array((text + "\n" + line).utf8))
        #expect(note.text == Array(text.utf8) && note.signatures.map(\.line) == [line])
    }

    static let refused: [(String, SignedNote.ParseError, String, String)] = [
        ("no signature", .noSignature, "\u{2014} example.com/foo U", "x"),
        ("no text but a signature", .noSignature, "This is an example message.\n\n", ""),
        ("no dash", .signatureLine, "\u{2014} ", "- "),
        ("no space after the dash", .signatureLine, "\u{2014} ", "\u{2014}"),
        ("no name", .signatureLine, "example.com/foo ", " "),
        ("a + in the name", .signatureLine, "com/foo", "com+foo"),
        ("a Unicode space in the name", .signatureLine, "com/foo", "com/\u{2003}foo"),
        ("two spaces", .signatureLine, "foo U", "foo  U"),
        ("a space at the end", .signatureLine, "aQM=\n", "aQM= \n"),
        ("no padding", .signatureLine, "aQM=\n", "aQM\n"),
        ("padding bits", .signatureLine, "aQM=\n", "aQN=\n"),
        ("base64 for addresses", .signatureLine, "Uw2Q", "Uw-Q"),
        (
            "an ID alone", .signatureLine,
            "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=", "Uw2QOg=="
        ),
        ("no newline at the end", .signatureLine, "aQM=\n", "aQM="),
        ("an empty line at the end", .noSignature, "aQM=\n", "aQM=\n\n"),
        ("a carriage return", .control, "message.\n", "message.\r\n"),
        ("a tab", .control, "example message", "example\tmessage"),
        ("a zero byte", .control, "example message", "example\0message"),
    ]

    @Test(arguments: refused) func refuses(
        _ what: String, _ reason: SignedNote.ParseError, _ old: String, _ new: String
    ) {
        var bytes = Array(Self.example.utf8)
        // A signature that is only "x" ends the note.
        if what == "no signature" {
            bytes = Array("This is an example message.\n\n".utf8)
        } else {
            bytes.replace(old, with: new)
        }
        #expect(throws: reason) { try SignedNote(parsing: bytes) }
    }

    @Test func refusesWhatIsNoUTF8AndWhatIsTooLong() {
        let bytes = Array(Self.example.utf8)
        #expect(throws: SignedNote.ParseError.utf8) { try SignedNote(parsing: [0xFF] + bytes) }
        #expect(throws: SignedNote.ParseError.tooLong) { try SignedNote(parsing: bytes, limit: bytes.count - 1) }
    }

    /// Names that are canonically equivalent are two names.
    @Test func namesAreBytes() throws {
        let key = try VerifierKey(name: "example.com/\u{E9}", publicKey: TestKey.alice.material)
        #expect(SignedNote.Signature(name: "example.com/\u{E9}", id: key.id, bytes: [1]).claims(key))
        #expect(!SignedNote.Signature(name: "example.com/e\u{301}", id: key.id, bytes: [1]).claims(key))
    }

    @Test func mergingRepeatsNothing() throws {
        var note = try SignedNote(parsing: Array(Self.example.utf8))
        let first = note.signatures[0], second = TestKey.alice.line(over: note.text)
        note.merge(first)
        note.merge(second)
        note.merge(second)
        #expect(note.signatures == [first, second])
    }
}
