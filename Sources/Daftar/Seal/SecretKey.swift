internal import COpenSSL

/// 32 bytes that seal others. They are wiped when the last holder lets go, and no description shows them.
@safe
public final class SecretKey: @unchecked Sendable {
    // Sendable: the bytes are only read once they are here. They lie outside of any array, which Swift might copy.
    private let bytes: UnsafeMutableRawBufferPointer

    public static let byteCount = 32

    /// Takes 32 bytes over and wipes the array that held them; nil for any other number.
    public init?(wiping source: inout [UInt8]) {
        guard source.count == Self.byteCount else { return nil }
        let own = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.byteCount, alignment: 16)
        unsafe own.copyBytes(from: source)
        unsafe bytes = own
        Passphrase.wipe(&source)
    }

    /// Filled by `fill`, which says whether it could.
    @unsafe private init(_ function: String, _ fill: (UnsafeMutableRawBufferPointer) -> Bool) throws(OpenSSLError) {
        let own = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.byteCount, alignment: 16)
        unsafe bytes = own
        guard unsafe fill(own) else { throw OpenSSLError(function: function) }
    }

    deinit {
        unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
        unsafe bytes.deallocate()
    }

    /// A new one that nobody can guess.
    public static func random() throws(OpenSSLError) -> SecretKey {
        unsafe try SecretKey("RAND_priv_bytes") { own in
            let start = unsafe own.assumingMemoryBound(to: UInt8.self).baseAddress
            return unsafe RAND_priv_bytes(start, Int32(own.count)) == 1
        }
    }

    /// From what a person types: scrypt (RFC 7914), which costs a guesser `n × r × 128` bytes of memory for each guess.
    public static func derive(
        _ passphrase: Passphrase, salt: [UInt8], cost: ScryptCost
    ) throws(OpenSSLError) -> SecretKey {
        unsafe try SecretKey("EVP_PBE_scrypt") { own in
            let start = unsafe own.assumingMemoryBound(to: UInt8.self).baseAddress
            return unsafe passphrase.withBytes { text, count in
                unsafe EVP_PBE_scrypt(
                    text, Int(count), salt, salt.count, UInt64(cost.n), UInt64(cost.r), UInt64(cost.p),
                    ScryptCost.memoryLimit, start, own.count) == 1
            }
        }
    }

    /// Another key for each purpose: HMAC-SHA-256 of this one over `purpose`.
    func derive(_ purpose: [UInt8]) throws(OpenSSLError) -> SecretKey {
        unsafe try SecretKey("HMAC") { own in unsafe self.hmac(purpose, into: own) }
    }

    /// HMAC-SHA-256 over `message`: a name that tells nothing to those who do not have the key.
    public func name(_ message: [UInt8]) throws(OpenSSLError) -> Hash {
        var digest = [UInt8](repeating: 0, count: Hash.byteCount)
        let isMade = unsafe digest.withUnsafeMutableBytes { unsafe hmac(message, into: $0) }
        guard isMade, let hash = Hash(digest.span, at: 0) else { throw OpenSSLError(function: "HMAC") }
        return hash
    }

    @unsafe private func hmac(_ message: [UInt8], into out: UnsafeMutableRawBufferPointer) -> Bool {
        var count: UInt32 = 0
        let start = unsafe out.assumingMemoryBound(to: UInt8.self).baseAddress
        return unsafe HMAC(
            EVP_sha256(), bytes.baseAddress, Int32(bytes.count), message, message.count, start, &count) != nil
            && Int(count) == Self.byteCount
    }

    /// The bytes, to be sealed: whoever takes them wipes them.
    func copy() -> [UInt8] { unsafe Array(bytes) }

    @unsafe func withBytes<R>(_ body: (UnsafePointer<UInt8>?) -> R) -> R {
        unsafe body(UnsafePointer(bytes.assumingMemoryBound(to: UInt8.self).baseAddress))
    }
}

extension SecretKey: CustomStringConvertible, CustomReflectable {
    public var description: String { "(a secret key)" }
    public var customMirror: Mirror { Mirror(self, children: [:] as KeyValuePairs<String, Any>) }
}

/// How hard a passphrase is to try.
public struct ScryptCost: Hashable, Sendable {
    public let n: Int
    public let r: Int
    public let p: Int

    /// 64 MiB and a fifth of a second on a slow machine.
    public static let standard = ScryptCost(n: 65_536, r: 8, p: 1)
    /// What a vault that somebody else wrote may make us spend.
    static let memoryLimit: UInt64 = 160 << 20

    /// Nil where the numbers are none of scrypt's, or would take more than 128 MiB or 16 rounds.
    public init?(checking n: Int, _ r: Int, _ p: Int) {
        guard n >= 2, n & (n - 1) == 0, (1...32).contains(r), (1...16).contains(p), n <= (1 << 20) / r else {
            return nil
        }
        self.init(n: n, r: r, p: p)
    }

    private init(n: Int, r: Int, p: Int) { (self.n, self.r, self.p) = (n, r, p) }
}
