/// A place in bytes that moves forward: the one way in which lines and fields are read.
///
/// It holds only positions; the bytes are handed in at each step, so that it can be kept where a `Span` cannot.
struct ByteReader {
    private(set) var position: Int
    let end: Int

    init(from start: Int, to end: Int) {
        (self.position, self.end) = (start, end)
    }

    var isAtEnd: Bool { position == end }

    /// Steps over exactly `text`; false, and stays, where something else stands there.
    @inline(__always)
    mutating func skip(_ text: StaticString, in bytes: Span<UInt8>) -> Bool {
        let count = text.utf8CodeUnitCount
        guard end - position >= count else { return false }
        for i in 0..<count where unsafe bytes[position + i] != text.utf8Start[i] { return false }
        position += count
        return true
    }

    /// Everything up to the next newline, which is stepped over; nil where there is none.
    @inline(__always)
    mutating func line(in bytes: Span<UInt8>) -> Range<Int>? {
        upTo(UInt8(ascii: "\n"), in: bytes)
    }

    /// Everything up to the next `stop`, which is stepped over; nil where there is none.
    @inline(__always)
    mutating func upTo(_ stop: UInt8, in bytes: Span<UInt8>) -> Range<Int>? {
        var i = position
        while i < end {
            while end - i >= 8, !EightBytes(bytes, at: i).mayContain(stop) { i += 8 }
            guard i < end else { break }
            if bytes[i] == stop {
                let range = position..<i
                position = i + 1
                return range
            }
            i += 1
        }
        return nil
    }

    /// A decimal number as one writes it: no sign, no leading zero, at most 2^53 − 1. Nil, and stays, for anything else.
    @inline(__always)
    mutating func number(in bytes: Span<UInt8>) -> Int? {
        var i = position
        var value = 0
        while i < end, bytes[i] >= 48, bytes[i] <= 57 {
            if i > position, bytes[position] == 48 { return nil }
            value = value * 10 + Int(bytes[i] - 48)
            if value > Limits.integer { return nil }
            i += 1
        }
        guard i > position else { return nil }
        position = i
        return value
    }
}

/// True where both spans hold the same bytes.
@inline(__always)
func sameBytes(_ x: Span<UInt8>, _ y: Span<UInt8>) -> Bool {
    guard x.count == y.count else { return false }
    for i in x.indices where x[i] != y[i] { return false }
    return true
}

/// Orders by bytes: negative where `x` comes first, 0 where both are the same.
@inline(__always)
package func compareBytes(_ x: Span<UInt8>, _ y: Span<UInt8>) -> Int {
    for i in 0..<min(x.count, y.count) where x[i] != y[i] { return Int(x[i]) - Int(y[i]) }
    return x.count - y.count
}

extension String {
    /// The text of bytes that are known to be UTF-8; anything else becomes U+FFFD.
    package init(utf8 bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
}

extension Array where Element == UInt8 {
    /// A copy of the bytes of a span.
    init(copying bytes: Span<UInt8>) {
        self = unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }
    }
}
