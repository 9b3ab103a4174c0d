/// Judges entries one after the other, each by what stands before it: steps 5 to 8.
///
/// The verifier and the writer use the same judge, so that nothing is appended that would not verify.
public struct Judge: Sendable {
    public internal(set) var rights: Rights
    private let origin: Origin
    private let originBytes: [UInt8]
    /// The day of the entry before, where it could be read.
    private var lastDay: RecordedDay?
    /// Keys that an entry with a finding would have admitted, and which entry: what misses them follows from it.
    private var lost: [String: Int] = [:]

    public init(origin: Origin, policy: Policy?) {
        self.init(origin: origin, rights: Rights(origin: origin, policy: policy), lastDay: nil)
    }

    /// Continues where another judge stopped: with its rights, behind an entry of `lastDay`.
    public init(origin: Origin, rights: Rights, lastDay: RecordedDay?) {
        (self.origin, self.originBytes, self.rights, self.lastDay) = (origin, Array(origin.text.utf8), rights, lastDay)
    }

    /// Judges an entry, and applies what it does to the rights where it has no finding.
    ///
    /// - Parameters:
    ///   - entry: the entry as it was scanned.
    ///   - bytes: what `entry` was scanned from.
    ///   - digests: what it was scanned into.
    ///   - check: how its signature lines fared; nil where it has no readable statement.
    ///   - previous: the leaf hash of the entry before.
    ///   - history: the entries before it.
    public mutating func judge(
        _ entry: ScannedEntry, _ bytes: Span<UInt8>, digests: [SignedDigest], check: SignatureCheck?, previous: Hash,
        history: some LedgerHistory
    ) -> Judgement {
        var result = Judgement()
        judgeChain(entry, previous, &result)
        lastDay = entry.header?.recorded
        switch entry.form {
        case .badHeader: break
        case .badStatement(_, .newerVersion): result.needsNewer = result.findings.isEmpty
        case .badStatement(_, let fault): result.find(.statementForm, entry.index, "\(fault)")
        case .good(_, let statement, let hash):
            let context = StatementContext(index: entry.index, statement: statement, hash: hash)
            judge(context, bytes, digests, check, history, &result)
        }
        result.findings.sort { $0.step < $1.step }
        return result
    }

    // MARK: Step 5: chain

    private func judgeChain(_ entry: ScannedEntry, _ previous: Hash, _ result: inout Judgement) {
        guard let header = entry.header else {
            guard case .badHeader(let fault) = entry.form else { return }
            switch fault {
            case .newerVersion: result.needsNewer = true
            case .form: result.find(.headerForm, entry.index)
            case .day: result.find(.dayUnreal, entry.index)
            }
            return
        }
        if header.index != entry.index { result.find(.indexWrong, entry.index, "it says \(header.index)") }
        if header.previous != previous { result.find(.previousWrong, entry.index) }
        if let lastDay, header.recorded < lastDay {
            result.find(.dayDecreases, entry.index, "\(header.recorded) after \(lastDay)")
        }
    }

    // MARK: Steps 6 to 8

    private mutating func judge(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ digests: [SignedDigest], _ check: SignatureCheck?,
        _ history: some LedgerHistory, _ result: inout Judgement
    ) {
        result.type = context.type
        judgeStatement(context, bytes, history, &result)
        let meaning = Meaning(context, bytes, origin, history, rights, &result)
        // The charter's rights follow from itself: they hold for it, and stay only if it is good.
        var before: Rights?
        if case .charter(let charter) = meaning.control, context.index == 0 {
            before = rights
            admit(charter, &result)
        }
        // A charter that is none names nobody, so who signs it is no stranger.
        if context.index > 0 || context.type != .charter || meaning.control != nil {
            judgeSigners(context, bytes, check, meaning, &result)
        }
        judgeSeen(context, meaning, &result)
        if context.type == .critical, result.findings.isEmpty { result.needsNewer = true }
        follow(meaning, &result)
        if result.isGood {
            apply(meaning, context, &result)
        } else {
            if let before { rights = before }
            for key in meaning.control?.admitted ?? [] where lost[key.nameAndID] == nil {
                lost[key.nameAndID] = context.index
            }
        }
    }

    /// Names the cause of findings about a key that would have been admitted, but for a finding.
    private func follow(_ meaning: Meaning, _ result: inout Judgement) {
        if lost.isEmpty { return }
        for i in result.findings.indices {
            switch (result.findings[i].code, meaning.control) {
            case (.stranger, _): result.findings[i].follows = lost[result.findings[i].detail]
            case (.revocationWrong, .revoke(let key, _, _)) where rights.position(of: key) == nil:
                result.findings[i].follows = lost[key.nameAndID]
            default: break
            }
        }
    }

    /// Step 6, but for what depends on the signers.
    private func judgeStatement(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ history: some LedgerHistory, _ result: inout Judgement
    ) {
        let index = context.index, seen = context.statement.seenSize
        if !sameBytes(bytes.extracting(context.statement.ledger), originBytes.span) { result.find(.otherLedger, index) }
        if seen > index {
            result.find(.seenFuture, index, "seen \(seen)")
        } else if seen == 0, context.type != .charter {
            result.find(.seenNothing, index)
        } else if history.root(atSize: seen) != context.statement.seenRoot {
            result.find(.seenOtherHistory, index, "seen \(seen)")
        }
        if let earlier = history.entry(ofStatement: context.hash) { result.find(.repeated, index, "entry \(earlier)") }
    }

    /// Step 6: for each key, `seen` never decreases from one of its entries to its next.
    private func judgeSeen(_ context: StatementContext, _ meaning: Meaning, _ result: inout Judgement) {
        if meaning.requirement == .itself { return }
        for position in result.signers where context.statement.seenSize < rights.signers[position].lastSeen {
            result.find(
                .seenBack, context.index,
                "seen \(context.statement.seenSize) after \(rights.signers[position].lastSeen)")
            return
        }
    }

    // MARK: Effects

    private mutating func admit(_ charter: Charter, _ result: inout Judgement) {
        for key in charter.keys {
            guard rights.mayAdmit(key.vkey) else {
                result.find(.keyNotAdmissible, 0, key.vkey.nameAndID)
                continue
            }
            rights.admit(key.vkey, key.role, at: 0)
        }
    }

    private mutating func apply(_ meaning: Meaning, _ context: StatementContext, _ result: inout Judgement) {
        let index = context.index
        result.about = meaning.about
        if meaning.requirement != .itself {
            for position in result.signers { rights.noteSeen(context.statement.seenSize, by: position) }
        }
        switch meaning.control {
        case .charter(let charter): rights.setApprovals(charter.approvals)
        case .grant(let key, let role): rights.admit(key, role, at: index)
        case .revoke(let key, let reason, let since):
            if let position = rights.position(of: key) { rights.revoke(position, reason, since: since, at: index) }
            if rights.activeEditors < rights.approvals { result.notes.append(Note(.fewEditors, entry: index)) }
        case .amendment(let amendment):
            if let approvals = amendment.approvals { rights.setApprovals(approvals) }
        case .withdrawal(_, let digests): result.effect = meaning.target.map { .withdrawal(of: $0.index, digests) }
        case .release(_, let digests): result.effect = meaning.target.map { .release(of: $0.index, digests) }
        case nil: break
        }
    }
}

/// A statement while it is judged.
struct StatementContext {
    let index: Int
    let statement: StatementLayout
    let hash: Hash

    var type: StatementType { statement.body.type }
}
