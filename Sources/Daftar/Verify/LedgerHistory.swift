/// What the judgement of an entry asks about the entries before it. A verifier answers from the published files, the
/// writer from its store.
public protocol LedgerHistory {
    /// The entry that holds the statement with this hash.
    func entry(ofStatement hash: Hash) -> Int?
    /// The root of the tree of the first `size` entries; nil where the history has not so many.
    func root(atSize size: Int) -> Hash?
    /// The bytes of an entry; nil where they can't be had.
    func bytes(ofEntry index: Int) -> [UInt8]?
}

/// An earlier entry that a statement is about, as far as the judgement needs it.
struct ReferencedEntry {
    let index: Int
    let type: StatementType
    /// Its `by`, a key each.
    let signers: [String]
    /// Ascending by hash.
    let digests: [SignedDigest]

    init?(_ index: Int, in history: some LedgerHistory) {
        guard let bytes = history.bytes(ofEntry: index) else { return nil }
        var reader = ByteReader(from: 0, to: bytes.count)
        var digests: [SignedDigest] = []
        guard (try? EntryHeader.scan(&reader, bytes.span)) != nil,
            let statement = try? StatementLayout.scan(&reader, bytes.span, digests: &digests)
        else { return nil }
        self.index = index
        type = statement.body.type
        signers = String(utf8: bytes.span.extracting(statement.by)).split(separator: " ").map(String.init)
        self.digests = digests
    }

    /// The signed digest with this hash.
    func digest(_ hash: Hash) -> SignedDigest? {
        var low = 0, high = digests.count
        while low < high {
            let middle = (low + high) / 2
            if digests[middle].hash < hash { low = middle + 1 } else { high = middle }
        }
        return low < digests.count && digests[low].hash == hash ? digests[low] : nil
    }
}
