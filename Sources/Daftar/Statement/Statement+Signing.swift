/// Why a statement can't be put together or signed.
public enum SigningError: Error, Hashable, Sendable {
    case noKey
    /// More than 16.
    case tooManyKeys
    /// A key that is named twice.
    case keyTwice(String)
    /// The key's name is not the origin, `/` and a label: it signs for another ledger.
    case keyOfOtherLedger(String)
    /// A key that `by` does not name.
    case notInBy(String)
    /// Two files that should be one statement are different ones.
    case otherStatement
    /// So-and-so has yet to sign.
    case notSigned(String)
    /// A co-signer's line that is not their key's signature over this text.
    case badSignature(String)
    case body(StatementLayout.ParseError)
    case digests(BodyLayout.DigestFault)
    /// So many bytes, more than an entry has room for.
    case tooLong(Int)
    case openSSL(OpenSSLError)
}

extension Statement {
    /// The most bytes of a statement: whatever header it gets, the entry is within its limit.
    public static let limit =
        Limits.entry - EntryHeader(index: Limits.integer, previous: Hash.emptyTree, recorded: .last).encoded.count

    /// Signs a body with each key of `signers`, who are all of the statement's authors.
    public static func sign(
        _ body: [UInt8], ledger: Origin, seen: Seen, signers: [NoteSigner]
    ) throws(SigningError) -> Statement {
        try sign(body, StatementPreamble(ledger: ledger, seen: seen, by: signers.map(\.verifierKey)), signers)
    }

    /// The same for one of many bodies that are signed alike.
    ///
    /// Nothing is checked before it is signed: what comes out is parsed, whole, and what no ledger could take is thrown
    /// away.
    public static func sign(
        _ body: [UInt8], _ preamble: StatementPreamble, _ signers: [NoteSigner]
    ) throws(SigningError) -> Statement {
        var bytes = preamble.text(body)
        let text = bytes.indices
        bytes.append(UInt8(ascii: "\n"))
        for name in preamble.by {
            guard let signer = signers.first(where: { $0.verifierKey.nameAndID == name }) else {
                throw .notSigned(name)
            }
            do { try signer.sign(bytes.span.extracting(text)).append(to: &bytes) } catch { throw .openSSL(error) }
        }
        guard bytes.count <= limit else { throw .tooLong(bytes.count) }
        let statement: Statement
        do { statement = try Statement(parsing: bytes) } catch { throw .body(error) }
        if !statement.type.isControl, let fault = statement.layout.body.digestFault { throw .digests(fault) }
        return statement
    }
}

/// The four lines before the body, which a batch of statements has in common.
public struct StatementPreamble: Sendable {
    /// `name+id` of all who sign, ascending.
    let by: [String]
    let bytes: [UInt8]

    public init(ledger: Origin, seen: Seen, by keys: [VerifierKey]) throws(SigningError) {
        by = keys.map(\.nameAndID).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        guard !by.isEmpty else { throw .noKey }
        guard by.count <= Limits.signatures else { throw .tooManyKeys }
        if let twice = zip(by, by.dropFirst()).first(where: { $0 == $1 }) { throw .keyTwice(twice.0) }
        if let stranger = keys.first(where: { !ledger.isAuthorName($0.name) }) {
            throw .keyOfOtherLedger(stranger.name)
        }
        let lines = "daftar/statement@v1\nledger \(ledger)\nby \(by.joined(separator: " "))\n"
        bytes = Array((lines + "seen \(seen.size) \(seen.root.base64)\n").utf8)
    }

    /// The five lines.
    func text(_ body: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count + body.count + 256)
        text.append(contentsOf: bytes)
        text.append(contentsOf: body)
        text.append(UInt8(ascii: "\n"))
        return text
    }
}
