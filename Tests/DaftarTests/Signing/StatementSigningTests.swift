import Testing

@testable import Daftar

@Suite struct StatementSigningTests {
    let origin: Origin
    let body = Array("{\"type\":\"event\"}".utf8)
    let seen = Seen(size: 3, root: Hash.sha256([3]))

    init() throws { origin = try #require(Origin("daftar.example/test")) }

    func signer(_ name: String) throws -> NoteSigner {
        try NoteSigner(SigningKey.generate(), name: "daftar.example/test/" + name)
    }

    @Test func plainOpenSSLVerifiesAStatement() throws {
        let openssl = try OpenSSLTool()
        defer { openssl.remove() }
        let signer = try signer("recorder")
        let statement = try Statement.sign(body, ledger: origin, seen: seen, signers: [signer])
        let note = try SignedNote(parsing: statement.bytes)
        try openssl.write(note.text, "text")
        try openssl.write(note.signatures[0].bytes, "signature")
        try openssl.write(signer.verifierKey.pem, "key.pem")
        let verify = try openssl.run(
            "pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "text", "-sigfile", "signature")
        #expect(verify.status == 0, "\(verify.output)")
        #expect(statement.hash == Hash.sha256(note.text))
        #expect(statement.seen == seen && statement.type == .event && statement.ledger == origin.text)
    }

    @Test func coauthorsSignInAnyOrder() throws {
        let a = try signer("a"), b = try signer("b"), keys = [a.verifierKey, b.verifierKey]
        let empty = try UnfinishedStatement(body: body, ledger: origin, seen: seen, by: keys)
        var first = empty, second = empty
        try first.sign(b)
        try second.sign(a)
        #expect(first.missing == [a.verifierKey.nameAndID])
        #expect(throws: SigningError.notSigned(a.verifierKey.nameAndID)) { try first.finish() }
        var travelled = try UnfinishedStatement(parsing: first.encoded)
        try travelled.merge(second, keys: keys)
        let statement = try travelled.finish()
        #expect(statement.bytes == (try Statement.sign(body, ledger: origin, seen: seen, signers: [b, a])).bytes)
        let stranger = try signer("c")
        #expect(throws: SigningError.notInBy(stranger.verifierKey.nameAndID)) { try travelled.sign(stranger) }
    }

    @Test func mergingRefusesForeignLines() throws {
        let a = try signer("a"), b = try signer("b"), keys = [a.verifierKey, b.verifierKey]
        var one = try UnfinishedStatement(body: body, ledger: origin, seen: seen, by: keys)
        try one.sign(a)
        // b's line, but over other bytes.
        var elsewhere = try UnfinishedStatement(body: body, ledger: origin, seen: .nothing, by: keys)
        try elsewhere.sign(b)
        let line = try SignedNote(parsing: elsewhere.encoded).signatures
        let forged = try UnfinishedStatement(parsing: SignedNote(text: one.text, signatures: line).encoded)
        #expect(throws: SigningError.badSignature(b.verifierKey.nameAndID)) { try one.merge(forged, keys: keys) }
        var other = try UnfinishedStatement(body: body, ledger: origin, seen: .nothing, by: keys)
        try other.sign(b)
        #expect(throws: SigningError.otherStatement) { try one.merge(other, keys: keys) }
    }

    @Test func refusesWhatNoLedgerTakes() throws {
        let a = try signer("a")
        func make(_ body: String, _ keys: [VerifierKey]) throws -> UnfinishedStatement {
            try UnfinishedStatement(body: Array(body.utf8), ledger: origin, seen: seen, by: keys)
        }
        let event = "{\"type\":\"event\"}"
        #expect(throws: SigningError.noKey) { try make(event, []) }
        #expect(throws: SigningError.keyTwice(a.verifierKey.nameAndID)) {
            try make(event, [a.verifierKey, a.verifierKey])
        }
        let stranger = try NoteSigner(SigningKey.generate(), name: "elsewhere.example/a").verifierKey
        #expect(throws: SigningError.keyOfOtherLedger(stranger.name)) { try make(event, [stranger]) }
        #expect(throws: SigningError.body(.bodyIsNoObject)) { try make("[]", [a.verifierKey]) }
        #expect(throws: SigningError.digests(.empty)) { try make("{\"_sd\":[],\"type\":\"event\"}", [a.verifierKey]) }
        let long = "{\"title\":\"" + String(repeating: "x", count: 65_200) + "\",\"type\":\"event\"}"
        #expect(throws: SigningError.self) { try make(long, [a.verifierKey]) }
        let many = try (0...16).map { try signer("k\($0)").verifierKey }
        #expect(throws: SigningError.tooManyKeys) { try make(event, many) }
    }
}
