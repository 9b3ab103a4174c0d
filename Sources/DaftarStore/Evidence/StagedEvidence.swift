public import Daftar
import Glibc

/// Captures that are to be published with the event that names them, and wait for it:
/// `$XDG_DATA_HOME/daftar/evidence/<sha256>`, mode 0700. What is published leaves this folder.
///
/// ```swift
/// let capture = try staged.stage(try CaptureFile("page.html"))      // before the event is signed
/// try ledger.append([submission], …)               // publishes it in evidence/
/// ```
public struct StagedEvidence: Sendable {
    public let path: String

    public init(_ folders: UserFolders) { path = Path.join(folders.data, "evidence") }

    /// Copies a file here under its digest, on disk when this returns.
    ///
    /// - Throws: `.changing` where it changed since it was opened, or changes meanwhile.
    public func stage(_ input: CaptureFile) throws(VaultError) -> Vault.Capture {
        try VaultError.system { () throws(SystemError) in try UserFolders.makePrivate(path) }
        let capture = try input.capture()
        guard try copy(input, capture.digest, Durable(root: path, mode: 0o600), to: capture.digest.hex) else {
            throw .changing(input.path)
        }
        return capture
    }

    /// True where a file lies here and is what its name says.
    public func holds(_ digest: Hash) -> Bool { (try? file(digest)?.digest()) == digest }

    /// Puts a file into a published folder, durably.
    ///
    /// - Returns: false where it is not at hand.
    func publish(_ digest: Hash, _ durable: Durable) throws(SystemError) -> Bool {
        guard let input = file(digest) else { return false }
        do throws(VaultError) {
            return try copy(input, digest, durable, to: LedgerPlace.evidence(digest).path)
        } catch {
            if case .system(let error) = error { throw error }
            return false
        }
    }

    /// Takes what was published away.
    func remove(_ digest: Hash) { unsafe unlink(Path.join(path, digest.hex)) }

    /// A file that waits here; nil where there is none.
    public func file(_ digest: Hash) -> CaptureFile? { try? CaptureFile(Path.join(path, digest.hex)) }

    /// What is copied is renamed into its place only if it has this digest.
    private func copy(
        _ input: CaptureFile, _ digest: Hash, _ durable: Durable, to name: String
    ) throws(VaultError) -> Bool {
        let sha = RunningHash()
        return try VaultError.system { () throws(SystemError) in
            let round = Durable(root: durable.root, mode: durable.mode)
            try round.write(to: name) { output throws(SystemError) in
                try input.forEachPiece { bytes throws(SystemError) in
                    sha.update(bytes)
                    try output.write(bytes)
                }
            }
            let isSame = sha.finish() == digest
            if isSame { try round.finish() }
            return isSame
        }
    }
}
