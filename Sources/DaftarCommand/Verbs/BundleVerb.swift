import ArgumentParser
import Daftar
import DaftarStore

/// `daftar bundle`: a ledger for somebody who doubts it.
struct BundleVerb: Verb {
    static let configuration = CommandConfiguration(
        commandName: "bundle", abstract: "Pack a ledger for somebody who doubts it.",
        usage: """
            daftar bundle -o <dir|file.zip> [<entry> ...] [<filters>]
              [--ledger <dir>]
            """,
        discussion: """
            The kit holds the published files, the trust anchors, a page that says in plain
            words what can be checked and what can't, and a page of Python that checks it
            with nothing but python3 and openssl. Nothing of this machine is in it: the same
            ledger gives the same bytes.

            With entries or filters, all entries go along (they are only digests), and the
            content of those that were chosen, with all that corrects, disputes or retracts
            them. What is left out the kit says, and so does daftar check.

            EXAMPLE:
              daftar bundle -o kit.zip --ledger Records --trust Keys
              daftar bundle -o kit --place TJ --from 2023
            """)

    @Argument(help: ArgumentHelp("Whose content: numbers, slugs or hashes.", valueName: "entry"))
    var entries: [String] = []
    @Option(name: .shortAndLong, help: ArgumentHelp("A new folder, or a .zip file.", valueName: "dir|file.zip"))
    var output: String
    @OptionGroup var filter: FilterOptions
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption

    func run(in session: Session) throws -> Exit {
        try OutFile.check(session.path(output))
        let ledger = try location.open(in: session)
        let plan = try plan(ledger, in: session)
        let writing = KitWriting(ledger: ledger, files: try plan.files())
        if output.hasSuffix(".zip") {
            try writing.write(archive: session.path(output))
        } else {
            try writing.write(folder: session.path(output))
        }
        tell(plan, in: session)
        return .done
    }

    // MARK: Steps

    /// Only what was verified is packed.
    private func plan(_ ledger: LedgerDirectory, in session: Session) throws -> KitPlan {
        let found = try Anchors.find(trust.trust, for: ledger, in: session)
        found.warnOfChanges(in: session)
        let anchors = try found.needed(ledger)
        let report = try LedgerCheck.run(ledger, found, in: session).report
        guard report.findings.isEmpty, report.needsNewerFrom == nil else {
            throw Failure(
                "\(ledger.path): is not intact, and nobody is handed that", hint: "daftar verify says what was done",
                exit: .notIntact)
        }
        let tree = TileTree(files: ledger, size: report.size)
        let survey = try LedgerSurvey(tree, origin: anchors.policy.origin)
        let chosen = try chosen(ledger, report, in: session).map(survey.completed)
        let selection = chosen.flatMap { Selection(origin: anchors.policy.origin, size: report.size, entries: $0) }
        if chosen != nil, selection == nil {
            throw Failure("nothing of the ledger has content and was chosen", hint: "daftar list shows what there is")
        }
        if let selection, selection.encoded.count > Selection.limit {
            throw Failure(
                "\(Words.grouped(selection.entries.count)) entries are more than a selection can name",
                hint: "choose fewer, or bundle the whole ledger")
        }
        return KitPlan(ledger: ledger, anchors: anchors, report: report, survey: survey, selection: selection)
    }

    /// The entries that were asked for; nil for all.
    private func chosen(_ ledger: LedgerDirectory, _ report: VerificationReport, in session: Session) throws -> Set<
        Int
    >? {
        guard !entries.isEmpty || !filter.isEmpty else { return nil }
        let finder = EntryFinder(ledger: ledger, size: report.size)
        var chosen = Set(try entries.map { name throws(Failure) in try finder.find(name) })
        guard !filter.isEmpty else { return chosen }
        let open = try OpenLedger.open(location.ledger, trust: trust.trust, in: session)
        let filter = try filter.filter(of: open, at: report.size)
        try open.ask { ledger throws(StoreError) in
            try ledger.forEach(filter) { chosen.formUnion($0.map(\.index).filter { $0 < report.size }) }
        }
        return chosen
    }

    private func tell(_ plan: KitPlan, in session: Session) {
        let size = Words.count(plan.report.size, "entry", "entries")
        let content = plan.selection.map { "the content of \(Words.entries($0.entries))" } ?? "all their content"
        session.say("\(output.cleaned): \(size), \(content); check it: daftar check \(output.cleaned)")
        if plan.report.verdict != .intact {
            session.warn("nobody vouches for what was packed: its anchors came with it, or witnesses are missing")
        }
    }
}
