public import Daftar

/// A statement on its way into a ledger, with the disclosures that are published beside it.
///
/// A class, as it goes from hand to hand: a copy would count each of its parts.
public final class Submission: Sendable {
    public let statement: Statement
    /// Canonical arrays, ascending by digest. For a release: those that it releases.
    public let disclosures: [[UInt8]]
    /// Its signatures and commitments were made by this process a moment ago: they need not be tried again.
    let isSignedHere: Bool
    /// What is shown of its content, where that is known without opening the disclosures.
    let shown: EventContent?
    /// The same as its row keeps it, where that is known as well.
    let stored: [UInt8]?

    /// A statement that somebody signed elsewhere.
    public init(_ statement: Statement, disclosures: [[UInt8]] = []) {
        (self.statement, self.disclosures, isSignedHere, shown, stored) = (statement, disclosures, false, nil, nil)
    }

    /// Signs content.
    public convenience init(
        signing commitments: Commitments, ledger: Origin, seen: Seen, signers: [NoteSigner]
    ) throws(SigningError) {
        let preamble = try StatementPreamble(ledger: ledger, seen: seen, by: signers.map(\.verifierKey))
        try self.init(signing: commitments, preamble, signers)
    }

    /// Signs content, as one of many that are signed alike.
    public init(signing commitments: Commitments, _ preamble: StatementPreamble, _ signers: [NoteSigner])
        throws(SigningError)
    {
        statement = try Statement.sign(commitments.body, preamble, signers)
        disclosures = commitments.disclosures.map(\.encoded)
        (isSignedHere, shown, stored) = (true, commitments.shown, commitments.stored)
    }

    /// Signs a body that carries no content: a control statement.
    public convenience init(
        signing body: [UInt8], ledger: Origin, seen: Seen, signers: [NoteSigner]
    ) throws(SigningError) {
        let preamble = try StatementPreamble(ledger: ledger, seen: seen, by: signers.map(\.verifierKey))
        try self.init(signing: body, preamble, signers)
    }

    /// The same, as one of many that are signed alike.
    ///
    /// - Parameter releasing: of a release, the disclosures that it publishes.
    public init(
        signing body: [UInt8], releasing: [[UInt8]] = [], _ preamble: StatementPreamble, _ signers: [NoteSigner]
    ) throws(SigningError) {
        statement = try Statement.sign(body, preamble, signers)
        (disclosures, isSignedHere, shown, stored) = (releasing, true, nil, nil)
    }

    /// The order in which a batch can be appended: each key's statements by `seen`, releases last, otherwise as given.
    public static func ordered(_ batch: [Submission]) -> [Submission] {
        batch.enumerated().sorted { x, y in
            func key(_ item: (offset: Int, element: Submission)) -> (Int, Int, Int) {
                (item.element.statement.type == .release ? 1 : 0, item.element.statement.seen.size, item.offset)
            }
            return key(x) < key(y)
        }.map(\.element)
    }
}

/// A batch piece by piece, so that a large one is made while its beginning is written.
public protocol SubmissionSource: Sendable {
    /// The next few hundred; nil at the end.
    mutating func next() throws -> [Submission]?
}

/// A batch that is in memory.
struct SubmissionList: SubmissionSource {
    private var rest: ArraySlice<Submission>
    private static let piece = 256

    init(_ all: [Submission]) { rest = all[...] }

    mutating func next() -> [Submission]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(Self.piece) }
        return Array(rest.prefix(Self.piece))
    }
}
