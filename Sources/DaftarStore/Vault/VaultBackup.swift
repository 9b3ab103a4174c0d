public import Daftar
import Glibc

/// A vault in one file, as it lies there: sealed, so that a backup takes no passphrase and tells no more than the vault.
///
/// ```
/// daftar/vault-backup@v1
/// ledger 5f1c…                     hex, as in the vault's path
/// vault 164                        path and length, then so many bytes
/// …
/// withheld/9b41… 4145
/// …
/// end 3a7d…                        SHA-256 of everything before this line
/// ```
public enum VaultBackup {
    private static let first = "daftar/vault-backup@v1\n"
    private static let piece = 1 << 20

    // MARK: Writing

    /// Hands the backup out in pieces.
    public static func write(
        _ folders: UserFolders, _ ledger: Hash, _ put: ([UInt8]) throws(SystemError) -> Void
    ) throws(VaultError) {
        let folder = VaultFolder(folders, ledger)
        guard folder.isThere else { throw .absent(folder.path) }
        try VaultError.system { () throws(SystemError) in
            let sha = RunningHash()
            func say(_ bytes: [UInt8]) throws(SystemError) {
                sha.update(bytes)
                try put(bytes)
            }
            try say(Array("\(first)ledger \(ledger.hex)\n".utf8))
            for path in try files(folder) {
                let file = try OpenFile.open(Path.join(folder.path, path), O_RDONLY | O_NOFOLLOW)
                let length = Int(try file.status().st_size)
                try say(Array("\(path) \(length)\n".utf8))
                var start = 0
                while start < length {
                    let bytes = try file.read(from: start, count: min(piece, length - start))
                    guard !bytes.isEmpty else { throw SystemError("read", file.path, EIO) }
                    try say(bytes)
                    start += bytes.count
                }
            }
            try put(Array("end \(sha.finish().hex)\n".utf8))
        }
    }

    private static func files(_ folder: VaultFolder) throws(SystemError) -> [String] {
        var files = [VaultFolder.header]
        for part in VaultFolder.Part.allCases { files += try folder.names(part).map { "\(part.rawValue)/\($0)" } }
        return files
    }

    // MARK: Restoring

    /// Brings back what a backup holds: all of an absent vault, or what is missing from the same vault.
    ///
    /// Everything is checked before anything is in its place: the backup whole, the passphrase, and every sealed file.
    ///
    /// - Parameter passphrase: the one of the vault that is here, whatever it was when the backup was made; the backup's
    ///   own where there is none.
    /// - Returns: how many files were missing.
    public static func restore(
        _ path: String, _ folders: UserFolders, _ ledger: Hash, _ passphrase: Passphrase
    ) throws(VaultError) -> Int {
        var reader = try BackupReader(path)
        guard try reader.line() == String(first.dropLast()), try reader.line() == "ledger \(ledger.hex)" else {
            throw .backup(path)
        }
        let (name, header) = try reader.small()
        guard name == VaultFolder.header else { throw .backup(path) }
        let folder = VaultFolder(folders, ledger), lock = try folder.lock(), isNew = !folder.isThere
        defer { withExtendedLifetime(lock) {} }
        let key = isNew ? try Vault.key(header, passphrase, path) : try key(folder, header, passphrase)
        let durable = Durable(root: folder.path, mode: 0o600)
        let count = try copy(&reader, durable, Vault(folder: folder, key: key))
        try VaultError.system { () throws(SystemError) in
            // The header last: until it is there, there is no vault.
            try durable.finish()
            guard isNew else { return }
            try durable.write(header, to: VaultFolder.header)
            try durable.finish()
        }
        return count
    }

    /// The key of the vault that is here. It must be the one that the backup is of: where that has another passphrase, its
    /// sealed files show it.
    private static func key(
        _ folder: VaultFolder, _ header: [UInt8], _ passphrase: Passphrase
    ) throws(VaultError) -> SecretKey {
        let own = try Vault.open(folder, passphrase).key
        let isSame = try VaultError.openSSL { () throws(OpenSSLError) in
            guard let other = try VaultHeader(parsing: header)?.open(passphrase) else { return true }
            return try own.name([]) == other.name([])
        }
        guard isSame else { throw .otherVault(folder.path) }
        return own
    }

