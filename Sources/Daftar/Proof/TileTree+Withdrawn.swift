extension TileTree {
    /// What entries from `index` on withdraw from a statement: it is handed to nobody, whatever the files still hold.
    ///
    /// Who signed them is not looked at: that is for the whole ledger to say, and to leave out too much harms nobody.
    public func withdrawn(from statement: Hash, since index: Int) throws(LedgerReadError) -> Set<Hash> {
        var withdrawn: Set<Hash> = []
        for number in index / Limits.tileWidth..<max(reader.count, index / Limits.tileWidth) {
            guard let bundle = try reader.bundle(number) else { continue }
            for range in EntryBundle.cut(bundle.bytes.span, width: bundle.width).entries {
                guard TileTree.mayWithdraw(range, bundle.bytes.span),
                    let entry = Statement.inEntry(Array(bundle.bytes[range]))?.statement, entry.type == .withdrawal,
                    let body = try? CanonicalJSON.parse(entry.body), body["of"]?.string == statement.base64
                else { continue }
                withdrawn.formUnion((body["digests"]?.strings ?? []).compactMap { Hash(base64: $0) })
            }
        }
        return withdrawn
    }

    /// True where the body begins as a list of digests does: the tenth line of an entry.
    private static func mayWithdraw(_ range: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var reader = ByteReader(from: range.lowerBound, to: range.upperBound)
        for _ in 0..<9 { if reader.line(in: bytes) == nil { return false } }
        return reader.skip("{\"digests\":", in: bytes)
    }
}
