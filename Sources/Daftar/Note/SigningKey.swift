internal import COpenSSL

/// A private key for Ed25519. OpenSSL's own object is made once and used by all threads.
@safe
public final class SigningKey: @unchecked Sendable {
    // Sendable: an EVP_PKEY is only read once it is made.
    let key: OpaquePointer
    /// The 32 bytes of the public key.
    public let publicKey: [UInt8]

    /// Takes the key over, unless it is none that we can sign with.
    @unsafe init?(owning key: OpaquePointer) {
        var publicKey = [UInt8](repeating: 0, count: Ed25519.publicKeyCount)
        var count = publicKey.count
        guard unsafe EVP_PKEY_get_id(key) == EVP_PKEY_ED25519,
            unsafe EVP_PKEY_get_raw_public_key(key, &publicKey, &count) == 1, count == Ed25519.publicKeyCount,
            (try? Ed25519.check(publicKey: publicKey)) != nil
        else {
            unsafe EVP_PKEY_free(key)
            return nil
        }
        unsafe self.key = key
        self.publicKey = publicKey
    }

    deinit { unsafe EVP_PKEY_free(key) }

    /// A new key from OpenSSL's random numbers.
    public static func generate() throws(OpenSSLError) -> SigningKey {
        guard let context = unsafe EVP_PKEY_CTX_new_id(EVP_PKEY_ED25519, nil) else {
            throw OpenSSLError(function: "EVP_PKEY_CTX_new_id")
        }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard unsafe EVP_PKEY_keygen_init(context) == 1, unsafe EVP_PKEY_keygen(context, &key) == 1,
            let made = unsafe key, let signing = unsafe SigningKey(owning: made)
        else { throw OpenSSLError(function: "EVP_PKEY_keygen") }
        return signing
    }

    /// The 64 bytes of the signature over `message` (RFC 8032 §5.1.6): the same ones each time.
    public func sign(_ message: Span<UInt8>) throws(OpenSSLError) -> [UInt8] {
        guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSLError(function: "EVP_MD_CTX_new") }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: Ed25519.signatureCount)
        var count = signature.count
        let isSigned = unsafe message.withUnsafeBufferPointer { message in
            unsafe EVP_DigestSignInit(context, nil, nil, nil, key) == 1
                && EVP_DigestSign(context, &signature, &count, message.baseAddress, message.count) == 1
        }
        guard isSigned, count == Ed25519.signatureCount else { throw OpenSSLError(function: "EVP_DigestSign") }
        return signature
    }

    /// The 64 bytes of the signature over `message`.
    public func sign(_ message: [UInt8]) throws(OpenSSLError) -> [UInt8] { try sign(message.span) }
}

/// A private key under the name that it signs with.
public struct NoteSigner: Sendable {
    public let key: SigningKey
    public let verifierKey: VerifierKey

    public init(_ key: SigningKey, name: String) throws(VerifierKey.ParseError) {
        self.key = key
        verifierKey = try VerifierKey(name: name, publicKey: key.publicKey)
    }

    /// The signature line for a note's text.
    public func sign(_ text: [UInt8]) throws(OpenSSLError) -> SignedNote.Signature { try sign(text.span) }

    func sign(_ text: Span<UInt8>) throws(OpenSSLError) -> SignedNote.Signature {
        SignedNote.Signature(name: verifierKey.name, id: verifierKey.id, bytes: try key.sign(text))
    }
}
