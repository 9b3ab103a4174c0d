import Testing

@testable import Daftar

/// A passphrase of a test.
func passphrase(_ text: String) -> Passphrase {
    var bytes = Array(text.utf8)
    return Passphrase(wiping: &bytes)
}

@Suite struct SigningKeyTests {
    @Test func signsWhatItsPublicKeyVerifies() throws {
        let key = try SigningKey.generate(), message = Array("a line\n".utf8)
        let signature = try key.sign(message)
        let verifier = try #require(Ed25519.Verifier(publicKey: key.publicKey))
        let good = verifier.verifies(signature: signature.span, over: message.span)
        #expect(good)
        #expect(try key.sign(message) == signature)
    }

    @Test func plainOpenSSLOpensOurKey() throws {
        let openssl = try OpenSSLTool()
        defer { openssl.remove() }
        let key = try SigningKey.generate()
        try openssl.write(Array("daftar key …\n".utf8) + key.encryptedPEM(passphrase("correct horse")), "key.pem")
        let (status, output) = try openssl.run("pkey", "-in", "key.pem", "-passin", "pass:correct horse", "-pubout")
        #expect(status == 0)
        #expect(output == String(decoding: VerifierKey.pem(publicKey: key.publicKey), as: UTF8.self))
        #expect(try openssl.run("pkey", "-in", "key.pem", "-passin", "pass:wrong").status != 0)
        let scheme = try openssl.run("asn1parse", "-in", "key.pem").output
        #expect(scheme.contains("scrypt") && scheme.contains("aes-256-cbc"))
    }

    @Test(arguments: [["-v2", "aes-256-cbc"], ["-scrypt"], ["-v2", "aes-128-cbc", "-v2prf", "hmacWithSHA512"]])
    func opensKeysOfPlainOpenSSL(_ encryption: [String]) throws {
        let openssl = try OpenSSLTool()
        defer { openssl.remove() }
        try openssl.run("genpkey", "-algorithm", "ed25519", "-out", "plain.pem")
        let arguments =
            ["pkcs8", "-topk8", "-in", "plain.pem", "-out", "key.pem", "-passout", "pass:secret"] + encryption
        try openssl.run(arguments)
        let file = try openssl.read("key.pem")
        let key = try SigningKey.read(encryptedPEM: file, passphrase("secret"))
        try openssl.run("pkey", "-in", "plain.pem", "-pubout", "-out", "public.pem")
        #expect(try openssl.read("public.pem") == VerifierKey.pem(publicKey: key.publicKey))
        #expect(try VerifierKey.publicKey(pem: openssl.read("public.pem")) == key.publicKey)
        #expect(throws: KeyFileError.notEncrypted) { try SigningKey.checkIsEncrypted(openssl.read("plain.pem")) }
    }

    @Test func tellsWrongFilesApart() throws {
        let key = try SigningKey.generate(), secret = passphrase("secret")
        let file = try key.encryptedPEM(secret)
        #expect(try SigningKey.read(encryptedPEM: file, secret).publicKey == key.publicKey)
        #expect(throws: KeyFileError.wrongPassphrase) { try SigningKey.read(encryptedPEM: file, passphrase("secreT")) }
        #expect(throws: KeyFileError.wrongPassphrase) { try SigningKey.read(encryptedPEM: file, passphrase("")) }
        #expect(throws: KeyFileError.notPEM) { try SigningKey.read(encryptedPEM: Array("no key\n".utf8), secret) }
        #expect(throws: KeyFileError.notPEM) { try SigningKey.read(encryptedPEM: [], secret) }
        #expect(throws: KeyFileError.damaged) { try SigningKey.read(encryptedPEM: Array(file.prefix(120)), secret) }
        #expect(throws: KeyFileError.tooLarge) {
            try SigningKey.read(encryptedPEM: Array(repeating: 10, count: SigningKey.fileLimit + 1), secret)
        }
        #expect(throws: KeyFileError.otherKind("PUBLIC KEY")) {
            try SigningKey.read(encryptedPEM: VerifierKey.pem(publicKey: key.publicKey), secret)
        }
    }

    @Test func refusesKeysOfOtherAlgorithms() throws {
        let openssl = try OpenSSLTool()
        defer { openssl.remove() }
        try openssl.run("genpkey", "-algorithm", "x25519", "-out", "key.pem", "-aes256", "-pass", "pass:secret")
        let file = try openssl.read("key.pem")
        #expect(throws: KeyFileError.notEd25519) { try SigningKey.read(encryptedPEM: file, passphrase("secret")) }
    }

    @Test func passphraseDoesNotPrint() {
        var typed = Array("secret".utf8)
        let secret = Passphrase(wiping: &typed)
        var dumped = ""
        dump(secret, to: &dumped)
        #expect(typed.isEmpty)
        #expect("\(secret) \(String(reflecting: secret)) \(dumped)".contains("secret") == false)
        #expect(secret.matches(passphrase("secret")) && !secret.matches(passphrase("secreT")))
    }
}
