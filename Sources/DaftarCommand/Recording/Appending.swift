import Daftar
import DaftarExchange
import DaftarStore

/// One append, from the files to the published ledger: all of it or nothing.
struct Appending {
    let open: OpenLedger
    let batch: Batch
    let links: Links
    var waiting: Waiting
    let session: Session
    /// So many new events are compared with those that are there; more than that no person looks through.
    private static let compared = 10_000
    /// So many of them are named; the rest is counted.
    private static let shown = 200

    init(_ files: [String], withholding paths: [String], _ open: OpenLedger, in session: Session) throws(Failure) {
        let batch = try Batch.read(try InputFile.all(files, in: session), withholding: paths)
        try self.init(batch, open, in: session)
    }

    init(_ batch: Batch, _ open: OpenLedger, in session: Session) throws(Failure) {
        (self.open, self.session, self.batch) = (open, session, batch)
        waiting = Waiting(open.origin, open, in: session)
        try Appending.report(batch, session)
        if batch.items.isEmpty { throw Failure("there is nothing to append in these files") }
        links = try Links(batch, in: open.ledger)
        try checkSlugs()
        try ContentRules.check(batch, in: open)
        try CaptureStaging.check(batch, in: open, session)
    }

    /// Everything that is wrong, at once; an error forbids signing.
    static func report(_ batch: Batch, _ session: Session) throws(Failure) {
        let report = batch.report
        try self.report(
            batch.sharedDiagnostics + report.diagnostics, isGood: batch.isGood,
            of: batch.sharedDiagnostics.count + report.errorCount + report.warningCount, summary: report.summary,
            session)
        for item in batch.items where item.withholds {
            Withheld.warn(item.event?.exposed ?? [], item.name, in: session)
        }
    }

    /// - Parameter total: how many there are, where not all were kept.
    static func report(
        _ diagnostics: [Diagnostic], isGood: Bool, of total: Int, summary: String, _ session: Session
    ) throws(Failure) {
        let shown = diagnostics.prefix(Batch.shown)
        for diagnostic in shown { session.err.write(diagnostic.text.cleanedLines) }
        if total > shown.count { session.note("\(Words.grouped(total - shown.count)) more: daftar lint shows all") }
        guard isGood else {
            throw Failure(summary, hint: "correct it, then try again; daftar explain CODE says more")
        }
    }

    /// Said before anybody types a passphrase; the store looks once more.
    private func checkSlugs() throws(Failure) {
        let slugs = batch.items.compactMap(\.slug)
        let taken = try open.ask { ledger throws(StoreError) in try ledger.entries(ofSlugs: slugs) }
        for item in batch.items {
            if let hash = item.statement?.hash,
                let entry = try open.ask({ ledger throws(StoreError) in try ledger.entry(ofStatement: hash) })
            {
                throw Failure(
                    "\(item.name): it is in the ledger already, as entry \(entry); nothing was appended",
                    hint: "daftar show \(entry)")
            }
            guard let slug = item.slug, let entry = taken[slug] else { continue }
            throw Failure(
                "\(item.name): entry \(entry) already has the slug \(slug); nothing was appended",
                hint: "daftar correct \(entry)")
        }
    }

    /// Likely duplicates are shown, and never decide anything.
    func showDuplicates() throws(Failure) {
        guard batch.eventCount <= Self.compared else {
            session.note("\(Words.grouped(batch.eventCount)) events are too many to look for likely duplicates")
            return
        }
        let items = batch.items.compactMap { item in item.event?.content.map { (item.name, $0) } }
        let found = try open.ask { ledger throws(StoreError) in try ledger.likelyDuplicates(of: items.map(\.1)) }
        let alike = zip(items.map(\.0), found).filter { !$0.1.isEmpty }
        for (name, like) in alike.prefix(Self.shown) {
            session.warn(
                "\(name): looks like \(Words.entries(like)): same kind, date, place and source. daftar show \(like[0])")
        }
        if alike.count > Self.shown {
            session.warn("\(Words.grouped(alike.count - Self.shown)) more look like entries that are there")
        }
    }

    /// The same within the batch.
    func showInnerDuplicates() {
        guard batch.eventCount <= Self.compared else { return }
        let items = batch.items.compactMap { item in item.event?.content.map { (item.name, $0) } }
        let alike = zip(items, InnerDuplicates.find(items.map(\.1))).compactMap { item, other in
            other.map { (item.0, items[$0].0) }
        }
        for (name, other) in alike.prefix(Self.shown) {
            session.warn("\(name): looks like \(other): same kind, date, place and source")
        }
        if alike.count > Self.shown {
            session.warn("\(Words.grouped(alike.count - Self.shown)) more look like others of what is imported")
        }
    }

