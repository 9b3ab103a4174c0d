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
    /// - Throws: `.changing` where it changed since it was opened, or changes meanwhile.
    public func keep(_ input: CaptureFile) throws(VaultError) -> Capture {
        let capture = try input.capture()
        let file = VaultFolder.file(.captures, try name(.captures, capture.digest)), lock = try folder.lock()
        defer { withExtendedLifetime(lock) {} }
        if FileSystem.exists(Path.join(path, file)) { return capture }
        guard try seal(input, capture, into: file) else { throw .changing(input.path) }
        return capture
    }

    /// Renamed only if it is what was hashed: a file that grows or changes meanwhile is nobody's capture.
    private func seal(_ input: CaptureFile, _ capture: Capture, into file: String) throws(VaultError) -> Bool {
        var sealer = try VaultError.openSSL { () throws(OpenSSLError) in try Sealer(key, name: Array(file.utf8)) }
        let sha = RunningHash()
        return try VaultError.system { () throws(SystemError) in
            let durable = Durable(root: folder.path, mode: 0o600)
            var rest = capture.byteCount
            try durable.write(to: file) { output throws(SystemError) in
                try output.write(sealer.head)
                repeat {
                    let wanted = min(rest, SealedStream.pieceCount)
                    let piece = try input.read(from: capture.byteCount - rest, count: wanted)
                    guard piece.count == wanted,
                        let sealed = try? sealer.seal(piece.span, isLast: rest == wanted)
                    else { return }
                    rest -= wanted
                    sha.update(piece)
                    try output.write(sealed)
                } while rest > 0
            }
            let isWhole = rest == 0 && sha.finish() == capture.digest
            if isWhole { try durable.finish() }
            return isWhole
        }
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
