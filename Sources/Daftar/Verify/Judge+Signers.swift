/// Step 7: the lines are those of `by`; each key is entitled to this type; each signature verifies; enough of them.
extension Judge {
    func judgeSigners(
        _ context: StatementContext, _ bytes: Span<UInt8>, _ check: SignatureCheck?, _ meaning: Meaning,
        _ result: inout Judgement
    ) {
        guard let check, check.linesMatch else {
            result.find(.signatureLines, context.index)
            return
        }
        var understood: [Int] = []
        var names = ByteReader(from: context.statement.by.lowerBound, to: context.statement.by.upperBound)
        var place = 0
        while let name = SignerName.next(&names, bytes) {
            defer { place += 1 }
            let text = bytes.extracting(name.whole)
            guard let position = rights.position(of: text) else {
                result.find(.stranger, context.index, String(utf8: text))
                continue
            }
            let signer = rights.signers[position]
            result.signers.append(position)
            if let fault = fault(of: signer, meaning, context) {
                result.find(fault, context.index, signer.key.nameAndID)
            }
            guard let verifier = signer.verifier else {
                result.notes.append(Note(.unknownSignature, entry: context.index, signer.key.nameAndID))
                continue
            }
            let isValid =
                check.isAmbiguous
                ? SignatureCheck.verifies(place, of: context.statement, bytes, under: verifier) : check.isValid(place)
            if isValid {
                understood.append(position)
            } else {
                result.find(.signatureInvalid, context.index, signer.key.nameAndID)
            }
        }
        judgeNumber(context, understood, meaning, &result)
    }

    /// Why a key may not sign this; nil where it may.
    private func fault(of signer: Rights.Signer, _ meaning: Meaning, _ context: StatementContext) -> FindingCode? {
        guard signer.isActive else { return .revokedSigner }
        if signer.role == .editor { return nil }
        switch meaning.requirement {
        case .editors, .charter: return .notEntitled
        case .itself, .allOrEditors: return nil
        case .anySigner, .oneOf: return nil
        }
    }

    /// What 4.2 asks of the signers: for a correction or a retraction, one of them at least is an editor or signed what
    /// it is about; others may sign beside.
    private func requirement(_ context: StatementContext, _ meaning: Meaning, _ signers: [Int]) -> Requirement {
        guard context.type == .correction || context.type == .retraction, let target = meaning.target else {
            return meaning.requirement
        }
        return .oneOf(
            signers.filter {
                rights.signers[$0].role == .editor || target.signers.contains(rights.signers[$0].key.nameAndID)
            })
    }

    /// Enough of them; where it would be enough only with signatures of a type not known here, a newer verifier must say.
    private func judgeNumber(
        _ context: StatementContext, _ understood: [Int], _ meaning: Meaning, _ result: inout Judgement
    ) {
        guard result.findings.allSatisfy({ $0.step != .signatures }) else { return }
        let requirement = requirement(context, meaning, result.signers)
        result.requirement = requirement
        if requirement.isMet(by: understood, of: result.signers, rights) { return }
        if requirement.isMet(by: result.signers, of: result.signers, rights) {
            result.needsNewer = result.findings.isEmpty
        } else if case .oneOf = requirement {
            result.find(.notEntitled, context.index, String(result.signers.count))
        } else {
            result.find(.approvalsShort, context.index, "\(understood.count)")
        }
    }
}
