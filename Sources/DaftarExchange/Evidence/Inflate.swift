/// Deflate (RFC 1951), read strictly and in pieces: nothing that a stream says makes it take more memory than its window.
///
/// ```swift
/// var inflate = Inflate(cursor, limit: limit)
/// try inflate.run { piece in … }
/// cursor = inflate.input.cursor           // behind the stream
/// ```
/// Ours, and not a system library: captures are hostile, and this way no byte of them reaches code that is not memory-safe.
struct Inflate {
    private(set) var input: BitInput
    private var window: [UInt8] = []
    private var written = 0
    private let start: Int
    private let limit: Int
    private static let windowSize = 1 << 15, piece = 1 << 17

    /// - Parameter limit: the most bytes that may come out.
    init(_ cursor: CaptureCursor, limit: Int) {
        (input, start, self.limit) = (BitInput(cursor), cursor.offset, limit)
        window.reserveCapacity(Self.piece + 300)
    }

    /// Hands out everything, in pieces.
    mutating func run(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        var isLast = false
        while !isLast {
            isLast = try input.bits(1) == 1
            switch try input.bits(2) {
            case 0: try stored(body)
            case 1: try compressed(.fixedLiterals, .fixedDistances, body)
            case 2:
                let (literals, distances) = try dynamicCodes()
                try compressed(literals, distances, body)
            default: throw CaptureFault("is no deflate stream")
            }
        }
        try flush(keeping: 0, body)
    }

    // MARK: Blocks

    private mutating func stored(_ body: (ArraySlice<UInt8>) throws -> Void) throws {
        input.align()
        let count = try input.bits(16), check = try input.bits(16)
        guard count == ~check & 0xFFFF else { throw CaptureFault("has a stored block whose length contradicts itself") }
        for _ in 0..<count { try put(UInt8(truncatingIfNeeded: try input.bits(8)), body) }
    }

    private mutating func compressed(
        _ literals: PrefixCode, _ distances: PrefixCode, _ body: (ArraySlice<UInt8>) throws -> Void
    ) throws {
        while true {
            let symbol = try literals.read(&input)
            if symbol < 256 {
                try put(UInt8(truncatingIfNeeded: symbol), body)
                continue
            }
            if symbol == 256 { return }
            guard symbol <= 285 else { throw CaptureFault("is no deflate stream") }
            let (base, extra) = Self.lengths[symbol - 257]
            let length = base + (try input.bits(extra)), code = try distances.read(&input)
            guard code < 30 else { throw CaptureFault("is no deflate stream") }
            let (near, more) = Self.distances[code]
            try repeatBytes(length, back: near + (try input.bits(more)), body)
        }
    }

    private mutating func dynamicCodes() throws -> (PrefixCode, PrefixCode) {
        let literals = try input.bits(5) + 257, distances = try input.bits(5) + 1, count = try input.bits(4) + 4
        guard literals <= 286, distances <= 30 else { throw CaptureFault("is no deflate stream") }
        var order = [UInt8](repeating: 0, count: 19)
        for place in Self.order.prefix(count) { order[place] = UInt8(truncatingIfNeeded: try input.bits(3)) }
        let code = try PrefixCode(order)
        var lengths: [UInt8] = []
        while lengths.count < literals + distances {
            let symbol = try code.read(&input)
            let (value, times): (UInt8, Int) =
                switch symbol {
                case 0..<16: (UInt8(truncatingIfNeeded: symbol), 1)
                case 16: (lengths.last ?? 255, 3 + (try input.bits(2)))
                case 17: (0, 3 + (try input.bits(3)))
                default: (0, 11 + (try input.bits(7)))
                }
            guard value < 16, lengths.count + times <= literals + distances else {
                throw CaptureFault("is no deflate stream")
            }
            lengths += [UInt8](repeating: value, count: times)
        }
        guard lengths[256] > 0 else { throw CaptureFault("is no deflate stream") }
        return (
            try PrefixCode(Array(lengths[..<literals])), try PrefixCode(Array(lengths[literals...]), mayBeEmpty: true)
        )
    }

    // MARK: Output

    private mutating func put(_ byte: UInt8, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        window.append(byte)
        written += 1
        if window.count >= Self.piece { try flush(keeping: Self.windowSize, body) }
    }

