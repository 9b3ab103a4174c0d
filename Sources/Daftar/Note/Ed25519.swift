internal import COpenSSL

/// Ed25519 as every signature here uses it: RFC 8032 §5.1.7 without the cofactor, S < L, by OpenSSL.
public enum Ed25519 {
    public static let publicKeyCount = 32
    public static let signatureCount = 64

    /// What is wrong with the bytes of a public key.
    public enum KeyError: Error, Hashable, Sendable {
        /// Not 32 bytes.
        case length
        /// The point has small order: OpenSSL accepts forged signatures under such a key.
        case smallOrder
        /// y ≥ 2^255 − 19: a second spelling of another point (RFC 8032 §5.1.3 refuses it).
        case nonCanonical
    }

    /// Checks the bytes of a public key before anything is verified with it.
    public static func check(publicKey bytes: [UInt8]) throws(KeyError) {
        guard bytes.count == publicKeyCount else { throw .length }
        var y = bytes
        y[31] &= 0x7F
        // p = 2^255 − 19 is ed ff … ff 7f.
        if y[31] == 0x7F, y[1..<31].allSatisfy({ $0 == 0xFF }), y[0] >= 0xED { throw .nonCanonical }
        if smallOrderY.contains(y) { throw .smallOrder }
    }

    /// The y of the eight points whose order divides 8, little-endian: 0, 1, −1, and the two of order 8.
    private static let smallOrderY: [[UInt8]] = [
        [UInt8](repeating: 0, count: 32),
        [1] + [UInt8](repeating: 0, count: 31),
        [0xEC] + [UInt8](repeating: 0xFF, count: 30) + [0x7F],
        [
            0x26, 0xE8, 0x95, 0x8F, 0xC2, 0xB2, 0x27, 0xB0, 0x45, 0xC3, 0xF4, 0x89, 0xF2, 0xEF, 0x98, 0xF0,
            0xD5, 0xDF, 0xAC, 0x05, 0xD3, 0xC6, 0x33, 0x39, 0xB1, 0x38, 0x02, 0x88, 0x6D, 0x53, 0xFC, 0x05,
        ],
        [
            0xC7, 0x17, 0x6A, 0x70, 0x3D, 0x4D, 0xD8, 0x4F, 0xBA, 0x3C, 0x0B, 0x76, 0x0D, 0x10, 0x67, 0x0F,
            0x2A, 0x20, 0x53, 0xFA, 0x2C, 0x39, 0xCC, 0xC6, 0x4E, 0xC7, 0xFD, 0x77, 0x92, 0xAC, 0x03, 0x7A,
        ],
    ]

    /// A public key that is ready to verify: OpenSSL's own object is made once and used by all threads.
    @safe
    public final class Verifier: @unchecked Sendable {
        // Sendable: an EVP_PKEY is only read once it is made.
        private let key: OpaquePointer

        /// Nil where OpenSSL can't take the key.
        public init?(publicKey bytes: [UInt8]) {
            guard (try? Ed25519.check(publicKey: bytes)) != nil else { return nil }
            guard let key = unsafe EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nil, bytes, bytes.count) else {
                return nil
            }
            unsafe self.key = key
        }

        deinit { unsafe EVP_PKEY_free(key) }

        /// True where `signature` (64 bytes) is this key's over `message`.
        public func verifies(signature: Span<UInt8>, over message: Span<UInt8>) -> Bool {
            guard signature.count == signatureCount, let context = unsafe EVP_MD_CTX_new() else { return false }
            defer { unsafe EVP_MD_CTX_free(context) }
            guard unsafe EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1 else { return false }
            return unsafe signature.withUnsafeBufferPointer { signature in
                unsafe message.withUnsafeBufferPointer { message in
                    unsafe EVP_DigestVerify(
                        context, signature.baseAddress, signature.count, message.baseAddress, message.count) == 1
                }
            }
        }
    }
}
