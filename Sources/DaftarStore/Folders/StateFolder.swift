import Daftar

/// The working state of one ledger: `$XDG_STATE_HOME/daftar/ledgers/<hex SHA-256 of origin, newline, charter pin>/`.
struct StateFolder {
    let path: String

    init(_ folders: UserFolders, _ ledger: Hash) {
        path = Path.join(folders.state, "ledgers", ledger.hex)
    }

    var database: String { Path.join(path, "ledger.sqlite") }
    var lock: String { Path.join(path, "lock") }

    var isThere: Bool { FileSystem.exists(database) }

    func make() throws(SystemError) { try UserFolders.makePrivate(path) }
}
