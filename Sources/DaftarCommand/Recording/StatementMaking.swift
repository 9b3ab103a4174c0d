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
    /// Made once: a descriptor gives its passphrase only once.
    let ring: KeyRing
    let session: Session
    private var append: AppendOptions { options.append }

    init(_ options: StatementOptions, in session: Session) throws(Failure) {
        if options.output == nil, !options.with.isEmpty || options.checkpoint != nil {
            throw Failure(
                "a statement that others sign too, or that is made without the ledger, goes to a file",
                hint: "name it with -o FILE.statement", exit: .usage)
        }
        (self.options, self.session) = (options, session)
        let append = options.append
        ring = try KeyRing(append, in: session)
        place = try SigningPlace(
            options.checkpoint, append.location.ledger, trust: append.trust.trust, in: session)
    }

    /// The ledger, for a verb that can't do without it.
    func ledger() throws(Failure) -> OpenLedger {
        guard let open = place.open else {
            throw Failure("this takes the ledger, not only a checkpoint of it", hint: "name it with --ledger DIR")
        }
        return open
    }

    /// Who may sign now; nil where only a checkpoint is at hand.
    func rights() throws(Failure) -> Rights? {
        try place.open?.ask { ledger throws(StoreError) in try ledger.rights() }
    }

    func run(_ proposal: Proposal) throws -> Exit { try run([proposal]) }

    /// Several that belong together, in the order in which they take effect: all of them are appended, or none.
    func run(_ proposals: [Proposal]) throws -> Exit {
        let author = try place.authorKey(append.keys, in: session), others = try others()
        try checkApprovals(proposals, author, others)
        if let author { for proposal in proposals { try proposal.rule.check([author] + others) } }
        if let output = options.output { return try write(proposals, to: output) }
        var appending = try Appending(Batch(proposals), try ledger(), in: session)
        appending.waiting.isCancelling = append.waiting.cancelWaiting
        return try AppendRun(appending, append).run(ring)
    }

    private func write(_ proposals: [Proposal], to output: String) throws -> Exit {
        let names = Self.names(of: proposals, output)
        for name in names { try StatementWriting.checkIsFree(name, session) }
        for line in proposals.flatMap(\.lines) { session.err.paragraph(line.cleaned) }
        let author = try place.author(append.keys, ring, in: session)
        var writing = try StatementWriting(
            place, author, with: options.with, cancelsWaiting: append.waiting.cancelWaiting, in: session)
        if proposals.contains(where: { !$0.withheld.isEmpty }) {
            writing.vault = try VaultAccess(place, in: session).openOrMake(ring)
        }
        for proposal in proposals { try proposal.rule.check(writing.by) }
        for (proposal, name) in zip(proposals, names) {
            _ = try writing.write(
                proposal.bytes, disclosures: proposal.disclosures, withheld: proposal.withheld, to: name)
        }
        if names.count > 1 {
            session.say("They belong together: daftar append \(names.joined(separator: " ").cleaned)")
        }
        return .done
    }

    /// `swap.statement`; of several, `swap-1-grant.statement` and so on: sorted by name they are in order.
    private static func names(of proposals: [Proposal], _ output: String) -> [String] {
        let stem = output.hasSuffix(".statement") ? String(output.dropLast(".statement".count)) : output
        if proposals.count == 1 { return ["\(stem).statement"] }
        return proposals.enumerated().map { "\(stem)-\($0 + 1)-\($1.type).statement" }
    }

    // MARK: Who may, said before anybody types a passphrase

    private func others() throws(Failure) -> [VerifierKey] {
        try options.with.map { text throws(Failure) in try VKeyArgument.read(text, in: session) }
    }

    /// One person can't meet a rule for two.
    private func checkApprovals(
        _ proposals: [Proposal], _ author: VerifierKey?, _ others: [VerifierKey]
    ) throws(Failure) {
        guard let rights = try rights(), let first = proposals.first(where: { $0.rule == .editors }) else { return }
        let editors = rights.signers.filter { $0.isActive && $0.role == .editor }.map(\.key)
        for key in [author].compactMap(\.self) + others where !editors.contains(key) {
            throw Failure(
                "\(key.nameAndID) is no editor of this ledger, and only editors sign \(Words.one(first.type))",
                hint: "daftar key list shows who they are", exit: .keyUnusable)
        }
        guard rights.approvals > others.count + 1 else { return }
        throw Failure(
            "in this ledger \(rights.approvals) editors sign \(Words.one(first.type)) together",
            hint: "-o FILE.statement --with VKEY writes it for the others to sign")
    }
}

extension Proposal {
    /// Its statement type as it is written.
    var type: String {
        switch body {
        case .control(let draft, _): "\(draft.type)"
        case .content: (try? CanonicalJSON.parse(bytes))?["type"]?.string ?? "statement"
        }
    }
}
