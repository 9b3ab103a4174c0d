/// Takes JSON Lines apart while their file comes in piece by piece.
struct LineSplitter {
    private var rest: [UInt8] = []
    private var number = 1

    /// Longer than any line that is read, so that what is refused is not gathered first.
    private static let limit = 5 << 20

    /// The lines that are whole now, without those that are blank.
    mutating func add(_ bytes: [UInt8], isLast: Bool) -> [(number: Int, bytes: [UInt8])] {
        var lines: [(number: Int, bytes: [UInt8])] = [], start = 0
        func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }
        while let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) {
            let line = rest + bytes[start..<end]
            if !isBlank(line[...]) { lines.append((number, line)) }
            (rest, number, start) = ([], number + 1, end + 1)
        }
        // What is beyond the limit is only as long as to be refused.
        rest += bytes[start...].prefix(max(0, Self.limit - rest.count))
        if isLast, !isBlank(rest[...]) { lines.append((number, rest)) }
        return lines
    }
}
