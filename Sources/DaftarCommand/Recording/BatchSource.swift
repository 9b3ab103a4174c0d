import Daftar
import DaftarExchange
import DaftarStore

/// Signs a batch piece by piece, on all cores, while its beginning is written.
struct BatchSource: SubmissionSource {
    private let batch: Batch
    private let links: Links
    /// Nil where nothing has to be signed.
    private let signing: EventSigning?
    /// Open where something is withheld.
    private let vault: Vault?
    private let failure: FailureBox
    private let progress: SharedProgress
    private var position = 0
    /// Statement hashes of items that others refer to.
    private var hashes: [Int: Hash] = [:]
    private static let piece = 256

    init(
        _ batch: Batch, _ links: Links, _ signing: EventSigning?, _ vault: Vault?, _ failure: FailureBox,
        _ progress: SharedProgress
    ) {
        (self.batch, self.links, self.signing, self.vault) = (batch, links, signing, vault)
        (self.failure, self.progress) = (failure, progress)
    }

    mutating func next() throws -> [Submission]? {
        let piece = Array(nextPiece())
        guard !piece.isEmpty else { return nil }
        progress.show(position, of: links.order.count)
        position += piece.count
        let (batch, links, signing, hashes) = (batch, links, signing, hashes)
        let made = Lanes.map(piece.count) { i in
            Result { () throws(Failure) in try BatchSource.submission(piece[i], batch, links, signing, hashes) }
        }
        var submissions: [Submission] = [], records: [WithheldRecord] = []
        for (item, result) in zip(piece, made) {
            switch result {
            case .success((let submission, let record)):
                if links.referred.contains(item) { self.hashes[item] = submission.statement.hash }
                submissions.append(submission)
                if let record { records.append(record) }
            case .failure(let error):
                failure.put(error)
                throw error
            }
        }
        try keep(records)
        return submissions
    }

    /// On disk before the ledger learns of the digests: a crash in between leaves a record of nothing, never the reverse.
    private func keep(_ records: [WithheldRecord]) throws {
        do { try Withheld.keep(records, in: vault) } catch {
            failure.put(error)
            throw error
        }
    }

    /// As many as can be signed at once: none of them refers to another one of them.
    private func nextPiece() -> ArraySlice<Int> {
        var piece: Set<Int> = [], end = position
        while end < links.order.count, end - position < Self.piece {
            let item = links.order[end]
            let refersInside = (links.ends[item] ?? []).contains {
                if case .item(let other) = $0 { piece.contains(other) } else { false }
            }
            if refersInside { break }
            if links.referred.contains(item) { piece.insert(item) }
            end += 1
        }
        return links.order[position..<end]
    }

    private static func submission(
        _ position: Int, _ batch: Batch, _ links: Links, _ signing: EventSigning?, _ hashes: [Int: Hash]
    ) throws(Failure) -> EventSigning.Signed {
        let item = batch.items[position]
        switch item.body {
        case .statement(let file, let statement): return (Submission(statement, disclosures: file.disclosures), nil)
        case .proposal(let proposal):
            guard let signing else { throw Failure(SigningError.noKey) }
            return try signing.submission(proposal)
        case .event(let event):
            guard let signing else { throw Failure(SigningError.noKey) }
            return try signing.submission(
                event, named: item.name, to: links.targets(of: position, named: item.name, hashes))
        }
    }
}

/// Keeps the error that ended a batch, in the words it had.
final class FailureBox: @unchecked Sendable {
    // Sendable: put by the one thread that makes pieces, taken after it is done.
    private(set) var failure: Failure?

    func put(_ error: Failure) { failure = failure ?? error }
}

/// Signs events: whose ledger, what was seen, by whom.
struct EventSigning: Sendable {
    private let preamble: StatementPreamble
    private let signers: [NoteSigner]

    init(ledger: Origin, seen: Seen, signers: [NoteSigner]) throws(SigningError) {
        preamble = try StatementPreamble(ledger: ledger, seen: seen, by: signers.map(\.verifierKey))
        self.signers = signers
    }

    /// What goes to the ledger, and what is kept of it.
    typealias Signed = (Submission, WithheldRecord?)

    func submission(_ event: WrittenEvent, named name: String, to ends: [Hash]) throws(Failure) -> Signed {
        try sign(try event.commitments(named: name, to: ends), name)
    }

    func submission(_ proposal: Proposal) throws(Failure) -> Signed {
        switch proposal.body {
        case .control(let draft, let released):
            do {
                return (try Submission(signing: draft.body, releasing: released, preamble, signers), nil)
            } catch { throw Failure(error).at(proposal.name) }
        case .content(let commitments): return try sign(commitments, proposal.name)
        }
    }

    private func sign(_ commitments: Commitments, _ name: String) throws(Failure) -> Signed {
        do {
            let submission = try Submission(signing: commitments, preamble, signers)
            return (submission, Withheld.record(submission.statement.hash, commitments.withheld))
        } catch { throw Failure(error).at(name) }
    }
}

extension Failure {
    /// The same, said of a file.
    func at(_ name: String) -> Failure { Failure("\(name): \(message)", hint: hint, exit: exit) }
}
