/// Reads canonical JSON (RFC 8785, with the limits of DESIGN §4) in one pass, without building anything.
///
/// Every method starts at `position`, accepts one thing in its only spelling, and leaves `position` behind it. There is
/// no white space to skip, so what is accepted is canonical by construction: there is nothing to write back and compare.
///
/// ```
/// {"_sd":["0GL7…="],"actors":[{"...":"Qw8e…="}],"type":"event"}
/// ```
public struct JSONScanner {
    public private(set) var position: Int
    /// Where the bytes that may be read end.
    public let end: Int
    /// How many more levels may be opened.
    private var levels: Int
    /// True once `_sd`, `...` or `_sd_alg` was a key: two places may have it, which their readers know.
    private(set) var sawReservedKey = false

    public init(from start: Int, to end: Int, levels: Int) {
        (self.position, self.end, self.levels) = (start, end, levels)
    }

    public var isAtEnd: Bool { position == end }

    // MARK: Structure

    /// The byte at `position`; 0, which begins nothing, at the end.
    @inline(__always)
    public func peek(_ bytes: Span<UInt8>) -> UInt8 { position < end ? bytes[position] : 0 }

    /// Steps over one structural byte, such as `:`.
    @inline(__always)
    public mutating func expect(_ byte: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
        guard position < end else { throw JSONError(reason: .endsTooEarly, offset: position) }
        guard bytes[position] == byte else { throw JSONError(reason: .notJSON, offset: position) }
        position += 1
    }

    /// Steps over one byte where it is this one.
    @inline(__always)
    public mutating func take(_ byte: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard position < end, bytes[position] == byte else { return false }
        position += 1
        return true
    }

    /// Steps into an object or array: `open` is `{` or `[`.
    @inline(__always)
    public mutating func enter(_ open: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
        try expect(open, bytes)
        guard levels > 0 else { throw JSONError(reason: .tooDeep, offset: position - 1) }
        levels -= 1
    }

    /// Steps out of an object or array, where `close` comes next.
    @inline(__always)
    public mutating func leave(_ close: UInt8, _ bytes: Span<UInt8>) -> Bool {
        guard take(close, bytes) else { return false }
        levels += 1
        return true
    }

    /// Steps out of an object or array, where `close` must come next.
    @inline(__always)
    public mutating func close(_ close: UInt8, _ bytes: Span<UInt8>) throws(JSONError) {
        try expect(close, bytes)
        levels += 1
    }

    /// The next key of an object and its `:`; its range without quotes. `previous` is the key before it, which it must follow.
    @inline(__always)
    public mutating func key(after previous: Range<Int>?, _ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        let start = position + 1
        try expect(UInt8(ascii: "\""), bytes)
        while position < end, isKeyByte(bytes[position]) { position += 1 }
        let range = start..<position
        if position > start, bytes[start] == UInt8(ascii: "_") || bytes[start] == UInt8(ascii: ".") {
            if ReservedKeys.contains(range, bytes) { sawReservedKey = true }
        }
        guard (1...Limits.jsonKey).contains(range.count), position < end, bytes[position] == UInt8(ascii: "\"") else {
            throw JSONError(reason: .key, offset: start)
        }
        position += 1
        if let previous, compareBytes(bytes.extracting(previous), bytes.extracting(range)) >= 0 {
            throw JSONError(reason: .keyOrder, offset: start)
        }
        try expect(UInt8(ascii: ":"), bytes)
        return range
    }

    /// Forgets a reserved key that stood where it may.
    mutating func allowReservedKey() { sawReservedKey = false }

    @inline(__always)
    private func isKeyByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Moves behind text that was recognised otherwise and that opens this many levels.
    mutating func move(to position: Int, opened: Int) {
        self.position = position
        levels -= opened
    }

    // MARK: Values

