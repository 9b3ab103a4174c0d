public import Daftar

/// What a witness has seen and cosigned of one ledger: `<state>/<hex SHA-256 of the origin>/checkpoint`, in the form of a
/// memory: the last checkpoint, with the ledger's signatures and the witness's own.
///
/// It is found by the origin alone: to a witness, a ledger with another charter is a second history under the same name.
/// The last cosignature is written here, durably, before it leaves. What if we crash between the two? The state is ahead
/// of what others have, and the same checkpoint can be cosigned again.
public struct WitnessState: Sendable {
    public let memory: Memory
    /// Where it lies.
    public let path: String

    /// - Parameter folder: one for all ledgers that this witness cosigns.
    public init(_ folder: String, _ origin: Origin) {
        path = Path.join(folder, Hash.sha256(Array(origin.text.utf8)).hex)
        memory = Memory(in: path)
    }

    /// Runs `body` alone: two that cosign at the same time could vouch for two histories.
    public func whileLocked<R>(_ body: () throws -> R) throws -> R {
        do { try UserFolders.makePrivate(path) } catch { throw StoreError.system(error) }
        let lock = try Lock.take(Path.join(path, "lock"), isFolder: false)
        return try withExtendedLifetime(lock) { try body() }
    }
}
