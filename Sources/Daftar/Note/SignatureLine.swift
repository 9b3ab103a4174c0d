/// One signature line of a note, found in place: `— name base64(id || signature)`.
struct SignatureLine {
    let name: Range<Int>
    let id: UInt32
    /// The base64 of the four bytes of the ID and the signature.
    let base64: Range<Int>

    /// Reads the line at `reader`; nil where it has not exactly this form.
    @inline(__always)
    static func scan(_ reader: inout ByteReader, _ bytes: Span<UInt8>) -> SignatureLine? {
        guard reader.skip("\u{2014} ", in: bytes), let name = reader.upTo(UInt8(ascii: " "), in: bytes), !name.isEmpty,
            let base64 = reader.line(in: bytes), base64.count >= 8, base64.count % 4 == 0,
            let id = id(bytes, at: base64.lowerBound)
        else { return nil }
        return SignatureLine(name: name, id: id, base64: base64)
    }

    /// The four bytes before the signature, of which there is one at least.
    @inline(__always)
    private static func id(_ bytes: Span<UInt8>, at start: Int) -> UInt32? {
        let (bits, isValid) = EightBytes(bytes, at: start).base64
        if isValid { return UInt32(truncatingIfNeeded: bits >> 16) }
        guard let head = Base64.decode(bytes.extracting(start..<start + 8)), head.count >= 5 else { return nil }
        return head[..<4].reduce(0) { $0 << 8 | UInt32($1) }
    }

    /// True where the base64 is the one spelling of its bytes.
    @inline(__always)
    func isCanonical(_ bytes: Span<UInt8>) -> Bool { Base64.isCanonical(bytes.extracting(base64)) }

    /// The signature's own bytes, after the ID; nil where the base64 is not canonical.
    @inline(__always)
    func signature(_ bytes: Span<UInt8>) -> ArraySlice<UInt8>? {
        Base64.decode(bytes.extracting(base64))?.dropFirst(4)
    }
}