    /// What can be known without a key: sizes and forms of events, and whether statements would be taken.
    func rehearse() throws(Failure) {
        for item in batch.items {
            guard let event = item.event else { continue }
            let ends = item.relations.map { _ in Hash.emptyTree }
            _ = try event.commitments(named: item.name, to: ends)
        }
        let statements = links.order.compactMap { position -> Submission? in
            guard case .statement(let file, let statement) = batch.items[position].body else { return nil }
            return Submission(statement, disclosures: file.disclosures)
        }
        guard !statements.isEmpty, let today = session.today else { return }
        do { try open.ledger.dryRun(statements, today: today) } catch {
            throw failure(error, links.order.filter { batch.items[$0].statement != nil })
        }
    }

    // MARK: The append

    /// - Parameter vault: open where the batch withholds something.
    func run(_ author: NoteSigner?, _ ledgerSigners: [NoteSigner], vault: Vault? = nil) throws -> Appended {
        guard let today = session.today else {
            throw Failure("this machine's clock tells no day", hint: "set the clock")
        }
        var confirmsClock = false, overtaken = 0
        while true {
            let box = FailureBox(), progress = SharedProgress("Appending", on: session.err)
            defer { progress.finish() }
            let source = try source(author, vault, box, progress)
            do {
                return try open.ledger.append(
                    from: source, ledgerKeys: ledgerSigners, today: today, confirmsClock: confirmsClock)
            } catch .oddClock(let today, let last) where session.person != nil && !confirmsClock {
                let question =
                    "This machine's clock says \(today), the ledger's last entry \(last). Is the clock right?"
                progress.finish()
                guard try session.confirm(question, yes: false) else {
                    throw Failure(StoreError.oddClock(today: today, last: last))
                }
                confirmsClock = true
            } catch  where isOvertaken(error) && overtaken < Self.patience {
                // Signed a moment ago over what was the head then, and published nowhere: it is signed anew.
                overtaken += 1
            } catch {
                throw box.failure ?? failure(error, links.order)
            }
        }
    }

    /// So many other writers may come first, one after the other.
    private static let patience = 16

    /// Signs over the ledger as it is now.
    private func source(
        _ author: NoteSigner?, _ vault: Vault?, _ box: FailureBox, _ progress: SharedProgress
    ) throws(Failure) -> BatchSource {
        let head = try open.ask { ledger throws(StoreError) in try ledger.seen() }
        let signing = try author.map { author throws(Failure) in
            let before = statements.filter { $0.by.contains(author.verifierKey.nameAndID) }.map(\.seen.size).max() ?? 0
            let seen = try waiting.seen(head, by: author.verifierKey, atLeast: before)
            return try Failure.signing { () throws(SigningError) in
                try EventSigning(ledger: open.origin, seen: seen, signers: [author])
            }
        }
        return BatchSource(batch, links, signing, vault, box, progress)
    }

    private var statements: [Statement] { batch.items.compactMap(\.statement) }

    /// Statements of the batch may cancel others that wait: nobody does that unasked.
    func permitCancelling() throws {
        let hashes = Set(statements.map(\.hash))
        guard !hashes.isEmpty else { return }
        let live = try waiting.live()
        for item in batch.items {
            guard let statement = item.statement else { continue }
            try waiting.permit(item.name, statement.seen, by: statement.by, of: live, besides: hashes)
        }
    }

    /// True where another append with the same key took the lock between our signature and our turn.
    private func isOvertaken(_ error: StoreError) -> Bool {
        guard let (item, findings) = refused(error, links.order), item.statement == nil else { return false }
        return findings.contains { $0.code == .seenBack }
    }

    /// The item that is refused, and for which findings.
    private func refused(_ error: StoreError, _ order: [Int]) -> (Batch.Item, [Finding])? {
        guard case .refused(let refusal) = error, case .findings(let findings) = refusal.reason,
            order.indices.contains(refusal.position)
        else { return nil }
        return (batch.items[order[refusal.position]], findings)
    }

    /// A refusal is said of the file that it is about.
    private func failure(_ error: StoreError, _ order: [Int]) -> Failure {
        guard case .refused(let refusal) = error, order.indices.contains(refusal.position) else {
            return Failure(error)
        }
        let item = batch.items[order[refusal.position]]
        let failure = Failure(refusal, what: item.name)
        guard case .findings(let findings) = refusal.reason, findings.contains(where: { $0.code == .seenBack }),
            let statement = item.statement, let entry = Cancelling.entry(of: statement, in: open.ledger)
        else { return failure }
        return Failure(
            "\(item.name): entry \(entry) cancelled this statement: its author signed that one later, having seen more; nothing was appended",
            hint: failure.hint)
    }
}

/// Looks for the entry that cancelled a statement which comes too late.
enum Cancelling {
    /// The first entry of one of its keys that had seen more.
    static func entry(of late: Statement, in ledger: Ledger) -> Int? {
        guard let size = try? ledger.seen().size else { return nil }
        let keys = Set(late.by)
        for index in late.seen.size..<max(size, late.seen.size) {
            guard let bytes = try? ledger.bytes(ofEntry: index), let statement = Statement.inEntry(bytes)?.statement
            else { continue }
            if statement.seen.size > late.seen.size, !keys.isDisjoint(with: statement.by) { return index }
        }
        return nil
    }
}
