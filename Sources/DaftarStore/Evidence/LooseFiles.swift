public import Daftar
import Glibc

/// A folder of files that somebody kept, by what they are: no link is followed, no pipe or device is read.
public struct LooseFiles: Sendable {
    /// The digest of each file, by its path in the folder.
    public private(set) var digests: [String: Hash] = [:]
    /// What lies there and is no file.
    public private(set) var odd: [String] = []
    private static let depth = 8, most = 1 << 20

    public init(_ folder: String) throws(SystemError) {
        guard try FileSystem.status(folder)?.isFolder == true else { throw SystemError("list", folder, ENOTDIR) }
        try walk(folder, "", Self.depth)
    }

    private mutating func walk(_ folder: String, _ prefix: String, _ depth: Int) throws(SystemError) {
        for name in try FileSystem.names(in: folder) where digests.count < Self.most {
            let path = Path.join(folder, name), shown = prefix + name
            guard let status = try FileSystem.linkStatus(path) else { continue }
            if status.isFolder {
                if depth > 0 { try walk(path, shown + "/", depth - 1) }
            } else if status.isFile {
                digests[shown] = try CaptureFile(path).digest()
            } else {
                odd.append(shown)
            }
        }
    }
}
