public import Daftar
import Glibc

/// A file that is looked at as a capture: opened once, so that every look is at the same file. Never a link, a pipe or a
/// device, and never more than `Vault.captureLimit` bytes.
public final class CaptureFile {
    public let path: String
    /// As it was when the file was opened.
    public let byteCount: Int
    private let file: OpenFile
    private let changed: timespec
    private var known: Hash?
    private static let piece = 1 << 20

    public init(_ path: String) throws(SystemError) {
        let file = try OpenFile.open(path, O_RDONLY | O_NOFOLLOW), status = try file.status()
        guard status.isFile else { throw SystemError("read", path, status.isFolder ? EISDIR : EINVAL) }
        guard Int(status.st_size) <= Vault.captureLimit else { throw SystemError("read", path, EFBIG) }
        (self.path, byteCount, changed) = (path, Int(status.st_size), status.st_mtim)
        self.file = file
    }

    /// Up to `count` bytes from `offset` on; fewer only at the end of the file.
    public func read(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        // A file can't give more than it has: room is taken for that much only.
        guard offset >= 0, offset < byteCount, count > 0 else { return [] }
        return try file.read(from: offset, count: min(count, byteCount - offset))
    }

    /// Hands the file out in pieces.
    public func forEachPiece(_ body: ([UInt8]) throws(SystemError) -> Void) throws(SystemError) {
        var offset = 0
        while offset < byteCount {
            let bytes = try read(from: offset, count: Self.piece)
            guard !bytes.isEmpty else { throw SystemError("read", path, ESTALE) }
            try body(bytes)
            offset += bytes.count
        }
    }

    /// SHA-256 of the whole file, which is read for it once.
    public func digest() throws(SystemError) -> Hash {
        if let known { return known }
        let sha = RunningHash()
        try forEachPiece { bytes in sha.update(bytes) }
        let digest = sha.finish()
        known = digest
        return digest
    }

    /// What may be kept of it.
    ///
    /// - Throws: `.changing` where it is not what it was when it was opened: somebody has looked at something else.
    func capture() throws(VaultError) -> Vault.Capture {
        let digest = try VaultError.system { () throws(SystemError) in try self.digest() }
        guard try VaultError.system({ () throws(SystemError) in try !isChanged() }) else { throw .changing(path) }
        return Vault.Capture(digest: digest, byteCount: byteCount)
    }

    /// True where it grew, shrank or was written to since it was opened.
    private func isChanged() throws(SystemError) -> Bool {
        let now = try file.status()
        return Int(now.st_size) != byteCount || now.st_mtim.tv_sec != changed.tv_sec
            || now.st_mtim.tv_nsec != changed.tv_nsec
    }
}
