import Daftar
import DaftarExchange
import DaftarStore

/// Signs a batch piece by piece, on all cores, while its beginning is written.
struct BatchSource: SubmissionSource {
    private let batch: Batch
    private let links: Links
    /// Nil where nothing has to be signed.
    private let signing: EventSigning?
    private let failure: FailureBox
    private var position = 0
    /// Statement hashes of items that others refer to.
    private var hashes: [Int: Hash] = [:]
    private static let piece = 256

    init(_ batch: Batch, _ links: Links, _ signing: EventSigning?, _ failure: FailureBox) {
        (self.batch, self.links, self.signing, self.failure) = (batch, links, signing, failure)
    }

    mutating func next() throws -> [Submission]? {
        let piece = Array(nextPiece())
        guard !piece.isEmpty else { return nil }
        position += piece.count
        let (batch, links, signing, hashes) = (batch, links, signing, hashes)
        let made = Lanes.map(piece.count) { i in
            Result { () throws(Failure) in try BatchSource.submission(piece[i], batch, links, signing, hashes) }
        }
        var submissions: [Submission] = []
        for (item, result) in zip(piece, made) {
            switch result {
            case .success(let submission):
                if links.referred.contains(item) { self.hashes[item] = submission.statement.hash }
                submissions.append(submission)
            case .failure(let error):
                failure.put(error)
                throw error
            }
        }
        return submissions
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
    ) throws(Failure) -> Submission {
        let item = batch.items[position]
        switch item.body {
        case .statement(let file, let statement): return Submission(statement, disclosures: file.disclosures)
        case .proposal(let proposal):
            guard let signing else { throw Failure(SigningError.noKey) }
            return try signing.submission(proposal)
        case .event(let event):
            guard let signing else { throw Failure(SigningError.noKey) }
            return try signing.submission(
                event, named: item.name,
                to: (links.ends[position] ?? []).map { end throws(Failure) in
                    switch end {
                    case .statement(let hash, _): return hash
                    case .item(let other):
                        guard let hash = hashes[other] else {
                            throw Failure("\(item.name): what it refers to is not signed yet")
                        }
                        return hash
                    }
                })
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

    func submission(_ event: WrittenEvent, named name: String, to ends: [Hash]) throws(Failure) -> Submission {
        let commitments = try event.commitments(named: name, to: ends)
        do { return try Submission(signing: commitments, preamble, signers) } catch { throw Failure(error).at(name) }
    }

    func submission(_ proposal: Proposal) throws(Failure) -> Submission {
        do throws(SigningError) {
            switch proposal.body {
            case .control(let draft): return try Submission(signing: draft.body, preamble, signers)
            case .content(let commitments): return try Submission(signing: commitments, preamble, signers)
            }
        } catch { throw Failure(error).at(proposal.name) }
    }

    /// Nothing is signed as if it were public that is not.
    static func checkIsPublic(_ draft: EventDraft, _ name: String) throws(Failure) {
        guard draft.withhold.isEmpty, draft.isPublic else {
            throw Failure(
                "\(name): nothing can be withheld yet: that takes a vault, which this version does not have",
                hint: "append what is TLP:CLEAR, and wait with the rest")
        }
    }
}

extension Failure {
    /// The same, said of a file.
    func at(_ name: String) -> Failure { Failure("\(name): \(message)", hint: hint, exit: exit) }
}
