public import Daftar
import Glibc

/// The statements that keys on this machine signed together with others, and that no ledger was seen to hold yet:
/// `$XDG_STATE_HOME/daftar/waiting/<hex SHA-256 of origin>/<hex statement hash>`.
///
/// Signing anything that has seen more cancels them (DESIGN §4.1), so whoever signs looks here first. What they say is
/// not kept: it may be a secret still.
///
/// ```
/// daftar/waiting@v1
/// sha256:3f1b02c9…
/// by daftar.example/central-asia/editor+1c0ba3d2 daftar.example/central-asia/recorder+9f2c01aa
/// seen 12 CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// file huawei.statement
/// ```
public struct WaitingStatements: Sendable {
    private let folder: String
    /// By the longest names that 16 keys can have, and a path.
    private static let limit = 16 << 10

    public init(_ folders: UserFolders, _ origin: Origin) {
        folder = Path.join(folders.state, "waiting", Hash.sha256(Array(origin.text.utf8)).hex)
    }

    /// All of them, and the paths of files that are not what was written.
    public func all() throws(SystemError) -> (statements: [WaitingStatement], damaged: [String]) {
        var statements: [WaitingStatement] = [], damaged: [String] = []
        for name in try FileSystem.names(in: folder) where !name.hasPrefix(".") {
            let path = Path.join(folder, name)
            let bytes = try? FileSystem.read(path, limit: Self.limit)
            if let hash = Hash(hex: name), let bytes, let waiting = WaitingStatement(hash, parsing: bytes) {
                statements.append(waiting)
            } else if FileSystem.exists(path) {
                damaged.append(path)
            }
        }
        return (statements, damaged)
    }

    /// Writes one down, durably; the same one again is the same file.
    public func remember(_ statement: WaitingStatement) throws(SystemError) {
        try UserFolders.makePrivate(folder)
        let durable = Durable(root: folder, mode: 0o600)
        try durable.write(statement.encoded, to: statement.hash.hex)
        try durable.finish()
    }

    /// Forgets one that was appended, or that can't be any more.
    public func forget(_ statement: WaitingStatement) throws(SystemError) {
        let durable = Durable(root: folder, mode: 0o600)
        try durable.remove(statement.hash.hex)
        try durable.finish()
    }
}

/// What is kept of a statement that waits.
public struct WaitingStatement: Hashable, Sendable {
    public let hash: Hash
    /// `name+id` of all who sign it.
    public let by: [String]
    public let seen: Seen
    /// The file, as the person who signed named it.
    public let file: String

    public init(_ statement: UnfinishedStatement, file: String) {
        (hash, by, seen) = (statement.hash, statement.by, statement.seen)
        self.file = String(decoding: file.utf8.filter { $0 >= 0x20 && $0 != 0x7F }.prefix(4096), as: UTF8.self)
    }

    /// Strict: only what `encoded` writes is read.
    init?(_ hash: Hash, parsing bytes: [UInt8]) {
        guard let content = CheckedFile.content("waiting", of: bytes) else { return nil }
        let lines = String(decoding: content, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count == 4, lines[0].hasPrefix("by "), lines[2].hasPrefix("file ") else { return nil }
        let seen = lines[1].split(separator: " ")
        guard seen.count == 3, let size = Int(seen[1]), size >= 0, let root = Hash(base64: String(seen[2])) else {
            return nil
        }
        (self.hash, self.seen) = (hash, Seen(size: size, root: root))
        (by, file) = (lines[0].split(separator: " ").dropFirst().map(String.init), String(lines[2].dropFirst(5)))
        guard encoded == bytes else { return nil }
    }

    var encoded: [UInt8] {
        let text = "by \(by.joined(separator: " "))\nseen \(seen.size) \(seen.root.base64)\nfile \(file)\n"
        return CheckedFile.encode("waiting", Array(text.utf8))
    }
}
