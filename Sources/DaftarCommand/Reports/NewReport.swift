import Daftar
import DaftarStore

/// `daftar verify --new`: a check of what is new, and a verdict that says what was not read.
struct NewReport {
    private let ledger: LedgerDirectory
    private let anchors: Anchors
    private let session: Session

    init(_ ledger: LedgerDirectory, _ anchors: Anchors, _ session: Session) {
        (self.ledger, self.anchors, self.session) = (ledger, anchors, session)
    }

    /// Nil where everything has to be read: that is said.
    func run(json: Bool) throws(Failure) -> Exit? {
        guard anchors.isChosen, let chosen = anchors.anchors else {
            session.note("nobody chose the trust anchors: everything is read")
            return nil
        }
        let folders = try session.folders(), check: NewCheck
        do throws(StoreError) { check = try Ledger.checkNew(ledger.path, anchors: chosen, folders: folders) } catch {
            throw Failure(error)
        }
        switch check {
        case .takesAll(let reason):
            session.note("\(reason.words): everything is read")
            if reason == .nothingVerified {
                session.hint("daftar list makes the verified store that --new goes on from")
            }
            return nil
        case .good(let new):
            anchors.warnOfChanges(in: session)
            if json { session.print(NewReport.json(new, chosen)) } else { show(new, chosen) }
            return new.isQuorumMet ? .done : .unvouched
        }
    }

    // MARK: For a person

    private func show(_ new: NewEntries, _ chosen: TrustAnchors) {
        let out = session.out, count = new.head.size - new.first
        let upTo = new.lastDay.map { ", up to \(Words.day($0))" } ?? ""
        let what = count == 0 ? "Nothing is new" : "\(Words.count(count, "new entry is", "new entries are")) good"
        out.paragraph(
            "\(what): \(Words.count(new.head.size, "entry", "entries")) of \(chosen.policy.origin.text)\(upTo).")
        out.line()
        for (fact, shown) in facts(new, chosen.policy) {
            out.write(Wrap.hanging("  \(fact.padded(to: 48))  ", shown.cleaned, out.screen.columns))
        }
        out.line()
        if !new.isQuorumMet {
            out.paragraph("The quorum of witnesses is short: what is here may be shown to you alone.")
        }
        out.paragraph(
            "NOT READ: \(old(new)), captures, timestamps. They are as this machine verified them before: daftar verify \(ledger.path.cleaned) reads every byte."
        )
        let notes = new.notes + new.doubted.map { Note(.doubted, entry: $0) }
        for note in NoteWords.sentences(notes) { session.note(note) }
    }

    private func facts(_ new: NewEntries, _ policy: Policy) -> [(String, String)] {
        var facts: [(String, String)] = []
        if new.head.size > new.first {
            facts.append(
                ("each is what its author signed, and goes on from", Words.count(new.first, "entry", "entries")))
            facts.append(("its signers were entitled to sign it", Words.count(new.signatureCount, "signature")))
        }
        let root = new.head.root.base64.middleCut(8, 7)
        facts.append(("the root of all is the one that was signed", "root \(root)"))
        if policy.asksForWitnesses {
            let names = new.witnesses.map(\.key.name).joined(separator: ", ")
            facts.append(
                (
                    "witnessed up to \(Words.count(new.witnessedSize, "entry", "entries"))",
                    names.isEmpty ? "by nobody" : names
                ))
        }
        return facts
    }

    private func old(_ new: NewEntries) -> String {
        new.first == 1 ? "the files of entry 0" : "the files of entries 0–\(new.first - 1)"
    }

    // MARK: For machines

    static func json(_ new: NewEntries, _ chosen: TrustAnchors) -> JSONValue {
        [
            "verdict": .string(new.isQuorumMet ? "new-good" : "unvouched"),
            "exit": .integer(Int((new.isQuorumMet ? Exit.done : .unvouched).rawValue)),
            "origin": .string(chosen.policy.origin.text), "first": .integer(new.first),
            "size": .integer(new.head.size), "root": .string(new.head.root.base64),
            "signatures": .integer(new.signatureCount), "quorum": .bool(new.isQuorumMet),
            "witnesses": .array(new.witnesses.map { .string($0.key.nameAndID) }),
            "doubted": .array(new.doubted.map { .integer($0) }),
            "notes": .array(new.notes.map { .string($0.words) }),
            "not-read": [.integer(0), .integer(new.first - 1)],
        ]
    }
}

extension NewCheck.Reason {
    /// Why everything has to be read.
    fileprivate var words: String {
        switch self {
        case .nothingVerified: "this machine has no verified store of this ledger"
        case .smaller(let size): "this machine has seen \(Words.count(size, "entry", "entries")), and here are fewer"
        case .otherHistory: "this is not the history that this machine has seen"
        case .checkpoint: "the checkpoint is not as it should be"
        case .entry(let entry): "entry \(entry) is not good by itself"
        case .olderContent(let entry): "entry \(entry) changes what is shown of older ones"
        case .captures(let entry): "entry \(entry) comes with captures"
        case .file(let path): "\(path) is not what its entries lead to"
        }
    }
}
