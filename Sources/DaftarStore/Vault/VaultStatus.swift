public import Daftar
import Glibc

/// What a vault holds, as can be told without its passphrase.
public struct VaultStatus: Hashable, Sendable {
    public let path: String
    /// Statements with withheld parts.
    public let statements: Int
    public let captures: Int
    /// On disk.
    public let byteCount: Int

    /// - Throws: `.absent` where there is none.
    public init(_ folders: UserFolders, _ ledger: Hash) throws(VaultError) {
        let folder = VaultFolder(folders, ledger)
        guard folder.isThere else { throw .absent(folder.path) }
        path = folder.path
        (statements, captures, byteCount) = try VaultError.system { () throws(SystemError) in
            var counts: [Int] = [], bytes = 0
            for part in VaultFolder.Part.allCases {
                let names = try folder.names(part)
                counts.append(names.count)
                for name in names {
                    bytes += Int(try FileSystem.linkStatus(Path.join(folder.path, part.rawValue, name))?.st_size ?? 0)
                }
            }
            return (counts[0], counts[1], bytes)
        }
    }
}

extension Vault {
    /// Opens everything, and says what did not open.
    public func check() throws(VaultError) -> [String] {
        var damaged: [String] = []
        for part in VaultFolder.Part.allCases {
            let names = try VaultError.system { () throws(SystemError) in try folder.names(part) }
            for name in names {
                let file = "\(part.rawValue)/\(name)"
                do { try unseal(file) { _ in } } catch {
                    guard case .damaged = error else { throw error }
                    damaged.append(Path.join(path, file))
                }
            }
        }
        return damaged
    }
}
