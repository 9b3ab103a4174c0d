import DaftarStore

/// Lines of files that were read already, for what is found only when all of them are known.
struct SourceExcerpts {
    private var lines: [String: [Int: String]] = [:]
    /// So many lines, and so much of each, are looked up.
    private static let limit = 2_000, length = 4_096

    init(_ wanted: [(path: String, line: Int)], _ session: Session) {
        var numbers: [String: Set<Int>] = [:]
        for (path, line) in wanted.prefix(Self.limit) { numbers[path, default: []].insert(line) }
        for (path, numbers) in numbers { lines[path] = Self.read(session.path(path), numbers) }
    }

    /// Empty for a line that could not be read once more.
    subscript(path: String, line: Int) -> String { lines[path]?[line] ?? "" }

    private static func read(_ path: String, _ numbers: Set<Int>) -> [Int: String] {
        guard var pieces = try? FilePieces(path, limit: InputFile.limit) else { return [:] }
        var lines: [Int: String] = [:], line: [UInt8] = [], number = 1, last = numbers.max() ?? 0
        while number <= last, let piece = try? pieces.next() {
            for byte in piece.bytes {
                if byte == UInt8(ascii: "\n") {
                    if numbers.contains(number) { lines[number] = String(decoding: line, as: UTF8.self) }
                    (line, number) = ([], number + 1)
                } else if line.count < length, byte != UInt8(ascii: "\r") {
                    line.append(byte)
                }
            }
            if piece.isLast { last = 0 }
        }
        if numbers.contains(number), lines[number] == nil { lines[number] = String(decoding: line, as: UTF8.self) }
        return lines
    }
}
