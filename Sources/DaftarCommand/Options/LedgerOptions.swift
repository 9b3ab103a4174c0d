import ArgumentParser
import Daftar
import DaftarStore

/// `--ledger DIR`: which ledger a verb is about.
struct LedgerOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var ledger: String?

    func open(_ positional: String? = nil, in session: Session) throws(Failure) -> LedgerDirectory {
        try LedgerFinder(session).open(positional ?? ledger)
    }
}

/// `[DIR] [--ledger DIR] [--trust DIR]`: for verbs that read a ledger and have no other use for a word by itself.
struct ReadOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String?
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption

    func open(movesHere: Bool = false, in session: Session) throws(Failure) -> OpenLedger {
        try OpenLedger.open(directory ?? location.ledger, trust: trust.trust, movesHere: movesHere, in: session)
    }
}

/// Finds the ledger: where it was named, else `$DAFTAR_LEDGER`, the current folder, `./Records`.
struct LedgerFinder {
    let session: Session

    init(_ session: Session) { self.session = session }

    func open(_ given: String?) throws(Failure) -> LedgerDirectory {
        let path = session.path(try self.path(given))
        do { return try LedgerDirectory(path) } catch { throw Failure(error) }
    }

    /// The folder's path as a person would write it.
    func path(_ given: String?) throws(Failure) -> String {
        if let given { return try checked(given) }
        if let variable = session.environment["DAFTAR_LEDGER"], !variable.isEmpty { return try checked(variable) }
        if let found = [".", "Records"].first(where: looksLikeLedger) { return found }
        throw Failure(
            "there is no ledger here", hint: "name its folder with --ledger DIR, or set DAFTAR_LEDGER", exit: .noLedger)
    }

    /// Ledgers' folders among files that were named, and the other files.
    func divide(_ names: [String]) -> (ledgers: [String], files: [String]) {
        (
            names.filter { LedgerDirectory.isLedger(session.path($0)) },
            names.filter { !LedgerDirectory.isLedger(session.path($0)) }
        )
    }

    private func checked(_ path: String) throws(Failure) -> String {
        guard looksLikeLedger(path) else { throw Failure(noLedger: path) }
        return path
    }

    /// A ledger of which only the checkpoint is gone is still one: to say so is the verifier's work.
    private func looksLikeLedger(_ path: String) -> Bool {
        let path = session.path(path)
        return LedgerDirectory.isLedger(path) || FileSystem.exists(Path.join(path, "tile", "entries"))
    }
}
