public import Daftar
import Glibc

/// The last checkpoint that this verifier saw of a ledger: `$XDG_STATE_HOME/daftar/memory/<hex>/checkpoint`.
///
/// It lies apart from the working state, which may be deleted at any time: this may not. What it holds decides whether
/// a ledger is called rolled back or forked, so a flipped bit must never pass for that: each file says its own digest.
///
/// ```
/// daftar/memory@v1
/// sha256:18120fea…
/// …the checkpoint, whole
/// ```
public struct Memory: Sendable {
    /// Which of a ledger's checkpoints.
    public enum Slot: String, Sendable {
        case checkpoint
        /// One that still waited for its quorum.
        case pending = "checkpoint.pending"
    }

    /// What is remembered.
    public enum Remembered: Hashable, Sendable {
        case nothing
        case checkpoint(SignedCheckpoint)
        /// The file is there and is not what was written.
        case damaged(path: String)
    }

    private let folder: String

    /// - Parameter key: the ledger's origin and charter pin (`TrustAnchors.memoryKey`).
    public init(_ folders: UserFolders, _ key: Hash) {
        folder = Path.join(folders.state, "memory", key.hex)
    }

    public func recall(_ slot: Slot) throws(SystemError) -> Remembered {
        let path = Path.join(folder, slot.rawValue)
        guard FileSystem.exists(path) else { return .nothing }
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path, limit: Limits.checkpoint + 1024) } catch {
            guard error.code == EFBIG else { throw error }
            return .damaged(path: path)
        }
        return Memory.parse(bytes).map { .checkpoint($0) } ?? .damaged(path: path)
    }

    /// The day, UTC, on which something was remembered last: the file's own, which a copy may have lost. Nil where there
    /// is none.
    public func day(of slot: Slot) throws(SystemError) -> RecordedDay? {
        try FileSystem.status(Path.join(folder, slot.rawValue)).flatMap {
            RecordedDay(secondsSince1970: $0.st_mtim.tv_sec)
        }
    }

    /// Writes a checkpoint down, durably. The last thing that a verification does.
    public func remember(_ checkpoint: SignedCheckpoint, _ slot: Slot = .checkpoint) throws(SystemError) {
        try put(Memory.encode(checkpoint), slot.rawValue)
    }

    /// Keeps the proof of a fork as a file for a third party. The same fork seen again is the same file.
    ///
    /// - Returns: its path.
    public func keepFork(_ proof: [UInt8]) throws(SystemError) -> String {
        let name = "fork-\(Hash.sha256(proof).hex.prefix(16))"
        try put(proof, name)
        return Path.join(folder, name)
    }

    // MARK: The file

    private func put(_ bytes: [UInt8], _ name: String) throws(SystemError) {
        try UserFolders.makePrivate(folder)
        let durable = Durable(root: folder, mode: 0o600)
        try durable.write(bytes, to: name)
        try durable.finish()
    }

    static func encode(_ checkpoint: SignedCheckpoint) -> [UInt8] { CheckedFile.encode("memory", checkpoint.encoded) }

    static func parse(_ bytes: [UInt8]) -> SignedCheckpoint? {
        guard let checkpoint = try? SignedCheckpoint(parsing: CheckedFile.content("memory", of: bytes) ?? []),
            encode(checkpoint) == bytes
        else { return nil }
        return checkpoint
    }
}
