public import Daftar
import Glibc

/// The anchors that this person accepted: `$XDG_CONFIG_HOME/daftar/trust/<hex SHA-256 of origin>/`, one ledger each.
public struct AcceptedTrust: Sendable {
    private let root: String

    public init(_ folders: UserFolders) { root = Path.join(folders.config, "trust") }

    /// The anchors that were accepted for a ledger; nil where none were.
    public func anchors(for origin: Origin) throws(TrustFolder.Failure) -> TrustAnchors? {
        let folder = try settled(origin)
        return TrustFolder.isThere(folder) ? try TrustFolder.read(folder) : nil
    }

    /// All that were accepted, by origin.
    public func all() throws(TrustFolder.Failure) -> [TrustAnchors] {
        let names: [String]
        do { names = try FileSystem.names(in: root) } catch { throw .system(error) }
        var all: [TrustAnchors] = []
        for name in names where !name.hasPrefix(".") { all.append(try TrustFolder.read(Path.join(root, name))) }
        return all.sorted { $0.policy.origin.text < $1.policy.origin.text }
    }

    /// Accepts the anchors in a folder in place of those accepted before for the same origin.
    ///
    /// The new ones are complete beside the old ones before two renames swap them. What if we crash between the two? The
    /// old ones lie under `.old-…`, and the next look puts them back.
    @discardableResult
    public func accept(from path: String) throws(TrustFolder.Failure) -> TrustAnchors {
        let files = try TrustFiles(in: path), anchors = try files.anchors()
        let folder = try settled(anchors.policy.origin)
        let new = beside(folder, ".new-"), old = beside(folder, ".old-")
        do throws(SystemError) {
            try UserFolders.makePrivate(root)
            try AcceptedTrust.remove(new)
            try UserFolders.makePrivate(new)
            let durable = Durable(root: new, mode: 0o600)
            for (name, bytes) in files.named { try durable.write(bytes, to: name) }
            try durable.finish()
            if FileSystem.exists(folder) { try AcceptedTrust.move(folder, to: old) }
            try AcceptedTrust.move(new, to: folder)
            try AcceptedTrust.remove(old)
        } catch { throw .system(error) }
        return anchors
    }

    // MARK: Steps

    /// The folder of an origin, once a swap that was interrupted has been undone.
    private func settled(_ origin: Origin) throws(TrustFolder.Failure) -> String {
        let folder = Path.join(root, Hash.sha256(Array(origin.text.utf8)).hex)
        let old = beside(folder, ".old-")
        do throws(SystemError) {
            if !FileSystem.exists(folder), FileSystem.exists(old) { try AcceptedTrust.move(old, to: folder) }
        } catch { throw .system(error) }
        return folder
    }

    private func beside(_ folder: String, _ prefix: String) -> String { Path.join(root, prefix + Path.name(folder)) }

    private static func move(_ path: String, to new: String) throws(SystemError) {
        guard unsafe rename(path, new) == 0 else { throw SystemError("rename", new) }
        try FileSystem.syncFolder(Path.parent(new))
    }

    /// Removes a folder of files.
    private static func remove(_ folder: String) throws(SystemError) {
        for name in try FileSystem.names(in: folder) {
            guard unsafe unlink(Path.join(folder, name)) == 0 else {
                throw SystemError("remove", Path.join(folder, name))
            }
        }
        guard unsafe rmdir(folder) == 0 || errno == ENOENT else { throw SystemError("remove", folder) }
    }
}
