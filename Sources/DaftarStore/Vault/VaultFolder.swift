import Daftar

/// Where the author's private side of one ledger lies: `$XDG_DATA_HOME/daftar/vault/<hex>/`, mode 0700, never in the
/// ledger or the store.
///
/// ```
/// vault              the header: what the passphrase opens
/// withheld/<hex>     for each statement with withheld parts: their disclosures, sealed
/// captures/<hex>     for each private capture: the file, sealed
/// ```
/// Names are keyed hashes: without the passphrase they tell neither a statement nor a file.
struct VaultFolder: Sendable {
    enum Part: String, CaseIterable {
        case withheld, captures
    }

    let path: String

    /// `ledger`: the hash of origin and charter pin, as everywhere on this machine.
    init(_ folders: UserFolders, _ ledger: Hash) { path = Path.join(folders.data, "vault", ledger.hex) }

    /// One writer at a time; the folder is made where there is none.
    func lock() throws(VaultError) -> Lock {
        try VaultError.system { () throws(SystemError) in try UserFolders.makePrivate(path) }
        do { return try Lock.take(path, isFolder: true) } catch {
            switch error {
            case .system(let error): throw .system(error)
            default: throw .locked(path)
            }
        }
    }

    static let header = "vault"
    var headerPath: String { Path.join(path, Self.header) }
    var isThere: Bool { FileSystem.exists(headerPath) }

    /// The files of a part, ascending by name. What is not named like a sealed file is passed over.
    func names(_ part: Part) throws(SystemError) -> [String] {
        try FileSystem.names(in: Path.join(path, part.rawValue)).filter(Self.isName)
    }

    /// 64 characters of lower-case hex: the only names there are.
    static func isName(_ name: String) -> Bool {
        name.utf8.count == 64 && name.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// A place in a vault: one of its parts, and a name.
    static func isPath(_ path: String) -> Bool {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        return parts.count == 2 && Part(rawValue: parts[0]) != nil && isName(parts[1])
    }

    static func file(_ part: Part, _ name: Hash) -> String { "\(part.rawValue)/\(name.hex)" }
}
