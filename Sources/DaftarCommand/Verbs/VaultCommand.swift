import ArgumentParser
import Daftar
import DaftarStore

/// `daftar vault`: what is signed and not published.
struct VaultCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "vault", abstract: "Keep what you withhold: make, back up, restore, check.",
        discussion: """
            The vault holds what you signed and did not publish, and private captures,
            sealed under a passphrase, on this machine alone. It lies under
            $XDG_DATA_HOME/daftar, one for each ledger, never in the ledger.

            Lose it, or its passphrase, and what you withheld can't be read, handed to
            anybody or released again, by you or by anyone: the ledger has digests alone.
            The ledger stays intact, and your keys are not in it.

            EXAMPLE:
              daftar vault backup -o vault.backup
            """,
        subcommands: [
            VaultInit.self, VaultStatusVerb.self, VaultBackupVerb.self, VaultRestore.self, VaultPassphrase.self,
            VaultCheck.self,
        ])
}

/// Whose vault it is.
struct VaultPlace: ParsableArguments {
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption

    func access(in session: Session) throws(Failure) -> VaultAccess {
        try VaultAccess(ledger: location.ledger, trust: trust.trust, in: session)
    }
}

/// `daftar vault init`
struct VaultInit: Verb {
    static let configuration = CommandConfiguration(
        commandName: "init", abstract: "Make an empty vault for a ledger.",
        usage: "daftar vault init [--ledger <dir>] [--passphrase-file <file>]",
        discussion: """
            It is made by itself where something is withheld for the first time.

            EXAMPLE:
              daftar vault init --ledger Records
            """)
    @OptionGroup var place: VaultPlace
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        _ = try place.access(in: session).make(try KeyRing(passphrase, in: session))
        return .done
    }
}

/// `daftar vault status`
struct VaultStatusVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say what the vault holds and what its loss would mean.",
        discussion: """
            It takes no passphrase, and tells no more than the folder's files do.

            EXAMPLE:
              daftar vault status
            """)
    @OptionGroup var place: VaultPlace
    @Flag(help: "Print it as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let access = try place.access(in: session)
        let status = try Failure.vault { () throws(VaultError) in try VaultStatus(access.folders, access.ledger) }
        if json {
            session.print([
                "path": .string(status.path), "statements": .integer(status.statements),
                "captures": .integer(status.captures), "bytes": .integer(status.byteCount),
            ])
            return .done
        }
        let out = session.out
        out.line("Vault      \(status.path.cleaned)")
        out.line("Withheld   parts of \(Words.count(status.statements, "statement"))")
        out.line("Captures   \(Words.count(status.captures, "private capture"))")
        out.line("Size       \(Words.grouped(status.byteCount)) bytes, sealed")
        out.line()
        out.paragraph(
            "If it is lost, or its passphrase is, all of that is lost for good: nobody can read, disclose or release it again. The ledger stays intact, and your keys are not in it."
        )
        session.hint("daftar vault backup -o FILE, and keep that file in another place")
        return .done
    }
}

/// `daftar vault check`
struct VaultCheck: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Open everything in the vault, and say what is damaged.",
        usage: "daftar vault check [--ledger <dir>] [--passphrase-file <file>]",
        discussion: """
            EXAMPLE:
              daftar vault check
            """)
    @OptionGroup var place: VaultPlace
    @OptionGroup var passphrase: PassphraseOptions

    func run(in session: Session) throws -> Exit {
        let access = try place.access(in: session), vault = try access.open(try KeyRing(passphrase, in: session))
        let damaged = try Failure.vault { () throws(VaultError) in try vault.check() }
        guard damaged.isEmpty else {
            for path in damaged { session.out.line("damaged: \(path.cleaned)") }
            session.hint("move it away, then take it from a backup: daftar vault restore FILE")
            return .failed
        }
        let all = try Failure.vault { () throws(VaultError) in try VaultStatus(access.folders, access.ledger) }
        session.out.line(
            "Good: what is kept of \(Words.count(all.statements, "statement")) and \(Words.count(all.captures, "private capture")) opens"
        )
        return .done
    }
}

/// `daftar vault passphrase`
struct VaultPassphrase: Verb {
    static let configuration = CommandConfiguration(
        commandName: "passphrase", abstract: "Change the vault's passphrase.",
        usage: "daftar vault passphrase [--new-passphrase-file <file>]",
        discussion: """
            Backups that were made before still open with the old one.

            EXAMPLE:
              daftar vault passphrase
            """)
    @OptionGroup var place: VaultPlace
    @OptionGroup var passphrase: PassphraseOptions
    @Option(help: ArgumentHelp("A file with the new passphrase.", valueName: "file"), completion: .file())
    var newPassphraseFile: String?

    func run(in session: Session) throws -> Exit {
        let vault = try place.access(in: session).open(try KeyRing(passphrase, in: session))
        if newPassphraseFile == nil, session.person == nil {
            throw Failure(
                "there is nobody to ask for the new passphrase", hint: "hand it in with --new-passphrase-file FILE",
                exit: .keyUnusable)
        }
        var options = PassphraseOptions()
        (options.passphraseFile, options.passphraseFd) = (newPassphraseFile, nil)
        let new = try KeyRing(options, in: session).choose("your vault from now on")
        try Failure.vault { () throws(VaultError) in try vault.changePassphrase(new) }
        session.say("\(vault.path.cleaned): the passphrase is changed")
        session.note("backups that were made before still open with the old one: make a new one, and delete those")
        return .done
    }
}
