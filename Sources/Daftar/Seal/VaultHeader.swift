/// What a vault begins with: how the passphrase becomes a key, and with that the vault's own key, sealed.
///
/// ```
/// daftar/vault@v1
/// scrypt 65536 8 1 Xy3t…==       n, r, p, 16 bytes of salt
/// key mB8f…=                     the vault's key: 32 bytes sealed, 16 of tag
/// ```
/// Everything in the vault is sealed with the vault's key, so another passphrase is another header and nothing else.
/// The sealing key is used once, for this one piece under this one salt: its nonce is zero.
public struct VaultHeader: Hashable, Sendable {
    private let cost: ScryptCost
    private let salt: [UInt8]
    private let sealed: [UInt8]

    /// The most bytes of a header.
    public static let limit = 512
    private static let first = "daftar/vault@v1"
    private static let saltCount = 16
    private static let nonce = [UInt8](repeating: 0, count: ChaCha20Poly1305.nonceCount)

    /// A new vault's header, and its key.
    public static func make(
        _ passphrase: Passphrase, cost: ScryptCost = .standard
    ) throws(OpenSSLError) -> (VaultHeader, SecretKey) {
        let key = try SecretKey.random()
        return (try VaultHeader(sealing: key, passphrase, cost), key)
    }

    /// The header of the same vault under another passphrase.
    public init(sealing key: SecretKey, _ passphrase: Passphrase, _ cost: ScryptCost = .standard) throws(OpenSSLError) {
        (self.cost, salt) = (cost, try Random.bytes(Self.saltCount))
        let outer = try SecretKey.derive(passphrase, salt: salt, cost: cost)
        var plain = key.copy()
        defer { Passphrase.wipe(&plain) }
        sealed = try ChaCha20Poly1305.seal(plain.span, outer, nonce: Self.nonce)
    }

    /// The vault's key; nil where the passphrase is another one, or the header was changed.
    public func open(_ passphrase: Passphrase) throws(OpenSSLError) -> SecretKey? {
        let outer = try SecretKey.derive(passphrase, salt: salt, cost: cost)
        guard var plain = try ChaCha20Poly1305.open(sealed.span, outer, nonce: Self.nonce) else { return nil }
        return SecretKey(wiping: &plain)
    }

    public var encoded: [UInt8] {
        Array(
            """
            \(Self.first)
            scrypt \(cost.n) \(cost.r) \(cost.p) \(Base64.encode(salt))
            key \(Base64.encode(sealed))

            """.utf8)
    }

    /// Nil for what is no header: it has one spelling.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Self.limit else { return nil }
        let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0] == Self.first else { return nil }
        let scrypt = lines[1].split(separator: " "), key = lines[2].split(separator: " ")
        guard scrypt.count == 5, key.count == 2, let n = Int(scrypt[1]), let r = Int(scrypt[2]), let p = Int(scrypt[3]),
            let cost = ScryptCost(checking: n, r, p), let salt = Base64.decode(String(scrypt[4])),
            let sealed = Base64.decode(String(key[1])), salt.count == Self.saltCount,
            sealed.count == SecretKey.byteCount + ChaCha20Poly1305.tagCount
        else { return nil }
        (self.cost, self.salt, self.sealed) = (cost, salt, sealed)
        guard encoded == bytes else { return nil }
    }
}
