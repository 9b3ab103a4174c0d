public import Daftar
import Glibc

/// A private key's file: encrypted PKCS#8, with the vkey on a line above so that the key can be found and shown without
/// its passphrase. (RFC 7468 §2 allows text before a block, and `openssl` passes over it.)
///
/// ```
/// daftar-key daftar.example/central-asia/recorder+9f2c01aa+AW3u1enK60ozOImAO1ks3cNcdmX6JE0rJMjdx7CUeApj
/// -----BEGIN ENCRYPTED PRIVATE KEY-----
/// ```
public struct KeyFile: Sendable {
    public enum Failure: Error, Sendable {
        case system(SystemError)
        case key(KeyFileError)
        /// An unencrypted private key that others may read: whoever read it signs as its owner.
        case nakedKey(String)
        /// The vkey on the first line is not that of the key below.
        case otherKeyInside(VerifierKey)
    }

    public let path: String
    /// The public key under its name, where the file says it.
    public let verifierKey: VerifierKey?
    /// Others than the owner may read the file, or worse. It is encrypted, so this is a warning.
    public let isOpenToOthers: Bool
    private let bytes: [UInt8]

    /// Reads the file; an unencrypted key is refused.
    public init(_ path: String) throws(Failure) {
        self.path = path
        do throws(SystemError) {
            bytes = try FileSystem.read(path, limit: SigningKey.fileLimit)
            isOpenToOthers = try FileSystem.status(path)?.isOpenToOthers ?? false
        } catch { throw .system(error) }
        do { try SigningKey.checkIsEncrypted(bytes) } catch {
            throw error == .notEncrypted && isOpenToOthers ? .nakedKey(path) : .key(error)
        }
        verifierKey = KeyFile.verifierKey(bytes)
    }

    /// Opens the key. Takes about 50 ms, since a passphrase must be slow to try.
    public func open(_ passphrase: Passphrase) throws(Failure) -> SigningKey {
        let key: SigningKey
        do { key = try SigningKey.read(encryptedPEM: bytes, passphrase) } catch { throw .key(error) }
        if let verifierKey, verifierKey.material != key.publicKey { throw .otherKeyInside(verifierKey) }
        return key
    }

    static func encode(_ key: SigningKey, _ verifierKey: VerifierKey, _ passphrase: Passphrase) throws(OpenSSLError)
        -> [UInt8]
    {
        Array("daftar-key \(verifierKey.text)\n".utf8) + (try key.encryptedPEM(passphrase))
    }

    private static func verifierKey(_ bytes: [UInt8]) -> VerifierKey? {
        let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
        guard line.hasPrefix("daftar-key ") else { return nil }
        return try? VerifierKey(parsing: String(line.dropFirst("daftar-key ".count)))
    }
}
