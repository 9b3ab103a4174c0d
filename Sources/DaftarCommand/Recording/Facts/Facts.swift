import Daftar
import DaftarExchange
import DaftarStore

/// What a verb says about an entry that stands already, made ready to be signed.
struct Facts {
    let open: OpenLedger
    let session: Session

    /// The whole event once more, with a reason. What it changes is shown.
    func correction(_ written: WrittenContent, of subject: Subject) throws(Failure) -> Proposal {
        let draft = try written.read(open, in: session)
        let content = try draft.content { relation throws(Failure) in
            try end(of: relation, in: draft.path, subject)
        }
        do { try ContentRules.check(content, corrects: subject) } catch {
            throw Failure("\(written.name): \(error.message)", hint: error.hint)
        }
        let shown = subject.history?.shown.content ?? subject.content.content
        if shown.notShownCount > 0 {
            session.warn(
                "\(Words.count(shown.notShownCount, "part")) of entry \(subject.entry) \(shown.notShownCount == 1 ? "is" : "are") not shown (\(NotShownWords.text(shown))): a correction is the whole content once more, and will be without \(shown.notShownCount == 1 ? "it" : "them")"
            )
        }
        let lines = DiffLines(session.err.screen.columns, names: names).lines(EventDiff(from: shown, to: content))
        return try proposal(
            content, "correction", subject, written.name, withheldAs: draft,
            ["correct  \(subject.title)", "  reason: \(content.reason?.text() ?? "")"] + lines, try editorsOr(subject))
    }

    /// Why it no longer stands.
    func retraction(_ written: WrittenContent, of subject: Subject) throws(Failure) -> Proposal {
        try subject.checkStands()
        let content = try written.read(open, in: session).content
        session.warn(
            subject.isEvent
                ? "a retraction is final: no correction of entry \(subject.entry), earlier or later, has an effect after it"
                : "a retraction is final: what entry \(subject.entry) said is then said anew, or not at all")
        return try proposal(
            content, "retraction", subject, written.name,
            ["retract  \(subject.title)", "  reason: \(content.reason?.text() ?? "")"], try editorsOr(subject))
    }

    /// A dispute, an endorsement or a relation.
    ///
    /// - Parameter other: the event that it relates the subject to.
    func remark(
        _ written: WrittenContent, on subject: Subject, to other: Subject? = nil
    ) throws(Failure) -> Proposal {
        if let retraction = subject.history?.retraction(of: subject.entry) {
            session.warn("entry \(subject.entry) was retracted by entry \(retraction)")
        }
        let content = try written.read(open, in: session).content
        let kind = content.remarkKind ?? ""
        let head =
            other.map { "relate   \(subject.title)\n  \(content.relation ?? "") \($0.title)" }
            ?? "\(kind == "dispute" ? "dispute" : "endorse")  \(subject.title)"
        let text = content.text.map { ["  \($0.text())"] } ?? []
        let rule: SignerRule = kind == "endorsement" ? .othersThan(authors: Set(subject.content.by)) : .anybody
        return try proposal(
            content, "remark", subject, written.name, head.split(separator: "\n").map(String.init) + text, rule,
            to: other)
    }

    // MARK: Parts

    private func proposal(
        _ content: EventContent, _ type: String, _ subject: Subject, _ name: String,
        withheldAs draft: EventDraft? = nil,
        _ lines: [String],
        _ rule: SignerRule, to other: Subject? = nil
    ) throws(Failure) -> Proposal {
        let signed = Commitments.Content(
            content, type: type, of: subject.content.statement, to: other?.content.statement)
        if let draft {
            let commitments = try Withheld.commitments(signed, draft, named: name)
            return Proposal(commitments, named: name, lines, by: rule)
        }
        do { return Proposal(try Commitments(signed), named: name, lines, by: rule) } catch {
            throw Failure(error, name)
        }
    }

    private func editorsOr(_ subject: Subject) throws(Failure) -> SignerRule {
        let rights = try open.ask { ledger throws(StoreError) in try ledger.rights() }
        let editors = rights.signers.filter { $0.role == .editor && $0.isActive }.map(\.key.nameAndID)
        return .editorsOr(authors: Set(subject.content.by), editors: Set(editors), entry: subject.entry)
    }

    private func end(of relation: RelationDraft, in path: String, _ subject: Subject) throws(Failure) -> Hash {
        guard case .statement(let hash, _) = try Links.end(of: relation, in: open.ledger, path: path) else {
            return Hash.emptyTree
        }
        guard hash != subject.content.statement else {
            throw Failure("\(path):\(relation.line):\(relation.column): an event can't be related to itself")
        }
        return hash
    }

    private func names(_ hash: Hash) -> String? { open.entryName(hash) }
}

extension OpenLedger {
    /// `entry 12` for its statement hash; nil where this ledger does not hold it.
    func entryName(_ hash: Hash) -> String? {
        (try? ledger.entry(ofStatement: hash)).map { "entry \($0)" }
    }
}

/// Why parts are not shown.
enum NotShownWords {
    /// `2 withdrawn, 1 withheld`
    static func text(_ content: EventContent) -> String {
        var counts = content.fieldsNotShown
        for list in content.lists { counts.merge(content.notShown(in: list.name)) { $0 + $1 } }
        return text(counts)
    }

    static func text(_ counts: [EventContent.NotShown: Int]) -> String {
        counts.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }
            .map { "\($0.value) \($0.key.rawValue)" }.joined(separator: ", ")
    }
}
