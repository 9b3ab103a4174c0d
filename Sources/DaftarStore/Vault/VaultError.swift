public import Daftar

/// Why the vault can't do something.
public enum VaultError: Error, Hashable, Sendable {
    case system(SystemError)
    /// There is none for this ledger.
    case absent(String)
    /// There is one already.
    case exists(String)
    /// The header is none.
    case header(String)
    case wrongPassphrase(String)
    /// A sealed file that was changed, cut off, renamed, or is another vault's.
    case damaged(String)
    /// A file that was changed while it was read.
    case changing(String)
    /// A backup that is none, was cut off or changed.
    case backup(String)
    /// A backup of another vault than the one that is here.
    case otherVault(String)
    case openSSL(OpenSSLError)
    /// Another command is writing in it.
    case locked(String)
}

extension VaultError {
    /// Runs what the file system may refuse.
    static func system<R>(_ body: () throws(SystemError) -> R) throws(VaultError) -> R {
        do { return try body() } catch { throw .system(error) }
    }

    static func openSSL<R>(_ body: () throws(OpenSSLError) -> R) throws(VaultError) -> R {
        do { return try body() } catch { throw .openSSL(error) }
    }
}
