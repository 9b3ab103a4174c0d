/// One member of a gzip file (RFC 1952): a WARC has one for each record.
enum GzipMember {
    static let magic: [UInt8] = [0x1F, 0x8B, 8]

    /// Unpacks the member at the cursor, checks its CRC and length, and leaves the cursor behind it.
    static func read(
        _ cursor: inout CaptureCursor, limit: Int, _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        let head = try cursor.take(10)
        guard Array(head[..<3]) == magic, head[3] & 0xE0 == 0 else { throw CaptureFault("is no gzip") }
        try skipOptions(head[3], &cursor)
        var inflate = Inflate(cursor, limit: limit), crc = CRC32(), count = 0
        try inflate.run { piece in
            crc.update(piece)
            count += piece.count
            try body(piece)
        }
        cursor = inflate.input.cursor
        let tail = try cursor.take(8)
        guard tail.number(at: 0, bytes: 4) == Int(crc.value), tail.number(at: 4, bytes: 4) == count & 0xFFFF_FFFF else {
            throw CaptureFault("unpacks to something else than it says (CRC or length)")
        }
    }

    private static func skipOptions(_ flags: UInt8, _ cursor: inout CaptureCursor) throws {
        if flags & 4 != 0 { _ = try cursor.take(try cursor.take(2).number(at: 0, bytes: 2) ?? 0) }
        for flag: UInt8 in [8, 16] where flags & flag != 0 {
            var count = 0
            while let byte = try cursor.next(), byte != 0 {
                count += 1
                guard count < 1 << 16 else { throw CaptureFault("has a name of no end") }
            }
        }
        if flags & 2 != 0 { _ = try cursor.take(2) }
    }
}
