/// Most of a text is plain: printable ASCII without quote or backslash. Eight bytes of it are seen at once.
enum PlainText {
    private static let ones: UInt64 = 0x0101_0101_0101_0101
    private static let highs: UInt64 = 0x8080_8080_8080_8080

    /// True where none of the eight bytes from `position` on needs a closer look: each is 0x20–0x7E, no `"`, no `\`.
    @inline(__always)
    static func isPlain(eight bytes: Span<UInt8>, at position: Int) -> Bool {
        let word = unsafe bytes.bytes.unsafeLoadUnaligned(fromByteOffset: position, as: UInt64.self)
        // x − 0x20 borrows into the high bit of a byte below 0x20; so do the others for a byte that is zero.
        let below = word &- ones &* 0x20 & ~word
        let found = below | zero(word ^ ones &* 0x22) | zero(word ^ ones &* 0x5C) | zero(word ^ ones &* 0x7F) | word
        return found & highs == 0
    }

    /// A high bit in each byte that is zero, and maybe in ones above it: enough to take a closer look.
    @inline(__always)
    private static func zero(_ word: UInt64) -> UInt64 { word &- ones & ~word }
}
