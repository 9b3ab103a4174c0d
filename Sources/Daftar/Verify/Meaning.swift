/// What a statement means, as far as its own bytes and what it is about tell: step 8.
struct Meaning {
    private(set) var control: ControlBody?
    /// What a correction, retraction, withdrawal or release is about.
    private(set) var target: ReferencedEntry?
    /// The entry that content is about, where it has an effect on it.
    private(set) var about: Int?
    private(set) var requirement = Requirement.anySigner

    init(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ origin: Origin, _ history: some LedgerHistory,
        _ rights: Rights, _ result: inout Judgement
    ) {
        let body = context.statement.body
        if context.type.isControl {
            readControl(context, bytes, origin, history, rights, &result)
        } else {
            if let fault = body.digestFault { result.find(.digestForm, context.index, "\(fault)") }
            if context.type == .critical { requirement = .editors(rights.approvals) }
            noteUnknown(context, bytes, &result)
            readReferences(context, bytes, history, &result)
        }
        if (context.type == .charter) != (context.index == 0) { result.find(.charterPlace, context.index) }
    }

    // MARK: Content

    private func noteUnknown(_ context: StatementContext, _ bytes: Span<UInt8>, _ result: inout Judgement) {
        let body = context.statement.body
        switch context.type {
        case .unknown:
            result.notes.append(Note(.unknownType, entry: context.index, String(utf8: bytes.extracting(body.typeName))))
        case .critical: break
        default:
            if let field = body.unknownField {
                result.notes.append(Note(.unknownField, entry: context.index, String(utf8: bytes.extracting(field))))
            }
            if body.hasOf, context.type == .event {
                result.notes.append(Note(.unknownField, entry: context.index, "of"))
            }
            if body.hasTo, context.type != .remark {
                result.notes.append(Note(.unknownField, entry: context.index, "to"))
            }
        }
    }

    private mutating func readReferences(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ history: some LedgerHistory, _ result: inout Judgement
    ) {
        let body = context.statement.body
        switch context.type {
        case .correction, .remark:
            target = reference(body.of, to: [.event], context, bytes, history, &result)
        case .retraction:
            target = reference(body.of, to: [.event, .remark], context, bytes, history, &result)
        default: return
        }
        var isUnderstood = target?.type.isUnderstood != false
        if context.type == .remark, body.hasTo {
            let other = reference(body.to, to: [.event], context, bytes, history, &result)
            if other?.type.isUnderstood == false { isUnderstood = false }
            if let other, other.index == target?.index { result.find(.referenceType, context.index, "to is of") }
        }
        if isUnderstood {
            about = target?.index
        } else {
            result.notes.append(Note(.unknownType, entry: context.index, "of"))
        }
    }

    /// The entry that a hash in the body names. It must be of one of these types; an unknown type is let pass.
    private func reference(
        _ text: Range<Int>?, to types: [StatementType], _ context: StatementContext, _ bytes: Span<UInt8>,
        _ history: some LedgerHistory, _ result: inout Judgement
    ) -> ReferencedEntry? {
        guard let text, text.count == Hash.base64Count, let hash = Hash(base64: bytes, at: text.lowerBound) else {
            result.find(.referenceForm, context.index)
            return nil
        }
        guard let entry = find(hash, context, history, &result) else { return nil }
        guard types.contains(entry.type) || !entry.type.isUnderstood else {
            result.find(.referenceType, context.index, "entry \(entry.index)")
            return nil
        }
        return entry
    }

    private func find(
        _ hash: Hash, _ context: StatementContext, _ history: some LedgerHistory, _ result: inout Judgement
    ) -> ReferencedEntry? {
        guard let index = history.entry(ofStatement: hash), index < context.index,
            let entry = ReferencedEntry(index, in: history)
        else {
            result.find(.referenceUnknown, context.index, hash.base64)
            return nil
        }
        return entry
    }

    // MARK: Control

    private mutating func readControl(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ origin: Origin, _ history: some LedgerHistory,
        _ rights: Rights, _ result: inout Judgement
    ) {
        requirement = context.type == .charter ? .charter : .editors(rights.approvals)
        do throws(ControlBody.Fault) {
            guard let body = try? CanonicalJSON.parse(bytes.extracting(context.statement.body.range)) else { return }
            control = try ControlBody(type: context.type, body, origin: origin)
        } catch {
            result.find(.controlFields, context.index, "\(error)")
            return
        }
        switch control {
        case .grant(let key, _):
            if !rights.mayAdmit(key) { result.find(.keyNotAdmissible, context.index, key.nameAndID) }
        case .revoke(let key, let reason, let since):
            readRevocation(key, reason, since, context, bytes, rights, &result)
        case .withdrawal(let hash, let digests):
            readDigests(hash, digests, context, history, &result) { _ in true }
        case .release(let hash, let digests):
            readDigests(hash, digests, context, history, &result, allowing: \.isWithheld)
            let by = String(utf8: bytes.extracting(context.statement.by))
            if let target, target.signers.joined(separator: " ") == by { requirement = .allOrEditors(rights.approvals) }
        case .amendment(let amendment):
            if let approvals = amendment.approvals, approvals > rights.activeEditors {
                result.find(.controlFields, context.index, "approvals")
            }
        case .charter, nil: break
        }
    }

    private mutating func readDigests(
        _ hash: Hash, _ digests: [Hash], _ context: StatementContext, _ history: some LedgerHistory,
        _ result: inout Judgement, allowing: (SignedDigest) -> Bool
    ) {
        guard let entry = find(hash, context, history, &result) else { return }
        guard !entry.type.isControl else {
            result.find(.referenceType, context.index, "entry \(entry.index)")
            return
        }
        target = entry
        for digest in digests {
            guard let signed = entry.digest(digest), allowing(signed) else {
                result.find(.digestUnknown, context.index, digest.base64)
                return
            }
        }
    }

    /// A key ends itself, alone and never with `since`; or editors end it, and say since when where it was stolen.
    private mutating func readRevocation(
        _ key: VerifierKey, _ reason: RevocationReason, _ since: Int?, _ context: StatementContext,
        _ bytes: Span<UInt8>, _ rights: Rights, _ result: inout Judgement
    ) {
        guard let position = rights.position(of: key) else {
            result.find(.revocationWrong, context.index, "the key was never admitted")
            return
        }
        let signer = rights.signers[position]
        let name = Array(key.nameAndID.utf8)
        if sameBytes(bytes.extracting(context.statement.by), name.span) {
            requirement = .itself
            if since != nil { result.find(.revocationWrong, context.index, "a key revokes itself without since") }
            return
        }
        if (since != nil) != (reason == .compromised) { result.find(.revocationWrong, context.index, "since") }
        if let since, since < signer.granted || since > context.index {
            result.find(.revocationWrong, context.index, "since \(since)")
        }
        if !signer.isActive, reason != .compromised || signer.revocations > 1 {
            result.find(.revocationWrong, context.index, "the key was revoked before")
        }
    }
}
