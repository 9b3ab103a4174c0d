// A statement that was scanned by itself, and now stands further on, behind the header of its entry.
extension StatementLayout {
    func moved(by shift: Int) -> StatementLayout {
        StatementLayout(
            text: text.moved(by: shift), ledger: ledger.moved(by: shift), by: by.moved(by: shift),
            signerCount: signerCount,
            seenSize: seenSize, seenRoot: seenRoot, body: body.moved(by: shift), signatures: signatures.moved(by: shift)
        )
    }
}

extension BodyLayout {
    /// `digests` counts in an array of its own, and stays.
    fileprivate func moved(by shift: Int) -> BodyLayout {
        BodyLayout(
            range: range.moved(by: shift), type: type, typeName: typeName.moved(by: shift), digests: digests,
            digestFault: digestFault, of: of?.moved(by: shift), to: to?.moved(by: shift),
            unknownField: unknownField?.moved(by: shift), hasOddReference: hasOddReference, hasTo: hasTo, hasOf: hasOf)
    }
}

extension SignedDigest {
    func moved(by shift: Int) -> SignedDigest {
        isField ? self : SignedDigest(hash: hash, list: list + Int32(shift), ordinal: ordinal, isWithheld: isWithheld)
    }
}

extension Range<Int> {
    fileprivate func moved(by shift: Int) -> Range<Int> { lowerBound + shift..<upperBound + shift }
}
