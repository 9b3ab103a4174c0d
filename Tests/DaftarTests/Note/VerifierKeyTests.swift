import Testing

@testable import Daftar

@Suite struct VerifierKeyTests {
    static let good = SignedNoteTests.vkey

    static let refused: [(String, VerifierKey.ParseError, String)] = [
        (
            "an ID that does not follow from the key", .id,
            "example.com/foo+530d903b+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
        ),
        ("the key of another name", .id, "example.com/fop+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("upper-case hex", .form, "example.com/foo+530D903A+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("an ID of seven digits", .form, "example.com/foo+530d903+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("no ID", .form, "example.com/foo+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("padding where none is due", .form, good + "="),
        ("a newline", .form, good + "\n"),
        ("no name", .name, "+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("a space in the name", .name, "example com+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"),
        ("a key that is too short", .key(.length), "example.com/foo+530d903a+Aeky"),
        ("a type and nothing else", .form, "example.com/foo+530d903a+AQ=="),
    ]

    @Test(arguments: refused) func refuses(_ what: String, _ reason: VerifierKey.ParseError, _ text: String) {
        #expect(throws: reason) { try VerifierKey(parsing: text) }
    }

    /// The points whose order divides 8, in both signs, and each second spelling of a point.
    @Test func keysThatAreNone() {
        let p: [UInt8] = [0xED] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
        func plus(_ n: UInt8, _ sign: UInt8 = 0) -> [UInt8] { [p[0] &+ n] + p[1..<31] + [p[31] | sign] }
        let order8: [[UInt8]] = [
            [
                0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0, 0xD5,
                0xDF, 0xAC,
                0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
            ],
            [
                0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F, 0x2A,
                0x20, 0x53,
                0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
            ],
        ]
        let zero = [UInt8](repeating: 0, count: 32), one = [1] + [UInt8](repeating: 0, count: 31)
        let minusOne = [0xEC] + p[1...]
        for y in [zero, one, minusOne] + order8 {
            for sign in [0, 0x80] as [UInt8] {
                var key = y
                key[31] |= sign
                #expect(throws: Ed25519.KeyError.smallOrder) { try Ed25519.check(publicKey: key) }
                #expect(Ed25519.Verifier(publicKey: key) == nil)
            }
        }
        for n in 0...18 as ClosedRange<UInt8> {
            for sign in [0, 0x80] as [UInt8] {
                #expect(throws: Ed25519.KeyError.nonCanonical) { try Ed25519.check(publicKey: plus(n, sign)) }
            }
        }
        #expect(throws: Ed25519.KeyError.length) { try Ed25519.check(publicKey: zero + [0]) }
        #expect(throws: Never.self) { try Ed25519.check(publicKey: TestKey.alice.material) }
    }

    /// Why small order matters: under such a key anybody can sign anything.
    @Test func aForgeryUnderTheZeroKeyIsRefused() {
        let key = TestKey(name: Forge.origin + "/zero", type: 1, material: [1] + [UInt8](repeating: 0, count: 31))
        #expect(throws: VerifierKey.ParseError.key(.smallOrder)) { try VerifierKey(parsing: key.vkey) }
        #expect(throws: VerifierKey.ParseError.key(.smallOrder)) {
            try VerifierKey(name: key.name, publicKey: key.material)
        }
    }

    @Test func unknownTypesAreKeptAsTheyAre() throws {
        let key = try VerifierKey(parsing: TestKey.future.vkey)
        #expect(!key.isUnderstood && key.type == 0x06 && key.text == TestKey.future.vkey)
    }

    @Test func origins() {
        for good in [
            "a", "daftar.example/central-asia", String(repeating: "o", count: 255), "daftar", "x/daftar/y", "~!",
        ] {
            #expect(Origin(good) != nil, "\(good)")
        }
        let bad = [
            "", String(repeating: "o", count: 256), "a b", "a+b", "daftar/x", "cosignature/v1", "ā", "a\n", "\u{7F}",
        ]
        for bad in bad { #expect(Origin(bad) == nil, "\(bad)") }
    }
}
