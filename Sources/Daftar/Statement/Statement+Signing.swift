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
    /// So many bytes as an entry, which is over the limit.
    case tooLong(Int)
    case openSSL(OpenSSLError)
}

extension Statement {
    /// The header of the entry will not be longer than this one.
    static let longestHeader = EntryHeader(
        index: Limits.integer, previous: Hash.emptyTree, recorded: RecordedDay.last
    ).encoded.count

    /// Signs a body with each key of `signers`, who are all of the statement's authors.
    public static func sign(
        _ body: [UInt8], ledger: Origin, seen: Seen, signers: [NoteSigner]
    ) throws(SigningError) -> Statement {
        var unfinished = try UnfinishedStatement(
            body: body, ledger: ledger, seen: seen, by: signers.map(\.verifierKey))
        for signer in signers { try unfinished.sign(signer) }
        return try unfinished.finish()
    }
}
