internal import COpenSSL

/// SHA-256 (FIPS 180-4) by OpenSSL, over bytes that arrive in pieces.
///
/// ```swift
/// var sha = SHA256()
/// sha.update(piece.span)
/// let hash = sha.finish()
/// ```
public struct SHA256: ~Copyable {
    private var state = SHA256_CTX()

    @inline(__always)
    public init() { unsafe SHA256_Init(&state) }

    /// Takes in `bytes`.
    @inline(__always)
    public mutating func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            if let base = buffer.baseAddress { unsafe SHA256_Update(&state, base, buffer.count) }
        }
    }

    /// Takes in one byte.
    @inline(__always)
    public mutating func update(byte: UInt8) {
        var byte = byte
        unsafe SHA256_Update(&state, &byte, 1)
    }

    /// Takes in the 32 bytes of `hash`.
    @inline(__always)
    mutating func update(_ hash: Hash) {
        _ = unsafe hash.withBigEndianWords { unsafe SHA256_Update(&state, $0.baseAddress, $0.count) }
    }

    /// The digest of all that was taken in. The state is used up.
    @inline(__always)
    public consuming func finish() -> Hash {
        var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
        unsafe withUnsafeMutableBytes(of: &words) { buffer in
            let out = unsafe buffer.bindMemory(to: UInt8.self)
            unsafe SHA256_Final(out.baseAddress, &state)
        }
        return Hash(bigEndianWords: words.0.bigEndian, words.1.bigEndian, words.2.bigEndian, words.3.bigEndian)
    }
}

extension Hash {
    /// SHA-256 of `bytes`.
    @inline(__always)
    public static func sha256(_ bytes: Span<UInt8>) -> Hash {
        var sha = SHA256()
        sha.update(bytes)
        return sha.finish()
    }

    /// SHA-256 of `bytes`.
    public static func sha256(_ bytes: [UInt8]) -> Hash { sha256(bytes.span) }
}
