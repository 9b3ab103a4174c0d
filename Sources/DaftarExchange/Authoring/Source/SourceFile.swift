/// A file that somebody wrote.
struct SourceFile: Sendable {
    /// The path as the person gave it.
    let path: String
    let bytes: [UInt8]
    /// The number of the first line: more than 1 for one line of a JSON Lines file.
    let firstLine: Int
    /// JSON needs no advice about YAML's quotes.
    let isJSON: Bool

    init(path: String, bytes: [UInt8], firstLine: Int = 1, isJSON: Bool = false) {
        (self.path, self.bytes, self.firstLine, self.isJSON) = (path, bytes, firstLine, isJSON)
    }

    /// Largest file that is read (AUTHORING).
    static let limit = 4 << 20
}

/// The lines of a file, for diagnostics that show them. Made only for a file that has something wrong with it.
struct SourceLines: Sendable {
    private let file: SourceFile
    private let starts: [Int]

    init(_ file: SourceFile) {
        self.file = file
        starts = [0] + file.bytes.indices.filter { file.bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
    }

    /// The text of a line, without its end; empty for a line that the file doesn't have.
    subscript(number: Int) -> String {
        let i = number - file.firstLine
        guard starts.indices.contains(i) else { return "" }
        let end = i + 1 < starts.count ? starts[i + 1] - 1 : file.bytes.count
        return String(decoding: file.bytes[starts[i]..<max(starts[i], end)], as: UTF8.self)
    }

    /// Where `text` stands at or after `place`: the one way to point into text that YAML folded over several lines.
    func find(_ text: String, from place: SourcePlace) -> SourcePlace? {
        let wanted = Array(text.unicodeScalars)
        for number in place.line..<min(place.line + 500, file.firstLine + starts.count) {
            let line = Array(self[number].unicodeScalars)
            let from = number == place.line ? place.column - 1 : 0
            guard from <= line.count - wanted.count else { continue }
            let start = (from...line.count - wanted.count).first { line[$0..<$0 + wanted.count].elementsEqual(wanted) }
            if let start { return SourcePlace(line: number, column: start + 1, length: wanted.count) }
        }
        return nil
    }

    /// The character at `place`, where the line has one.
    func characters(from place: SourcePlace) -> [Unicode.Scalar] {
        Array(self[place.line].unicodeScalars.dropFirst(place.column - 1))
    }
}
