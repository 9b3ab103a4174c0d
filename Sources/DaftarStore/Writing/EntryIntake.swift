import Daftar
import GRDB

/// Takes entries into the store, one after the other, within one transaction: judges each, and writes down what it is
/// and does. The writer's own and those adopted from published files go the same way.
struct EntryIntake {
    private let db: Database
    private var judge: Judge
    private var keys: KeyStore
    private var entries: EntryStore
    private let content: ContentStore
    private let index: EventIndex
    private var doubt: DoubtStore
    private let history: StoredHistory
    private var digests: [SignedDigest] = []
    /// A release was taken: nothing but releases may follow in this batch.
    private(set) var hasReleased = false

    var head: LedgerHead { entries.head }

    init(_ db: Database, _ anchors: TrustAnchors) throws {
        self.db = db
        keys = try KeyStore(db)
        entries = try EntryStore(db)
        try LedgerDatabase.makeRoom(db, forIndexOf: entries.head.size)
        content = try ContentStore(db)
        index = try EventIndex(db, content)
        doubt = DoubtStore(db)
        history = try StoredHistory(db)
        let origin = anchors.policy.origin
        judge = Judge(origin: origin, rights: keys.rights(origin, anchors.policy), lastDay: entries.head.day)
    }

    var rights: Rights { judge.rights }

    /// Takes one entry.
    ///
    /// - Parameters:
    ///   - check: what became of its signatures; nil where they were verified with the whole ledger, or just made.
    ///   - content: what is published of it; for a release, of the entry that it is about.
    mutating func take(
        _ statement: Daftar.Statement, _ day: RecordedDay, _ check: SignatureCheck?, _ new: NewContent
    ) throws -> Judgement {
        var bytes: [UInt8] = []
        let header = EntryHeader(index: head.size, previous: head.leaf, recorded: day)
        let scanned = ScannedEntry(header, statement, bytes: &bytes, digests: &digests)
        let judgement = judge.judge(
            scanned, bytes.span, digests: digests, check: check ?? .alreadyDone(for: statement.layout),
            previous: head.leaf, history: history)
        try history.check()
        guard judgement.isGood else { return judgement }
        let entry = NewEntry(
            bytes: bytes, leaf: scanned.leaf, statement: statement.hash, type: statement.typeName, recorded: day)
        let signing = try keys.number(of: judgement, db)
        try entries.append(entry, signing: signing, isEvent: judgement.type == .event)
        try noteDoubt(judgement, signing)
        try apply(judgement, new, entry, statement)
        return judgement
    }

    /// Puts the content of an entry as it lies published, once a release adopted with it has been noted.
    func adoptReleased(_ entry: Int, _ published: PublishedFiles) throws {
        let withdrawn = try content.withdrawn(of: entry)
        // The files may still hold what was withdrawn: it never comes back with what is released.
        let disclosures = try (published.disclosures(entry / Limits.tileWidth)[entry] ?? []).filter {
            !withdrawn.contains(Hash.sha256($0))
        }
        try content.add(entry, ContentLine.encode(entry: entry, ascending: disclosures))
        try index.renew(entry)
    }

    /// The entry that has a slug.
    func entry(ofSlug slug: String) throws -> Int? { try index.entry(ofSlug: slug) }

    /// Writes down what the batch did to the rights, and what waits to be indexed.
    mutating func finish() throws {
        try keys.save(judge.rights, db)
        try index.flush()
    }

    // MARK: Effects

    /// Notes what is doubted from this entry on, be it the entry itself or, by a revocation, earlier ones.
    private mutating func noteDoubt(_ judgement: Judgement, _ signing: Int) throws {
        let number = head.size - 1
        guard judgement.type == .revoke else { return try doubt.note(number, signing, judge.rights) }
        for event in try doubt.revoked(by: number, judge.rights) { try index.revise(event, by: number) }
    }

    private mutating func apply(
        _ judgement: Judgement, _ new: NewContent, _ entry: NewEntry, _ statement: Daftar.Statement
    ) throws {
        let number = head.size - 1
        switch judgement.effect {
        case .withdrawal(let about, let digests):
            try Evidence.noteWithdrawn(Set(digests), of: about, content, db)
            try content.withdraw(digests, of: about, by: number)
            try index.renew(about)
            // Old pages, the log and the search index must go as well, once this is committed.
            try LedgerRow.setForgets(true, db)
        case .release(let about, let digests):
            try content.release(digests, of: about, by: number, new.disclosures)
            try index.reveal(about, by: number)
            hasReleased = true
        case nil:
            try content.add(number, ContentLine.encode(entry: number, ascending: new.disclosures))
            try indexContent(judgement, number, new, entry, statement)
        }
    }

    private mutating func indexContent(
        _ judgement: Judgement, _ number: Int, _ new: NewContent, _ entry: NewEntry, _ statement: Daftar.Statement
    ) throws {
        switch judgement.type {
        case .event:
            if let row = new.row { try index.add(number, row, signers: judgement.signers) }
        case .correction, .retraction, .remark:
            guard let about = judgement.about else { return }
            let other = judgement.type == .remark ? statement.other.flatMap { history.entry(ofStatement: $0) } : nil
            try index.mark(number, about: about, type: entry.type, kind: new.row?.kind, other: other)
        default: return
        }
    }
}

/// What comes with an entry: its published disclosures, ascending by digest, and what the index makes of them.
struct NewContent: Sendable {
    var disclosures: [[UInt8]] = []
    var row: EventRow?

    init() {}

    /// Makes the row as well, on whatever core this runs.
    init(_ statement: Daftar.Statement, _ disclosures: [[UInt8]]) {
        self.disclosures = disclosures
        if statement.type.isControl { return }
        row = EventRow(
            EventContent(statement, disclosures: disclosures), statement: statement.hash, seen: statement.seen.size)
    }
}
