import ArgumentParser
import Daftar
import DaftarStore

/// `daftar vault backup`
struct VaultBackupVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write the vault, sealed as it is, to one file.",
        discussion: """
            It takes no passphrase, and the file opens only with the vault's. Keep it in
            another place than this machine.

            EXAMPLE:
              daftar vault backup -o vault.backup
            """)
    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String
    @OptionGroup var place: VaultPlace

    func run(in session: Session) throws -> Exit {
        let access = try place.access(in: session)
        guard Vault.isThere(access.folders, access.ledger) else { throw Failure(VaultError.absent(access.path)) }
        let path = session.path(output), file = try OutFile(path, isPrivate: true)
        do throws(VaultError) {
            try VaultBackup.write(access.folders, access.ledger) { bytes throws(SystemError) in
                // A full disk ends it here, not at the end of the vault.
                if !file.put(bytes), let failure = file.failure { throw failure }
            }
        } catch {
            file.giveUp()
            throw Failure(error)
        }
        try file.finish()
        session.say("\(output.cleaned): a backup of \(access.path.cleaned); it opens with the vault's passphrase")
        session.hint("keep it elsewhere; daftar vault restore \(output.cleaned) brings it back")
        return .done
    }
}

/// `daftar vault restore`
struct VaultRestore: Verb {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Bring back a vault, or what is missing from it.",
        usage: "daftar vault restore <file> [--ledger <dir>] [--passphrase-file <file>]",
        discussion: """
            All of the backup is checked before anything is in its place. What is here
            already stays as it is; into a vault that is here it brings what is missing,
            and takes that vault's passphrase, also where the backup is older than it.

            EXAMPLE:
              daftar vault restore vault.backup
            """)
    @Argument(help: ArgumentHelp("The backup.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var place: VaultPlace
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        let access = try place.access(in: session), path = session.path(file)
        let isHere = Vault.isThere(access.folders, access.ledger)
        let hint = isHere ? "a vault is here: it takes the vault's passphrase of today" : nil
        let count = try access.unlock(
            try KeyRing(passphrase, in: session), isHere ? "your vault" : "the backup", hint: hint
        ) { passphrase throws(VaultError) in
            try VaultBackup.restore(path, access.folders, access.ledger, passphrase)
        }
        session.say("\(access.path.cleaned): \(Words.count(count, "file")) restored")
        return .done
    }
}
