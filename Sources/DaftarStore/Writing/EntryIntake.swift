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
    private let history: StoredHistory
    private var digests: [SignedDigest] = []
    /// A release was taken: nothing but releases may follow in this batch.
    private(set) var hasReleased = false

    var head: LedgerHead { entries.head }

    init(_ db: Database, _ anchors: TrustAnchors) throws {
        self.db = db
        keys = try KeyStore(db)
        entries = try EntryStore(db)
        content = try ContentStore(db)
        history = try StoredHistory(db)
        let origin = anchors.policy.origin
        judge = Judge(origin: origin, rights: keys.rights(origin, anchors.policy), lastDay: entries.head.day)
    }

    var rights: Rights { judge.rights }

    /// Takes one entry.
    ///
    /// - Parameters:
    ///   - check: what became of its signatures; nil where they were verified with the whole ledger.
    ///   - disclosures: what is published of it, or, for a release, of the entry that it is about.
    mutating func take(_ bytes: [UInt8], _ check: SignatureCheck?, _ disclosures: [[UInt8]]) throws -> Judgement {
        digests.removeAll(keepingCapacity: true)
        let scanned = ScannedEntry(index: head.size, 0..<bytes.count, bytes.span, digests: &digests)
        let done = scanned.statement.map { SignatureCheck.alreadyDone(for: $0) }
        let judgement = judge.judge(
            scanned, bytes.span, digests: digests, check: check ?? done, previous: head.leaf, history: history)
        try history.check()
        guard judgement.isGood, let header = scanned.header, let statement = scanned.statementHash,
            let layout = scanned.statement
        else { return judgement }
        let entry = NewEntry(
            bytes: bytes, leaf: scanned.leaf, statement: statement,
            type: String(decoding: bytes[layout.body.typeName], as: UTF8.self), recorded: header.recorded)
        try entries.append(entry, signing: try keys.number(of: judgement, db))
        try apply(judgement, disclosures)
        return judgement
    }

    /// Puts the content of an entry as it lies published, once a release adopted with it has been noted.
    func adoptReleased(_ entry: Int, _ published: PublishedFiles) throws {
        let disclosures = try published.disclosures(entry / Limits.tileWidth)[entry] ?? []
        try content.add(entry, ContentLine.encode(entry: entry, ascending: disclosures))
    }

    /// Writes down what the batch did to the rights.
    mutating func finish() throws { try keys.save(judge.rights, db) }

    // MARK: Effects

    private mutating func apply(_ judgement: Judgement, _ disclosures: [[UInt8]]) throws {
        let index = head.size - 1
        switch judgement.effect {
        case .withdrawal(let entry, let digests):
            try Evidence.noteWithdrawn(Set(digests), of: entry, content, db)
            try content.withdraw(digests, of: entry, by: index)
        case .release(let entry, let digests):
            try content.release(digests, of: entry, by: index, disclosures)
            hasReleased = true
        case nil:
            try content.add(index, ContentLine.encode(entry: index, ascending: disclosures))
        }
    }
}
