/// Where everything in a statement stands: the result of one strict pass over its bytes, which it does not copy.
///
/// ```
/// daftar/statement@v1
/// ledger daftar.example/central-asia
/// by daftar.example/central-asia/recorder+9f2c01aa
/// seen 12 CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=
/// {"_sd":["0GL7…="],"type":"event"}
///
/// — daftar.example/central-asia/recorder nywBqg…
/// ```
/// Positions count from the start of the bytes that were scanned, which may be a whole bundle.
public struct StatementLayout: Sendable {
    public enum ParseError: Error, Hashable, Sendable {
        /// `daftar/statement@v2` and up: written for a newer verifier.
        case newerVersion
        case firstLine, ledger, by, byOrder, tooManyKeys, seen, signatureLine
        case noSignature
        case body(JSONError)
        case bodyIsNoObject
        case type
    }

    /// The five lines, with the last newline: what is signed, and what the statement hash is over.
    public let text: Range<Int>
    public let ledger: Range<Int>
    /// The keys that sign, `name+id` each, separated by one space.
    public let by: Range<Int>
    public let signerCount: Int
    public let seenSize: Int
    public let seenRoot: Hash
    public let body: BodyLayout
    /// The signature lines.
    let signatures: Range<Int>

    /// Reads the statement from `reader` to its end. Digests of the body are appended to `digests`.
    static func scan(
        _ reader: inout ByteReader, _ bytes: Span<UInt8>, digests: inout [SignedDigest]
    ) throws(ParseError) -> StatementLayout {
        let start = reader.position
        switch FormatVersion.scan("daftar/statement@v", &reader, bytes) {
        case .one: break
        case .higher: throw .newerVersion
        case nil: throw .firstLine
        }
        guard reader.skip("ledger ", in: bytes), let ledger = reader.line(in: bytes) else { throw .ledger }
        guard reader.skip("by ", in: bytes), let by = reader.line(in: bytes) else { throw .by }
        let signerCount = try checkSigners(by, bytes)
        guard reader.skip("seen ", in: bytes), let seenSize = reader.number(in: bytes), reader.skip(" ", in: bytes),
            let root = reader.line(in: bytes), root.count == Hash.base64Count,
            let seenRoot = Hash(base64: bytes, at: root.lowerBound)
        else { throw .seen }
        guard let line = reader.line(in: bytes) else { throw .body(JSONError(reason: .endsTooEarly, offset: 0)) }
        let body = try BodyLayout.scan(line, bytes, digests: &digests)
        let text = start..<reader.position
        let signatures = try scanSignatures(&reader, bytes)
        return StatementLayout(
            text: text, ledger: ledger, by: by, signerCount: signerCount, seenSize: seenSize, seenRoot: seenRoot,
            body: body, signatures: signatures)
    }

    /// Checks that `by` is 1–16 of `name+id`, ascending by bytes; how many they are.
    private static func checkSigners(_ by: Range<Int>, _ bytes: Span<UInt8>) throws(ParseError) -> Int {
        var reader = ByteReader(from: by.lowerBound, to: by.upperBound)
        var previous: Range<Int>?
        var count = 0
        while let signer = SignerName.next(&reader, bytes) {
            guard signer.isWellFormed(bytes) else { throw .by }
            if let previous, compareBytes(bytes.extracting(previous), bytes.extracting(signer.whole)) >= 0 {
                throw .byOrder
            }
            previous = signer.whole
            count += 1
            guard count <= Limits.signatures else { throw .tooManyKeys }
        }
        guard count > 0, bytes[by.upperBound - 1] != UInt8(ascii: " ") else { throw .by }
        return count
    }

    private static func scanSignatures(
        _ reader: inout ByteReader, _ bytes: Span<UInt8>
    ) throws(ParseError) -> Range<Int> {
        guard reader.skip("\n", in: bytes) else { throw .noSignature }
        let start = reader.position
        var count = 0
        while !reader.isAtEnd {
            guard count < Limits.signatures, let line = SignatureLine.scan(&reader, bytes), line.isCanonical(bytes)
            else {
                throw .signatureLine
            }
            count += 1
        }
        guard count > 0 else { throw .noSignature }
        return start..<reader.position
    }
}

/// One of the keys in `by`: `name+id`.
struct SignerName {
    let whole: Range<Int>

    /// The next key of the list; nil at its end.
    @inline(__always)
    static func next(_ reader: inout ByteReader, _ bytes: Span<UInt8>) -> SignerName? {
        if let range = reader.upTo(UInt8(ascii: " "), in: bytes) { return SignerName(whole: range) }
        guard !reader.isAtEnd else { return nil }
        let range = reader.position..<reader.end
        reader = ByteReader(from: reader.end, to: reader.end)
        return SignerName(whole: range)
    }

    /// The name before `+`.
    var name: Range<Int> { whole.lowerBound..<max(whole.lowerBound, whole.upperBound - 9) }

    func id(_ bytes: Span<UInt8>) -> UInt32? {
        guard whole.count > 9, bytes[whole.upperBound - 9] == UInt8(ascii: "+") else { return nil }
        return VerifierKey.parseID(bytes.extracting(whole.upperBound - 8..<whole.upperBound))
    }

    /// ASCII 0x21–0x7E without a second `+`, and eight hex digits.
    func isWellFormed(_ bytes: Span<UInt8>) -> Bool {
        guard id(bytes) != nil, name.count <= Limits.origin + 1 + Limits.keyLabel else { return false }
        for i in name where bytes[i] < 0x21 || bytes[i] > 0x7E || bytes[i] == UInt8(ascii: "+") { return false }
        return true
    }
}
