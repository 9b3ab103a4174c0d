extension VerifierKey {
    /// What comes before the 32 bytes of an Ed25519 key in its SubjectPublicKeyInfo (RFC 8410 §4).
    private static let subjectPrefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    /// The public key as SPKI PEM, for plain `openssl`.
    public var pem: [UInt8] { VerifierKey.pem(publicKey: material) }

    /// 32 bytes of a public key as SPKI PEM. 44 bytes are one line of base64.
    public static func pem(publicKey: [UInt8]) -> [UInt8] {
        let line = Base64.encode(subjectPrefix + publicKey)
        return Array("-----BEGIN PUBLIC KEY-----\n\(line)\n-----END PUBLIC KEY-----\n".utf8)
    }

    /// The 32 bytes in an SPKI PEM; text before the block is passed over.
    public static func publicKey(pem file: [UInt8]) throws(KeyFileError) -> [UInt8] {
        guard file.count <= SigningKey.fileLimit else { throw .tooLarge }
        let block = try PEMBlock(firstOf: file)
        guard block.name == "PUBLIC KEY" else { throw .otherKind(block.name) }
        guard block.content.starts(with: subjectPrefix) else { throw .notEd25519 }
        let key = Array(block.content.dropFirst(subjectPrefix.count))
        guard (try? Ed25519.check(publicKey: key)) != nil else { throw .damaged }
        return key
    }
}