    /// Steps over any one value; its range.
    @discardableResult
    public mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        let start = position
        switch peek(bytes) {
        case UInt8(ascii: "\""): _ = try string(bytes)
        case UInt8(ascii: "{"): try object(bytes)
        case UInt8(ascii: "["): try array(bytes)
        case UInt8(ascii: "t"): try word("true", bytes)
        case UInt8(ascii: "f"): try word("false", bytes)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try integer(bytes)
        default: throw JSONError(reason: position < end ? .notJSON : .endsTooEarly, offset: position)
        }
        return start..<position
    }

    private mutating func object(_ bytes: Span<UInt8>) throws(JSONError) {
        try enter(UInt8(ascii: "{"), bytes)
        if leave(UInt8(ascii: "}"), bytes) { return }
        var previous: Range<Int>?
        repeat {
            previous = try key(after: previous, bytes)
            try value(bytes)
        } while take(UInt8(ascii: ","), bytes)
        try close(UInt8(ascii: "}"), bytes)
    }

    private mutating func array(_ bytes: Span<UInt8>) throws(JSONError) {
        try enter(UInt8(ascii: "["), bytes)
        if leave(UInt8(ascii: "]"), bytes) { return }
        repeat { try value(bytes) } while take(UInt8(ascii: ","), bytes)
        try close(UInt8(ascii: "]"), bytes)
    }

    private mutating func word(_ word: StaticString, _ bytes: Span<UInt8>) throws(JSONError) {
        var reader = ByteReader(from: position, to: end)
        guard reader.skip(word, in: bytes) else { throw JSONError(reason: .notJSON, offset: position) }
        position = reader.position
    }

    /// Steps over an integer: no fraction, no exponent, no `-0`.
    public mutating func integer(_ bytes: Span<UInt8>) throws(JSONError) -> Int {
        let start = position
        let isNegative = take(UInt8(ascii: "-"), bytes)
        var reader = ByteReader(from: position, to: end)
        guard let size = reader.number(in: bytes), !(isNegative && size == 0) else {
            throw JSONError(reason: .number, offset: start)
        }
        position = reader.position
        switch peek(bytes) {
        case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            throw JSONError(reason: .number, offset: start)
        default: return isNegative ? -size : size
        }
    }

    /// Steps over a string; the range between its quotes, escapes and all.
    @inline(__always)
    public mutating func string(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        try expect(UInt8(ascii: "\""), bytes)
        let start = position
        while position < end {
            while end - position >= 8, EightBytes(bytes, at: position).isPlain { position += 8 }
            guard position < end else { break }
            let byte = bytes[position]
            if byte == UInt8(ascii: "\"") {
                position += 1
                return start..<(position - 1)
            }
            if byte == UInt8(ascii: "\\") {
                try escape(bytes)
            } else if byte < 0x20 || byte == 0x7F {
                throw JSONError(reason: .character, offset: position)
            } else if byte < 0x80 {
                position += 1
            } else {
                try scalar(bytes)
            }
        }
        throw JSONError(reason: .endsTooEarly, offset: position)
    }

    /// `\"`, `\\`, `\n` and `\t` are all that RFC 8785 leaves to escape once the other controls are refused.
    private mutating func escape(_ bytes: Span<UInt8>) throws(JSONError) {
        guard position + 1 < end else { throw JSONError(reason: .endsTooEarly, offset: position) }
        switch bytes[position + 1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "n"), UInt8(ascii: "t"): position += 2
        default: throw JSONError(reason: .escape, offset: position)
        }
    }

    /// One character beyond ASCII: well-formed UTF-8 (Unicode 15, table 3-7), and none that DESIGN §4 refuses.
    private mutating func scalar(_ bytes: Span<UInt8>) throws(JSONError) {
        guard let (scalar, length) = UTF8Scalar.decode(bytes, at: position, end: end) else {
            throw JSONError(reason: .utf8, offset: position)
        }
        guard UTF8Scalar.isAllowedInText(scalar) else { throw JSONError(reason: .character, offset: position) }
        position += length
    }
}
