public import Daftar
import Glibc

/// The private keys on this machine: `$XDG_CONFIG_HOME/daftar/keys/*.pem`, mode 0700.
public struct KeyFolder: Sendable {
    public let path: String

    public enum Failure: Error, Sendable {
        case system(SystemError)
        case openSSL(OpenSSLError)
        /// A key is never overwritten.
        case exists(String)
        /// Within this ledger's folder, which is published.
        case insideLedger(String)
        /// Within a folder under version control, which is copied and never forgets.
        case underVersionControl(String)
        case emptyPassphrase
    }

    public init(_ folders: UserFolders) { path = Path.join(folders.config, "keys") }

    /// The files that say which key they hold; those that can't be read are passed over.
    public func all() throws(SystemError) -> [KeyFile] {
        try FileSystem.names(in: path).filter { $0.hasSuffix(".pem") }.compactMap { try? KeyFile(Path.join(path, $0)) }
    }

    /// The files of these keys that are here, in the order of the keys; of one key the first.
    public func files(of keys: [VerifierKey]) throws(SystemError) -> [KeyFile] {
        let all = try all()
        return keys.compactMap { key in all.first { $0.verifierKey == key } }
    }

    /// The file that holds one of these keys.
    public func find(anyOf keys: [VerifierKey]) throws(SystemError) -> KeyFile? {
        try all().first { file in file.verifierKey.map(keys.contains) ?? false }
    }

    /// Where a key of this name is kept, if nobody says otherwise: the last part of its name.
    public func path(forKeyNamed name: String) -> String { Path.join(path, Path.name(name) + ".pem") }

    /// Writes a key, encrypted, mode 0600, to a file that is not there yet.
    public static func write(
        _ key: SigningKey, as verifierKey: VerifierKey, to path: String, _ passphrase: Passphrase
    ) throws(Failure) {
        guard !passphrase.isEmpty else { throw .emptyPassphrase }
        if FileSystem.exists(path) { throw .exists(path) }
        try checkPlace(path)
        let bytes: [UInt8]
        do { bytes = try KeyFile.encode(key, verifierKey, passphrase) } catch { throw .openSSL(error) }
        do throws(SystemError) {
            try FileSystem.makeFolder(Path.parent(path), mode: 0o700)
            try create(bytes, path)
        } catch {
            throw error.code == EEXIST ? .exists(path) : .system(error)
        }
    }

    /// Refuses a place from which a key would get out.
    public static func checkPlace(_ path: String) throws(Failure) {
        var folder = Path.parent(path)
        while FileSystem.real(folder) == nil, Path.parent(folder) != folder { folder = Path.parent(folder) }
        folder = FileSystem.real(folder) ?? folder
        while true {
            if LedgerDirectory.isLedger(folder) { throw .insideLedger(folder) }
            for mark in [".git", ".hg", ".svn", ".jj", ".bzr"] where FileSystem.exists(Path.join(folder, mark)) {
                throw .underVersionControl(folder)
            }
            let parent = Path.parent(folder)
            if parent == folder { return }
            folder = parent
        }
    }

    /// Creates the file, or leaves none: half a key would keep its name from being used.
    private static func create(_ bytes: [UInt8], _ path: String) throws(SystemError) {
        let file = try OpenFile.open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode: 0o600)
        do throws(SystemError) {
            try file.write(bytes)
            guard fsync(file.descriptor) == 0 else { throw SystemError("fsync", path) }
            try FileSystem.syncFolder(Path.parent(path))
        } catch {
            unsafe unlink(path)
            throw error
        }
    }
}
