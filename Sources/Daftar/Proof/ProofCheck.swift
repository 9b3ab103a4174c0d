/// What a proof of one entry shows, checked offline. It says *included* and *signed by*, never *intact*: that the signers
/// were entitled takes the whole ledger.
public struct ProofCheck: Sendable {
    /// Why a proof shows nothing.
    public enum Fault: String, Hashable, Sendable {
        case origin = "its checkpoint is of another ledger than the policy's"
        case unsigned = "no key of the ledger signed its checkpoint"
        case signature = "a known key's signature on its checkpoint is not valid"
        case noEntry = "it does not carry the entry"
        case root = "its path does not lead to the checkpoint's root"
        case entry = "the entry is not well-formed"
        case content = "its content is not what the entry's authors signed"
        case parts = "a part that was handed over is not what the entry's authors signed and withheld"
        case author = "a signature in the entry is not valid"
    }

    public struct Signer: Hashable, Sendable {
        public let nameAndID: String
        /// False where the key is not at hand: then the signature was not checked.
        public let isVerified: Bool
    }

    public private(set) var faults: [Fault] = []
    public private(set) var leaf: Hash?
    public private(set) var statementHash: Hash?
    public private(set) var recorded: RecordedDay?
    public private(set) var signers: [Signer] = []
    public private(set) var disclosures: [Disclosure] = []
    /// Parts that were handed over, and that the public did not get.
    public private(set) var handed: [SignedPart] = []
    /// How many parts the entry's authors signed.
    public private(set) var partCount = 0
    public let signatures: CheckpointSignatures

    /// `keys`: public keys at hand, by whatever name: `Keys/*.pem`.
    public init(_ proof: TlogProof, policy: Policy, keys: [[UInt8]]) {
        signatures = CheckpointSignatures(proof.checkpoint, policy)
        if !signatures.isOriginRight { faults.append(.origin) }
        if !signatures.invalid.isEmpty { faults.append(.signature) }
        if signatures.ledger.isEmpty { faults.append(.unsigned) }
        guard let entry = proof.entry else {
            faults.append(.noEntry)
            return
        }
        let leaf = Hash.leaf(entry.span)
        self.leaf = leaf
        if proof.inclusion.root(leaf: leaf) != proof.checkpoint.checkpoint.root { faults.append(.root) }
        read(entry, proof, policy, keys)
    }

    /// The same for parts that were handed over with the proof.
    public init(_ handed: HandedParts, policy: Policy, keys: [[UInt8]]) {
        self.init(handed.proof, policy: policy, keys: keys)
        guard let statement = handed.proof.entry.flatMap({ Statement.inEntry($0)?.statement }) else { return }
        let shown = Set(disclosures.map(\.digest))
        let parts = statement.parts(disclosures: handed.disclosures)
        for disclosure in handed.disclosures {
            let digest = Hash.sha256(disclosure)
            guard let part = parts.first(where: { $0.digest == digest && $0.content.value != nil }),
                part.opened(by: disclosure) != nil, statement.withholds(digest), !shown.contains(digest)
            else {
                if !faults.contains(.parts) { faults.append(.parts) }
                continue
            }
            self.handed.append(part)
        }
    }

    private mutating func read(_ bytes: [UInt8], _ proof: TlogProof, _ policy: Policy, _ keys: [[UInt8]]) {
        var digests: [SignedDigest] = []
        let span = bytes.span
        let entry = ScannedEntry(index: proof.inclusion.index, 0..<bytes.count, span, digests: &digests)
        guard case .good(let header, let statement, let hash) = entry.form, header.index == entry.index,
            sameText(span.extracting(statement.ledger), policy.origin.text)
        else {
            faults.append(.entry)
            return
        }
        (statementHash, recorded, partCount) = (hash, header.recorded, digests.count)
        readSigners(statement, span, keys)
        let bundle = Bundle(index: entry.index / Limits.tileWidth, entry: entry, digests: digests, bytes: bytes)
        readContent(proof.content, bundle)
    }

    private mutating func readSigners(_ statement: StatementLayout, _ bytes: Span<UInt8>, _ keys: [[UInt8]]) {
        var candidates = CandidateKeys()
        let names = String(utf8: bytes.extracting(statement.by)).split(separator: " ").map(String.init)
        var known: Set<String> = []
        for nameAndID in names {
            let name = String(nameAndID.dropLast(9))
            for material in keys {
                guard let key = try? VerifierKey(name: name, publicKey: material), key.nameAndID == nameAndID else {
                    continue
                }
                candidates.add(key)
                known.insert(nameAndID)
            }
        }
        let check = SignatureCheck(statement, bytes, candidates)
        for (place, name) in names.enumerated() {
            if !check.linesMatch || (known.contains(name) && !check.isValid(place)), !faults.contains(.author) {
                faults.append(.author)
            }
            signers.append(Signer(nameAndID: name, isVerified: check.linesMatch && check.isValid(place)))
        }
    }

    private mutating func readContent(_ line: [UInt8], _ bundle: Bundle) {
        guard !line.isEmpty else { return }
        let check = ContentCheck(0..<line.count - 1, line.span, bundle)
        var layouts: [DisclosureLayout] = []
        guard check.fault == nil, check.entry == bundle.entries.first?.index,
            (try? ContentLine.scan(0..<line.count - 1, line.span, &layouts)) != nil
        else {
            faults.append(.content)
            return
        }
        disclosures = layouts.compactMap { Disclosure($0, line.span) }
    }

    private func sameText(_ bytes: Span<UInt8>, _ text: String) -> Bool {
        let other = Array(text.utf8)
        return sameBytes(bytes, other.span)
    }
}
