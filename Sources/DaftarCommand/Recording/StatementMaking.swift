import Daftar
import DaftarStore

/// The way of a statement that a verb makes: shown, confirmed, signed, and appended or written to a file.
///
/// ```swift
/// let making = try StatementMaking(options, in: session)
/// let proposal = …                       // made over `making.place`
/// return try making.run(proposal)
/// ```
struct StatementMaking {
    let options: StatementOptions
    let place: SigningPlace
    let session: Session

    init(_ options: StatementOptions, in session: Session) throws(Failure) {
        if options.output == nil, !options.with.isEmpty || options.checkpoint != nil {
            throw Failure(
                "a statement that others sign too, or that is made without the ledger, goes to a file",
                hint: "name it with -o FILE.statement", exit: .usage)
        }
        (self.options, self.session) = (options, session)
        place = try SigningPlace(
            options.checkpoint, options.location.ledger, trust: options.trust.trust, in: session)
    }

    /// The ledger, for a verb that can't do without it.
    func ledger() throws(Failure) -> OpenLedger {
        guard let open = place.open else {
            throw Failure("this takes the ledger, not only a checkpoint of it", hint: "name it with --ledger DIR")
        }
        return open
    }

    func run(_ proposal: Proposal) throws -> Exit {
        if let output = options.output { return try write(proposal, to: output) }
        let open = try ledger()
        try checkApprovals(proposal, open)
        var appending = try Appending(Batch(proposal), open, in: session)
        appending.waiting.isCancelling = options.waiting.cancelWaiting
        return try AppendRun(
            appending: appending, yes: options.yes, json: options.json, keys: options.keys,
            ledgerKeys: options.ledgerKeys
        ).run()
    }

    private func write(_ proposal: Proposal, to output: String) throws -> Exit {
        let name = output.hasSuffix(".statement") ? output : output + ".statement"
        try StatementWriting.checkIsFree(name, session)
        for line in proposal.lines { session.err.paragraph(line.cleaned) }
        let author = try place.author(options.keys, try KeyRing(options.keys, in: session), in: session)
        let writing = try StatementWriting(
            place, author, with: options.with, cancelsWaiting: options.waiting.cancelWaiting, in: session)
        _ = try writing.write(proposal.bytes, disclosures: proposal.disclosures, to: name)
        return .done
    }

    /// Said before anybody types a passphrase: one person can't meet a rule for two.
    private func checkApprovals(_ proposal: Proposal, _ open: OpenLedger) throws(Failure) {
        guard case .control(let draft) = proposal.body else { return }
        let approvals = try open.ask { ledger throws(StoreError) in try ledger.rights() }.approvals
        guard approvals > 1 else { return }
        throw Failure(
            "in this ledger \(approvals) editors sign a \(draft.type) together",
            hint: "-o FILE.statement --with VKEY writes it for the others to sign")
    }
}
