/// Keys that signatures are tried under before it is settled who was admitted: each key that any charter or grant so
/// far names. Trying is most of a verification's work and runs on all cores; whether the key counts is judged after.
struct CandidateKeys: Sendable {
    private var index = SignerIndex()
    private var verifiers: [Ed25519.Verifier?] = []
    private var known: Set<VerifierKey> = []

    mutating func add(_ key: VerifierKey) {
        guard known.insert(key).inserted else { return }
        index.append(key.nameAndID)
        verifiers.append(key.isUnderstood ? Ed25519.Verifier(publicKey: key.material) : nil)
    }

    /// Adds the keys that a statement would admit, if it is good.
    mutating func add(from statement: StatementLayout, _ bytes: Span<UInt8>) {
        guard statement.body.type == .charter || statement.body.type == .grant,
            let body = try? CanonicalJSON.parse(bytes.extracting(statement.body.range))
        else { return }
        for object in [body] + (body["keys"]?.array ?? []) {
            if let text = object["vkey"]?.string, let key = try? VerifierKey(parsing: text) { add(key) }
        }
    }

    /// The one key of that name; nil for none, and for two whose short IDs collide.
    @inline(__always)
    func verifier(_ name: Span<UInt8>) -> (verifier: Ed25519.Verifier?, isAmbiguous: Bool) {
        let all = index.all(name)
        return all.count == 1 ? (verifiers[all[0]], false) : (nil, all.count > 1)
    }
}

/// How the signature lines of a statement compare with its `by`, and which of them verify.
public struct SignatureCheck: Sendable {
    /// The lines are those of `by`, each once, in its order.
    public private(set) var linesMatch = false
    /// A bit for each key of `by`: its signature verifies under the candidate of that name.
    private(set) var valid: UInt32 = 0
    /// Two candidates share a name and an ID: the judge tries the admitted one itself.
    private(set) var isAmbiguous = false

    public func isValid(_ position: Int) -> Bool { valid & (1 << UInt32(position)) != 0 }

    init(_ statement: StatementLayout, _ bytes: Span<UInt8>, _ candidates: CandidateKeys) {
        var lines = ByteReader(from: statement.signatures.lowerBound, to: statement.signatures.upperBound)
        var names = ByteReader(from: statement.by.lowerBound, to: statement.by.upperBound)
        var position: UInt32 = 0
        while let name = SignerName.next(&names, bytes) {
            guard let line = SignatureLine.scan(&lines, bytes), line.isOf(name, bytes),
                let signature = line.signature(bytes)
            else { return }
            let candidate = candidates.verifier(bytes.extracting(name.whole))
            if candidate.isAmbiguous { isAmbiguous = true }
            if let verifier = candidate.verifier,
                verifier.verifies(signature: signature.span, over: bytes.extracting(statement.text))
            {
                valid |= 1 << position
            }
            position += 1
        }
        linesMatch = lines.isAtEnd
    }

    /// A check whose work was done already: the signatures were just made here by OpenSSL, or stand in a ledger that was
    /// verified a moment ago. `linesMatch` holds of every `Statement` that `UnfinishedStatement` finished.
    public static func alreadyDone(for statement: StatementLayout) -> SignatureCheck {
        var check = SignatureCheck()
        check.linesMatch = true
        check.valid = (1 << UInt32(statement.signerCount)) - 1
        return check
    }

    private init() {}

    /// Tries the signatures of a statement under the keys that a ledger has admitted.
    public init(_ statement: Statement, _ rights: Rights) {
        var candidates = CandidateKeys()
        for signer in rights.signers { candidates.add(signer.key) }
        candidates.add(from: statement.layout, statement.bytes.span)
        self.init(statement.layout, statement.bytes.span, candidates)
    }

    /// Tries the signature of the `position`-th key of `by` under one key.
    static func verifies(
        _ position: Int, of statement: StatementLayout, _ bytes: Span<UInt8>, under verifier: Ed25519.Verifier
    ) -> Bool {
        var lines = ByteReader(from: statement.signatures.lowerBound, to: statement.signatures.upperBound)
        var at = 0
        while let line = SignatureLine.scan(&lines, bytes) {
            if at == position, let signature = line.signature(bytes) {
                return verifier.verifies(signature: signature.span, over: bytes.extracting(statement.text))
            }
            at += 1
        }
        return false
    }
}

extension SignatureLine {
    /// True where the line says that it is that key's.
    func isOf(_ signer: SignerName, _ bytes: Span<UInt8>) -> Bool {
        signer.id(bytes) == id && sameBytes(bytes.extracting(name), bytes.extracting(signer.name))
    }
}