    private static func copy(
        _ reader: inout BackupReader, _ durable: Durable, _ vault: Vault
    ) throws(VaultError) -> Int {
        var count = 0
        while let (file, length) = try reader.next() {
            let isThere = FileSystem.exists(Path.join(vault.path, file))
            if !isThere { count += 1 }
            try reader.take(length, file, vault, into: isThere ? nil : durable)
        }
        return count
    }
}

/// Reads a backup from its beginning to its end, once, and hashes it on the way.
private struct BackupReader: ~Copyable {
    private let file: OpenFile
    private let path: String
    private var place = 0
    private let sha = RunningHash()
    /// The longest line: a path, a blank, a number.
    private static let line = 128

    init(_ path: String) throws(VaultError) {
        do { file = try OpenFile.open(path, O_RDONLY) } catch { throw .system(error) }
        self.path = path
    }

    /// The next line, without its end.
    mutating func line() throws(VaultError) -> String {
        let bytes = try read(Self.line)
        guard let end = bytes.firstIndex(of: UInt8(ascii: "\n")) else { throw .backup(path) }
        let line = String(decoding: bytes[..<end], as: UTF8.self)
        // What is hashed at the end is not part of what it hashes.
        if !line.hasPrefix("end ") { sha.update(Array(bytes[...end])) }
        place += end + 1
        return line
    }

    /// The next file's place and length; nil at the end, which is checked.
    mutating func next() throws(VaultError) -> (file: String, length: Int)? {
        let line = try line()
        if line.hasPrefix("end ") {
            guard line.dropFirst(4) == sha.finish().hex, try read(1).isEmpty else { throw .backup(path) }
            return nil
        }
        let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let most = SealedStream.sealedLength(of: Vault.captureLimit)
        guard parts.count == 2, let length = Int(parts[1]), (0...most).contains(length), "\(length)" == parts[1],
            VaultFolder.isPath(parts[0])
        else { throw .backup(path) }
        return (parts[0], length)
    }

    /// The header, which comes first.
    mutating func small() throws(VaultError) -> (String, [UInt8]) {
        let parts = try line().split(separator: " ").map(String.init)
        guard parts.count == 2, let length = Int(parts[1]), (1...VaultHeader.limit).contains(length) else {
            throw .backup(path)
        }
        let bytes = try read(length)
        guard bytes.count == length else { throw .backup(path) }
        hash(bytes)
        return (parts[0], bytes)
    }

    /// Checks a sealed file, and writes it where it is missing.
    mutating func take(_ length: Int, _ name: String, _ vault: Vault, into durable: Durable?) throws(VaultError) {
        guard length >= SealedStream.headCount else { throw .backup(path) }
        let start = place
        do {
            let head = try read(SealedStream.headCount)
            var unsealer = try Unsealer(head: head, vault.key, name: Array(name.utf8))
            hash(head)
            repeat {
                let piece = try read(min(SealedStream.sealedCount, start + length - place))
                guard !piece.isEmpty else { throw VaultError.backup(path) }
                let isLast = place + piece.count == start + length
                _ = try unsealer.open(piece.span, isLast: isLast)
                hash(piece)
            } while place < start + length
        } catch let error as VaultError { throw error } catch UnsealError.openSSL(let error) {
            throw .openSSL(error)
        } catch { throw .backup(path) }
        guard let durable else { return }
        try write(start, length, name, durable)
    }

    // MARK: Steps

    private func write(_ start: Int, _ length: Int, _ name: String, _ durable: Durable) throws(VaultError) {
        do {
            try durable.write(to: name) { output throws(SystemError) in
                var done = 0
                while done < length {
                    let bytes = try file.read(from: start + done, count: min(1 << 20, length - done))
                    guard !bytes.isEmpty else { throw SystemError("read", path, 5) }
                    try output.write(bytes)
                    done += bytes.count
                }
            }
        } catch { throw .system(error) }
    }

    private func read(_ count: Int) throws(VaultError) -> [UInt8] {
        do { return try file.read(from: place, count: count) } catch { throw .system(error) }
    }

    private mutating func hash(_ bytes: [UInt8]) {
        sha.update(bytes)
        place += bytes.count
    }
}
