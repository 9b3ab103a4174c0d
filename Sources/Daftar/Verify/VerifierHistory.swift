/// What a verification knows of the entries it has passed: bounded memory for each, the rest is read again when asked.
struct VerifierHistory: LedgerHistory {
    let reader: BundleReader
    let survey: TreeSurvey
    private(set) var statements = StatementTable()
    /// Where each entry begins in its bundle, and so where the one before it ends. 0xFFFF_FFFF: it could not be cut.
    private var offsets = PagedArray<UInt32>()
    private var lengths = PagedArray<UInt16>()

    init(reader: BundleReader, survey: TreeSurvey) {
        (self.reader, self.survey) = (reader, survey)
    }

    /// Notes an entry, in order; nil for one that is missing.
    mutating func add(_ entry: ScannedEntry?) {
        offsets.append(entry.map { UInt32($0.range.lowerBound) } ?? .max)
        lengths.append(entry.map { UInt16($0.range.count) } ?? 0)
        if let entry, let hash = entry.statementHash { statements.add(hash, entry: entry.index) }
    }

    func entry(ofStatement hash: Hash) -> Int? { statements.entry(of: hash) }

    func root(atSize size: Int) -> Hash? { survey.root(atSize: size) }

    func bytes(ofEntry index: Int) -> [UInt8]? {
        guard index < offsets.count, offsets[index] != .max else { return nil }
        let bundle = index / Limits.tileWidth
        let offset = Int(offsets[index]), count = Int(lengths[index])
        for width in [reader.width(bundle), Limits.tileWidth] {
            if let bytes = try? reader.files.read(.entries(index: bundle, width: width), from: offset, count: count),
                bytes.count == count
            {
                return bytes
            }
        }
        return nil
    }
}
