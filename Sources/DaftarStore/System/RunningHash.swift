import Daftar

/// SHA-256 over bytes that pass by, for closures to share.
final class RunningHash {
    private var sha = SHA256()

    func update(_ bytes: [UInt8]) { sha.update(bytes.span) }

    /// The digest of all that passed; it begins anew.
    func finish() -> Hash {
        var done = SHA256()
        swap(&sha, &done)
        return done.finish()
    }
}
