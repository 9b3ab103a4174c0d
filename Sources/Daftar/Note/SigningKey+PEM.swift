internal import COpenSSL

/// Why a private key can't be read from its file.
public enum KeyFileError: Error, Hashable, Sendable {
    /// Larger than any key file is.
    case tooLarge
    /// There is no PEM block in it.
    case notPEM
    /// The key lies there unencrypted.
    case notEncrypted
    /// A PEM block of another kind, such as `OPENSSH PRIVATE KEY`.
    case otherKind(String)
    /// The block is no PKCS#8: cut short or altered.
    case damaged
    /// Encrypted in a way that this OpenSSL does not open, or that takes more memory than it allows.
    case unsupportedEncryption
    /// Well-formed, and does not open: another passphrase, or altered where only the passphrase could tell.
    case wrongPassphrase
    /// A key of another algorithm.
    case notEd25519
    case openSSL(OpenSSLError)
}

extension SigningKey {
    /// How hard a passphrase is to try: the strongest scrypt that plain `openssl pkey` reads back, since its PEM reader
    /// stops at 32 MiB. (N × r × 128 = 16 MiB, done p times over.)
    private enum Scrypt {
        static let n: UInt64 = 16_384
        static let r: UInt64 = 8
        static let p: UInt64 = 8
        static let saltCount = 16
    }

    /// The most bytes of a key file.
    public static let fileLimit = 64 << 10

    /// The key as PKCS#8, encrypted by PBES2 with scrypt and AES-256-CBC (RFC 5958, 8018, 7914).
    public func encryptedPEM(_ passphrase: Passphrase) throws(OpenSSLError) -> [UInt8] {
        guard let plain = unsafe EVP_PKEY2PKCS8(key) else { throw OpenSSLError(function: "EVP_PKEY2PKCS8") }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(plain) }
        let salt = try Random.bytes(Scrypt.saltCount)
        guard
            let scheme = unsafe PKCS5_pbe2_set_scrypt(
                EVP_aes_256_cbc(), salt, Int32(salt.count), nil, Scrypt.n, Scrypt.r, Scrypt.p)
        else { throw OpenSSLError(function: "PKCS5_pbe2_set_scrypt") }
        let sealed = unsafe passphrase.withBytes { unsafe PKCS8_set0_pbe($0, $1, plain, scheme) }
        guard let sealed = unsafe sealed else {
            unsafe X509_ALGOR_free(scheme)
            throw OpenSSLError(function: "PKCS8_set0_pbe")
        }
        defer { unsafe X509_SIG_free(sealed) }
        let stream = try MemoryBIO()
        guard unsafe PEM_write_bio_PKCS8(stream.bio, sealed) == 1 else {
            throw OpenSSLError(function: "PEM_write_bio_PKCS8")
        }
        return stream.rest()
    }

    /// Reads an encrypted key in any PBES2 that OpenSSL reads. Text before the block is passed over.
    public static func read(encryptedPEM file: [UInt8], _ passphrase: Passphrase) throws(KeyFileError) -> SigningKey {
        try open(try encryptedBlock(of: file), passphrase)
    }

    /// Finds out what kind of file it is before anybody is asked for a passphrase.
    public static func checkIsEncrypted(_ file: [UInt8]) throws(KeyFileError) { _ = try encryptedBlock(of: file) }

    /// The DER of `EncryptedPrivateKeyInfo`.
    private static func encryptedBlock(of file: [UInt8]) throws(KeyFileError) -> [UInt8] {
        guard file.count <= fileLimit else { throw .tooLarge }
        let block = try PEMBlock(firstOf: file)
        switch block.name {
        case "ENCRYPTED PRIVATE KEY": return block.content
        case "PRIVATE KEY": throw .notEncrypted
        default: throw .otherKind(block.name)
        }
    }

    private static func open(_ der: [UInt8], _ passphrase: Passphrase) throws(KeyFileError) -> SigningKey {
        guard let sealed = unsafe decode(der) else { throw .damaged }
        defer { unsafe X509_SIG_free(sealed) }
        ERR_clear_error()
        let opened = unsafe passphrase.withBytes { unsafe PKCS8_decrypt(sealed, $0, $1) }
        guard let plain = unsafe opened else { throw reasonItStayedShut() }
        defer { unsafe PKCS8_PRIV_KEY_INFO_free(plain) }
        return try unsafe key(in: plain)
    }

    /// The key in `PrivateKeyInfo`: an octet string of 32 bytes, in another one (RFC 8410 §7). For these few bytes OpenSSL's
    /// own function makes every decoder ready that it has: a tenth of the work of a small append.
    @unsafe private static func key(in plain: OpaquePointer) throws(KeyFileError) -> SigningKey {
        var algorithm: OpaquePointer?, bytes: UnsafePointer<UInt8>?, count: Int32 = 0
        guard unsafe PKCS8_pkey_get0(&algorithm, &bytes, &count, nil, plain) == 1 else { throw .damaged }
        guard unsafe OBJ_obj2nid(algorithm) == EVP_PKEY_ED25519 else { throw .notEd25519 }
        let octets = unsafe UnsafeBufferPointer(start: bytes, count: Int(count))
        guard unsafe octets.starts(with: [4, UInt8(privateKeyCount)]), octets.count == 2 + privateKeyCount,
            let key = unsafe EVP_PKEY_new_raw_private_key(
                EVP_PKEY_ED25519, nil, octets.baseAddress?.advanced(by: 2), privateKeyCount)
        else { throw .damaged }
        guard let signing = unsafe SigningKey(owning: key) else { throw .notEd25519 }
        return signing
    }

    private static let privateKeyCount = 32

    /// Reads `EncryptedPrivateKeyInfo`, all of it.
    @unsafe private static func decode(_ der: [UInt8]) -> OpaquePointer? {
        unsafe der.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress
            guard let sealed = unsafe d2i_X509_SIG(nil, &next, buffer.count) else { return nil }
            if unsafe next == buffer.baseAddress?.advanced(by: buffer.count) { return unsafe sealed }
            unsafe X509_SIG_free(sealed)
            return nil
        }
    }

    /// Sorts OpenSSL's reasons. Padding that came out wrong means the passphrase, or bytes that only it could check:
    /// AES-CBC has no tag, so the two look alike.
    private static func reasonItStayedShut() -> KeyFileError {
        var found = KeyFileError.unsupportedEncryption
        while true {
            let error = ERR_get_error()
            if error == 0 { return found }
            switch (ERR_GET_LIB(error), ERR_GET_REASON(error)) {
            case (ERR_LIB_PROV, PROV_R_WRONG_FINAL_BLOCK_LENGTH): return .damaged
            case (ERR_LIB_PROV, PROV_R_BAD_DECRYPT), (ERR_LIB_EVP, EVP_R_BAD_DECRYPT),
                (ERR_LIB_PKCS12, PKCS12_R_DECODE_ERROR):
                found = .wrongPassphrase
            default: break
            }
        }
    }
}
