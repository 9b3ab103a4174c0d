/// A statement that some of its authors have yet to sign: `by` names them all, the lines below are fewer.
///
/// Co-authors agree on `by` first; then each adds their line, in whatever order, and the lines end up in the order of
/// `by`. What is signed never changes on the way, so files that travelled apart can be merged.
public struct UnfinishedStatement: Sendable {
    /// The five lines: what each of them signs.
    public let text: [UInt8]
    /// `name+id` of all who sign, ascending.
    public let by: [String]
    /// What they had seen of the ledger.
    public let seen: Seen
    /// In the order of `by`; nil where the line is still missing.
    private var signatures: [SignedNote.Signature?]

    /// Puts the five lines together, and refuses what no ledger could take.
    ///
    /// `body`: canonical JSON, an object with a `type`.
    public init(body: [UInt8], ledger: Origin, seen: Seen, by keys: [VerifierKey]) throws(SigningError) {
        let preamble = try StatementPreamble(ledger: ledger, seen: seen, by: keys)
        text = preamble.text(body)
        (by, self.seen) = (preamble.by, seen)
        signatures = Array(repeating: nil, count: by.count)
        try UnfinishedStatement.checkBody(preamble.bytes.count..<text.count - 1, text)
        try checkLength(keys)
    }

    /// Reads a statement of which at least one line is there, maybe all of them.
    public init(parsing bytes: [UInt8]) throws(SigningError) {
        let note: SignedNote
        do { note = try SignedNote(parsing: bytes, limit: Limits.entry) } catch { throw .body(.signatureLine) }
        // A statement is scanned whole, by the one parser there is; missing lines are no matter for it.
        let statement: Statement
        do { statement = try Statement(parsing: bytes) } catch { throw .body(error) }
        (text, by, seen) = (note.text, statement.by, statement.seen)
        signatures = Array(repeating: nil, count: by.count)
        var next = 0
        for signature in note.signatures {
            while next < by.count, by[next] != signature.nameAndID { next += 1 }
            guard next < by.count else { throw .notInBy(signature.nameAndID) }
            signatures[next] = signature
            next += 1
        }
    }

    /// How other statements refer to it, and ledgers find it.
    public var hash: Hash { Hash.sha256(text) }

    /// Those who have yet to sign, `name+id` each.
    public var missing: [String] { zip(by, signatures).filter { $0.1 == nil }.map(\.0) }
    public var isFinished: Bool { missing.isEmpty }

    /// Adds the signer's line.
    public mutating func sign(_ signer: NoteSigner) throws(SigningError) {
        guard let place = by.firstIndex(of: signer.verifierKey.nameAndID) else {
            throw .notInBy(signer.verifierKey.nameAndID)
        }
        do { signatures[place] = try signer.sign(text) } catch { throw .openSSL(error) }
    }

    /// Takes over the lines that another copy of this statement has.
    ///
    /// `keys`: the keys that are known; a line of theirs is verified before it is taken.
    public mutating func merge(_ other: UnfinishedStatement, keys: [VerifierKey]) throws(SigningError) {
        guard other.text == text else { throw .otherStatement }
        try other.check(keys)
        for (place, signature) in other.signatures.enumerated() where signatures[place] == nil {
            signatures[place] = signature
        }
    }

    /// Verifies the lines of those among `keys` that have signed.
    public func check(_ keys: [VerifierKey]) throws(SigningError) {
        for case let signature? in signatures {
            guard let key = keys.first(where: signature.claims), key.isUnderstood else { continue }
            let verifier = Ed25519.Verifier(publicKey: key.material)
            guard verifier?.verifies(signature: signature.bytes.span, over: text.span) == true else {
                throw .badSignature(key.nameAndID)
            }
        }
    }

    /// The note with the lines that are there.
    public var encoded: [UInt8] { SignedNote(text: text, signatures: signatures.compactMap { $0 }).encoded }

    /// The whole statement; the first who is missing is named where it is none yet.
    public func finish() throws(SigningError) -> Statement {
        if let first = missing.first { throw .notSigned(first) }
        do { return try Statement(parsing: encoded) } catch { throw .body(error) }
    }

    // MARK: Checks

    private static func checkBody(_ range: Range<Int>, _ bytes: [UInt8]) throws(SigningError) {
        var digests: [SignedDigest] = []
        let layout: BodyLayout
        do { layout = try BodyLayout.scan(range, bytes.span, digests: &digests) } catch { throw .body(error) }
        if !layout.type.isControl, let fault = layout.digestFault { throw .digests(fault) }
    }

    /// The statement must be within its limit with every line.
    private func checkLength(_ keys: [VerifierKey]) throws(SigningError) {
        let lines = keys.reduce(0) {
            $0 + "\u{2014}  \n".utf8.count + $1.name.utf8.count + UnfinishedStatement.base64Count
        }
        let count = text.count + 1 + lines
        guard count <= Statement.limit else { throw .tooLong(count) }
    }

    /// The base64 of a key ID and a signature.
    private static let base64Count = (4 + Ed25519.signatureCount + 2) / 3 * 4
}

extension SignedNote.Signature {
    var nameAndID: String { name + "+" + VerifierKey.hex(id) }
}
