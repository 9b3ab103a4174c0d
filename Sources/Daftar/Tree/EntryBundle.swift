/// A file of entries: each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries").
public enum EntryBundle {
    /// Why a bundle can't be cut into its entries.
    public enum Fault: Error, Hashable, Sendable {
        /// The bytes end within entry `index` of the bundle, or before it.
        case short(index: Int)
        /// Bytes follow the last entry.
        case long
    }

    /// The most bytes that a bundle of `width` entries can have.
    public static func limit(width: Int) -> Int { width * (Limits.entry + 2) }

    /// Where each of `width` entries lies in `bytes`; what could be cut, and what was wrong.
    public static func cut(_ bytes: Span<UInt8>, width: Int) -> (entries: [Range<Int>], fault: Fault?) {
        var entries: [Range<Int>] = []
        entries.reserveCapacity(width)
        var position = 0
        for index in 0..<width {
            guard bytes.count - position >= 2 else { return (entries, .short(index: index)) }
            let length = Int(bytes[position]) << 8 | Int(bytes[position + 1])
            position += 2
            guard bytes.count - position >= length else { return (entries, .short(index: index)) }
            entries.append(position..<position + length)
            position += length
        }
        return (entries, position == bytes.count ? nil : .long)
    }

    /// Appends an entry behind its length. The entry is within its limit.
    public static func append(_ entry: [UInt8], to bundle: inout [UInt8]) {
        precondition(entry.count <= Limits.entry, "an entry fits its length prefix")
        bundle.append(UInt8(entry.count >> 8))
        bundle.append(UInt8(entry.count & 255))
        bundle.append(contentsOf: entry)
    }
}
