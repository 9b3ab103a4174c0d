internal import COpenSSL

/// A digest that others chose, over bytes that arrive in pieces: what archives write beside their records. What daftar
/// itself says is always SHA-256.
@safe
public final class MessageDigest {
    public enum Algorithm: String, CaseIterable, Sendable {
        case md5, sha1, sha256, sha512

        /// In bytes.
        public var count: Int {
            switch self {
            case .md5: 16
            case .sha1: 20
            case .sha256: 32
            case .sha512: 64
            }
        }
    }

    private let context: OpaquePointer
    private let algorithm: Algorithm

    /// - Throws: where OpenSSL was built without this algorithm, or forbids it.
    public init(_ algorithm: Algorithm) throws(OpenSSLError) {
        self.algorithm = algorithm
        guard let context = unsafe EVP_MD_CTX_new() else { throw OpenSSLError(function: "EVP_MD_CTX_new") }
        unsafe self.context = context
        let type =
            switch algorithm {
            case .md5: unsafe EVP_md5()
            case .sha1: unsafe EVP_sha1()
            case .sha256: unsafe EVP_sha256()
            case .sha512: unsafe EVP_sha512()
            }
        guard unsafe EVP_DigestInit_ex(context, type, nil) == 1 else {
            throw OpenSSLError(function: "EVP_DigestInit_ex")
        }
    }

    deinit { unsafe EVP_MD_CTX_free(context) }

    public func update(_ bytes: Span<UInt8>) {
        unsafe bytes.withUnsafeBytes { buffer in
            _ = unsafe EVP_DigestUpdate(context, buffer.baseAddress, buffer.count)
        }
    }

    /// The digest of all that was taken in. It can be asked for once.
    public func finish() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: algorithm.count)
        unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            _ = unsafe EVP_DigestFinal_ex(context, buffer.baseAddress, nil)
        }
        return bytes
    }
}