    private mutating func repeatBytes(_ length: Int, back: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard back <= window.count else { throw CaptureFault("is no deflate stream") }
        for _ in 0..<length { window.append(window[window.count - back]) }
        written += length
        if window.count >= Self.piece { try flush(keeping: Self.windowSize, body) }
    }

    private var handed = 0

    /// Hands out what was not yet; the last bytes stay for what repeats them.
    private mutating func flush(keeping kept: Int, _ body: (ArraySlice<UInt8>) throws -> Void) throws {
        guard written <= limit, written <= (input.cursor.offset - start + 64) * CaptureLimits.ratio else {
            throw CaptureFault("unpacks to more than it may: a zip bomb?")
        }
        try body(window[handed...])
        window.removeFirst(max(0, window.count - kept))
        handed = window.count
    }

    private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    private static let lengths =
        table(3, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5]) + [(258, 0)]
    private static let distances = table(1, [0, 0, 0, 0] + (1...13).flatMap { [$0, $0] })

    private static func table(_ first: Int, _ extra: [Int]) -> [(Int, Int)] {
        var base = first
        return extra.map { bits in
            defer { base += 1 << bits }
            return (base, bits)
        }
    }
}

/// Bits of a stream, the lowest of each byte first.
struct BitInput {
    private(set) var cursor: CaptureCursor
    private var held: UInt32 = 0
    private var count = 0

    init(_ cursor: CaptureCursor) { self.cursor = cursor }

    /// The next `wanted` bits, at most 16; no byte is read that is not needed.
    mutating func bits(_ wanted: Int) throws -> Int {
        while count < wanted {
            guard let byte = try cursor.next() else { throw CaptureFault("ends in the middle") }
            held |= UInt32(byte) << UInt32(count)
            count += 8
        }
        defer {
            held >>= UInt32(wanted)
            count -= wanted
        }
        return Int(held & (1 << UInt32(wanted) - 1))
    }

    /// Steps to the next whole byte.
    mutating func align() { (held, count) = (0, 0) }
}

/// A prefix code by the lengths of its words (RFC 1951 §3.2.2).
struct PrefixCode {
    /// How many words have each length, and the symbols in the order of their words.
    private var counts = [Int](repeating: 0, count: 16)
    private var symbols: [Int] = []

    /// - Throws: where there are more words than fit, or fewer than a decoder needs.
    init(_ lengths: [UInt8], mayBeEmpty: Bool = false) throws {
        for length in lengths where length > 0 { counts[Int(length)] += 1 }
        var left = 1
        for length in 1...15 {
            left = left << 1 - counts[length]
            guard left >= 0 else { throw CaptureFault("is no deflate stream") }
        }
        for length in 1...15 {
            symbols += lengths.indices.filter { Int(lengths[$0]) == length }
        }
        // Only a code of one word may be incomplete; one of none may be there where nothing is repeated.
        guard left == 0 || symbols.count == 1 || symbols.isEmpty && mayBeEmpty else {
            throw CaptureFault("is no deflate stream")
        }
    }

    func read(_ input: inout BitInput) throws -> Int {
        var (code, first, index) = (0, 0, 0)
        for length in 1...15 {
            code |= try input.bits(1)
            let count = counts[length]
            if code - first < count { return symbols[index + code - first] }
            (index, first) = (index + count, (first + count) << 1)
            code <<= 1
        }
        throw CaptureFault("is no deflate stream")
    }

    static let fixedLiterals = fixed(
        [UInt8](repeating: 8, count: 144) + [UInt8](repeating: 9, count: 112) + [UInt8](repeating: 7, count: 24)
            + [UInt8](repeating: 8, count: 8))
    static let fixedDistances = fixed([UInt8](repeating: 5, count: 30))

    private static func fixed(_ lengths: [UInt8]) -> PrefixCode { PrefixCode(known: lengths) }

    /// Of lengths that are known to fit.
    private init(known lengths: [UInt8]) {
        for length in lengths { counts[Int(length)] += 1 }
        for length in 1...15 { symbols += lengths.indices.filter { Int(lengths[$0]) == length } }
    }
}
