public import Daftar

/// The author's private side of a ledger, open: withheld disclosures and private captures, sealed (`SealedStream`).
///
/// ```swift
/// let vault = try Vault.open(folders, ledger, passphrase)
/// try vault.keep(WithheldRecord(statement: hash, disclosures: withheld))   // before anybody learns of the digests
/// ```
/// Each file is written beside its place, synced and renamed: a crash leaves the old file or the new one. What is kept is
/// on disk when the call returns, so a digest that is published after it always has its disclosure.
public struct Vault: Sendable {
    let folder: VaultFolder
    let key: SecretKey

    /// Where it lies, for a person.
    public var path: String { folder.path }

    public static func isThere(_ folders: UserFolders, _ ledger: Hash) -> Bool { VaultFolder(folders, ledger).isThere }

    public static func path(_ folders: UserFolders, _ ledger: Hash) -> String { VaultFolder(folders, ledger).path }

    /// Makes an empty vault.
    public static func create(
        _ folders: UserFolders, _ ledger: Hash, _ passphrase: Passphrase
    ) throws(VaultError) -> Vault {
        let folder = VaultFolder(folders, ledger), lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        if folder.isThere { throw .exists(folder.path) }
        let (header, key) = try VaultError.openSSL { () throws(OpenSSLError) in try VaultHeader.make(passphrase) }
        let vault = Vault(folder: folder, key: key)
        try vault.write([(VaultFolder.header, header.encoded)])
        return vault
    }

    public static func open(
        _ folders: UserFolders, _ ledger: Hash, _ passphrase: Passphrase
    ) throws(VaultError) -> Vault {
        try open(VaultFolder(folders, ledger), passphrase)
    }

    static func open(_ folder: VaultFolder, _ passphrase: Passphrase) throws(VaultError) -> Vault {
        guard folder.isThere else { throw .absent(folder.path) }
        let bytes = try VaultError.system { () throws(SystemError) in
            try FileSystem.read(folder.headerPath, limit: VaultHeader.limit)
        }
        return Vault(folder: folder, key: try key(bytes, passphrase, folder.headerPath))
    }

    /// The key that a header holds.
    static func key(_ header: [UInt8], _ passphrase: Passphrase, _ path: String) throws(VaultError) -> SecretKey {
        guard let header = VaultHeader(parsing: header) else { throw .header(path) }
        let key = try VaultError.openSSL { () throws(OpenSSLError) in try header.open(passphrase) }
        guard let key else { throw .wrongPassphrase(path) }
        return key
    }

    /// Another passphrase from now on; what is sealed stays as it is.
    public func changePassphrase(_ passphrase: Passphrase) throws(VaultError) {
        let header = try VaultError.openSSL { () throws(OpenSSLError) in try VaultHeader(sealing: key, passphrase) }
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        try write([(VaultFolder.header, header.encoded)])
    }

    // MARK: Withheld disclosures

    /// Keeps the disclosures of a statement's withheld parts.
    public func keep(_ records: [WithheldRecord]) throws(VaultError) {
        var files: [(String, [UInt8])] = []
        for record in records {
            let file = VaultFolder.file(.withheld, try name(.withheld, record.statement))
            files.append(
                (
                    file,
                    try VaultError.openSSL { () throws(OpenSSLError) in
                        try Sealer.seal(record.encoded, key, name: Array(file.utf8))
                    }
                ))
        }
        let lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        try write(files)
    }

    /// What is kept of a statement; nil where nothing is.
    public func record(of statement: Hash) throws(VaultError) -> WithheldRecord? {
        let file = VaultFolder.file(.withheld, try name(.withheld, statement))
        guard FileSystem.exists(Path.join(path, file)) else { return nil }
        let record = try record(in: file)
        guard record.statement == statement else { throw .damaged(Path.join(path, file)) }
        return record
    }

    /// Opens everything that is kept of statements, one after the other.
    public func forEachRecord(_ body: (WithheldRecord) throws(VaultError) -> Void) throws(VaultError) {
        let names = try VaultError.system { () throws(SystemError) in try folder.names(.withheld) }
        for name in names { try body(try record(in: "\(VaultFolder.Part.withheld.rawValue)/\(name)")) }
    }

    private func record(in file: String) throws(VaultError) -> WithheldRecord {
        let full = Path.join(path, file)
        let limit = SealedStream.sealedLength(of: WithheldRecord.limit)
        let sealed = try VaultError.system { () throws(SystemError) in try FileSystem.read(full, limit: limit) }
        do {
            let plain = try Unsealer.open(sealed, key, name: Array(file.utf8))
            guard let record = WithheldRecord(parsing: plain) else { throw VaultError.damaged(full) }
            return record
        } catch let error as UnsealError { throw VaultError(error, full) } catch let error as VaultError {
            throw error
        } catch { throw .damaged(full) }
    }

    // MARK: Steps

    func name(_ part: VaultFolder.Part, _ hash: Hash) throws(VaultError) -> Hash {
        try VaultError.openSSL { () throws(OpenSSLError) in try key.name(Array("\(part.rawValue) \(hash.hex)".utf8)) }
    }

    private func write(_ files: [(path: String, bytes: [UInt8])]) throws(VaultError) {
        try VaultError.system { () throws(SystemError) in
            let durable = Durable(root: folder.path, mode: 0o600)
            for file in files { try durable.write(file.bytes, to: file.path) }
            try durable.finish()
        }
    }
}

extension VaultError {
    init(_ error: UnsealError, _ path: String) {
        switch error {
        case .form, .damaged: self = .damaged(path)
        case .openSSL(let error): self = .openSSL(error)
        }
    }
}
