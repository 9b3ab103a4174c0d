public import Daftar
import Glibc

// Private captures: files that somebody keeps of a source. They may have gigabytes, so they are read twice and never held.
extension Vault {
    /// What a capture's digest is over.
    public struct Capture: Hashable, Sendable {
        /// SHA-256 of the file.
        public let digest: Hash
        public let byteCount: Int

        public init(digest: Hash, byteCount: Int) { (self.digest, self.byteCount) = (digest, byteCount) }
    }

    /// The most bytes of a capture.
    public static let captureLimit = 1 << 40

    /// Keeps a file. It may be kept already.
    ///
    /// - Throws: `.changing` where the file is not the one that was hashed.
    public func keep(captureAt source: String) throws(VaultError) -> Capture {
        let capture = try FileDigest.of(source)
        let file = VaultFolder.file(.captures, try name(.captures, capture.digest))
        if FileSystem.exists(Path.join(path, file)) { return capture }
        var sealer = try VaultError.openSSL { () throws(OpenSSLError) in try Sealer(key, name: Array(file.utf8)) }
        let sha = RunningHash()
        var found: VaultError?, rest = capture.byteCount
        try VaultError.system { () throws(SystemError) in
            let durable = Durable(root: folder.path, mode: 0o600), input = try OpenFile.open(source, O_RDONLY)
            try durable.write(to: file) { output throws(SystemError) in
                try output.write(sealer.head)
                repeat {
                    let piece = try input.read(
                        from: capture.byteCount - rest, count: min(rest, SealedStream.pieceCount))
                    guard piece.count == min(rest, SealedStream.pieceCount) else { break }
                    rest -= piece.count
                    sha.update(piece)
                    guard let sealed = try? sealer.seal(piece.span, isLast: rest == 0) else { break }
                    try output.write(sealed)
                } while rest > 0
            }
            // Renamed only if it is what was hashed: a file that grows or changes meanwhile is nobody's capture.
            if rest == 0, sha.finish() == capture.digest { try durable.finish() } else { found = .changing(source) }
        }
        if let found {
            _ = unsafe unlink(Path.join(Path.parent(Path.join(path, file)), ".tmp-" + Path.name(file)))
            throw found
        }
        return capture
    }

    public func holds(_ digest: Hash) throws(VaultError) -> Bool {
        FileSystem.exists(Path.join(path, VaultFolder.file(.captures, try name(.captures, digest))))
    }

    /// Hands a capture out in pieces, and checks it on the way.
    ///
    /// - Throws: `.damaged` after the last piece where it is not what its name says.
    public func read(
        capture digest: Hash, _ body: ([UInt8]) throws(SystemError) -> Void
    ) throws(VaultError) {
        let file = VaultFolder.file(.captures, try name(.captures, digest))
        let sha = RunningHash()
        try unseal(file) { piece throws(SystemError) in
            sha.update(piece)
            try body(piece)
        }
        guard sha.finish() == digest else { throw .damaged(Path.join(path, file)) }
    }

    /// Opens a sealed file of the vault, piece by piece.
    func unseal(_ file: String, _ body: ([UInt8]) throws(SystemError) -> Void) throws(VaultError) {
        let full = Path.join(path, file)
        do {
            let input = try OpenFile.open(full, O_RDONLY | O_NOFOLLOW), length = Int(try input.status().st_size)
            var unsealer = try Unsealer(
                head: try input.read(from: 0, count: SealedStream.headCount), key, name: Array(file.utf8))
            var start = SealedStream.headCount
            repeat {
                let sealed = try input.read(from: start, count: SealedStream.sealedCount)
                start += sealed.count
                try body(try unsealer.open(sealed.span, isLast: sealed.isEmpty || start >= length))
                if sealed.isEmpty { break }
            } while start < length
        } catch let error as SystemError { throw .system(error) } catch let error as UnsealError {
            throw VaultError(error, full)
        } catch { throw .damaged(full) }
    }
}

/// Hashes files of any size.
enum FileDigest {
    private static let piece = 1 << 20

    /// A file that is a file: no link, pipe or device is ever taken for a capture.
    static func of(_ path: String) throws(VaultError) -> Vault.Capture {
        try VaultError.system { () throws(SystemError) in
            let file = try OpenFile.open(path, O_RDONLY | O_NOFOLLOW), status = try file.status()
            guard status.isFile else { throw SystemError("read", path, status.isFolder ? EISDIR : EINVAL) }
            guard Int(status.st_size) <= Vault.captureLimit else { throw SystemError("read", path, EFBIG) }
            var sha = SHA256(), count = 0
            while true {
                let bytes = try file.read(from: count, count: piece)
                if bytes.isEmpty { break }
                sha.update(bytes.span)
                count += bytes.count
            }
            return Vault.Capture(digest: sha.finish(), byteCount: count)
        }
    }
}
