import Daftar

/// Reads one JSON value into the same tree as YAML: RFC 8259, with each key once and every place kept.
///
/// Numbers stay the characters that were written, as everywhere in an event file; `true`, `false` and `null` are refused,
/// because no field takes them. It checks UTF-8 and the characters of a text as it goes, so that a file of 100,000 events
/// is walked over once.
struct JSONReader {
    private let bytes: [UInt8]
    private let line: Int
    private var position = 0
    /// Bytes so far that only continue a character: columns count characters.
    private var continuations = 0
    private var levels = 0

    /// Most keys of one object.
    private static let keys = 500

    /// Where reading stopped, and why.
    private struct Stop: Error {
        let code: DiagnosticCode
        let message: String
        let place: SourcePlace
    }

    /// `true`, `false` and `null` are taken as the words that they are.
    private let takesLiterals: Bool

    private init(_ file: SourceFile, takesLiterals: Bool = false) {
        (bytes, line, self.takesLiterals) = (file.bytes, file.firstLine, takesLiterals)
    }

    /// The tree of JSON that another program wrote, and nobody will sign; nil for anything else.
    static func read(foreign bytes: [UInt8]) -> SourceNode? {
        var reader = JSONReader(SourceFile(path: "", bytes: bytes, isJSON: true), takesLiterals: true)
        guard let node = try? reader.value() else { return nil }
        reader.skipBlanks()
        return reader.position == reader.bytes.count ? node : nil
    }

    /// The tree of the one value that `findings.file` holds; nil, and a diagnostic, where it holds something else.
    ///
    /// - Parameter takesLiterals: `true`, `false` and `null` are taken as the words that they are.
    static func read(_ findings: inout Findings, takesLiterals: Bool = false) -> SourceNode? {
        var reader = JSONReader(findings.file, takesLiterals: takesLiterals)
        do throws(Stop) {
            let node = try reader.value()
            reader.skipBlanks()
            guard reader.position == reader.bytes.count else { throw reader.stop("one line holds one object") }
            return node
        } catch {
            findings.add(error.code, error.message, at: error.place, exact: true)
            return nil
        }
    }

    // MARK: Values

    private mutating func value() throws(Stop) -> SourceNode {
        skipBlanks()
        let start = here
        let content: SourceNode.Content
        switch byte {
        case UInt8(ascii: "\""): content = .scalar(try string(), .quoted)
        case UInt8(ascii: "{"): content = .map(try nested { reader throws(Stop) in try reader.members() })
        case UInt8(ascii: "["): content = .list(try nested { reader throws(Stop) in try reader.elements() })
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = .scalar(try number(), .plain)
        case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"):
            guard takesLiterals else { throw literal() }
            content = .scalar(word, .plain)
            position += word.utf8.count
        default: throw stop("expected a value")
        }
        return SourceNode(content: content, place: SourcePlace(line: line, column: start, length: here - start))
    }

    /// What is between brackets, one level down.
    private mutating func nested<R>(_ body: (inout JSONReader) throws(Stop) -> R) throws(Stop) -> R {
        guard levels < YAMLGuard.depth else { throw stop("nested deeper than \(YAMLGuard.depth) levels", .tooDeep) }
        levels += 1
        position += 1
        let result = try body(&self)
        levels -= 1
        return result
    }

    private mutating func members() throws(Stop) -> [SourceNode.Member] {
        var members: [SourceNode.Member] = []
        if take(UInt8(ascii: "}")) { return members }
        repeat {
            skipBlanks()
            let start = here
            guard byte == UInt8(ascii: "\"") else { throw stop("expected a key in quotes") }
            let key = try string()
            let place = SourcePlace(line: line, column: start, length: here - start)
            guard !isKnown(key, members) else {
                throw Stop(code: .keyDuplicate, message: "`\(key)` stands here twice", place: place)
            }
            guard take(UInt8(ascii: ":")) else { throw stop("expected `:`") }
            members.append(SourceNode.Member(key: key, keyPlace: place, value: try value()))
            guard members.count <= JSONReader.keys else { throw stop("more than \(JSONReader.keys) keys", .tooMany) }
        } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "}")) else { throw stop("expected `,` or `}`") }
        return members
    }

    /// An event has few keys at any place: looking through them is quicker than a set, and their number is limited.
    private func isKnown(_ key: String, _ members: [SourceNode.Member]) -> Bool {
        members.contains { $0.key == key }
    }

    private mutating func elements() throws(Stop) -> [SourceNode] {
        var elements: [SourceNode] = []
        if take(UInt8(ascii: "]")) { return elements }
        repeat { elements.append(try value()) } while take(UInt8(ascii: ","))
        guard take(UInt8(ascii: "]")) else { throw stop("expected `,` or `]`") }
        return elements
    }

    // MARK: Scalars

    /// `-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?`, as it stands.
    private mutating func number() throws(Stop) -> String {
        let start = position
        if byte == UInt8(ascii: "-") { position += 1 }
        let first = byte
        guard digits() == 1 || first != UInt8(ascii: "0") else { throw stop("a number with a zero before it") }
        if byte == UInt8(ascii: ".") { position += 1; guard digits() > 0 else { throw stop("expected a digit") } }
        if byte | 0x20 == UInt8(ascii: "e") {
            position += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { position += 1 }
            guard digits() > 0 else { throw stop("expected a digit") }
        }
        guard position > start + (bytes[start] == UInt8(ascii: "-") ? 1 : 0) else { throw stop("expected a digit") }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { position += 1 }
        return position - start
    }

    /// A string without its quotes, escapes resolved.
    private mutating func string() throws(Stop) -> String {
        position += 1
        let start = position
        var escaped: [UInt8]?
        while true {
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                if let escaped { return String(decoding: escaped, as: UTF8.self) }
                return String(decoding: bytes[start..<position - 1], as: UTF8.self)
            case UInt8(ascii: "\\"):
                if escaped == nil { escaped = Array(bytes[start..<position]) }
                escaped?.append(contentsOf: try escape())
            case 0..<0x20, 0x7F: throw stop(position < bytes.count ? "a control character" : "the string has no end")
            case 0x20..<0x7F:
                let run = position
                position = plainEnd
                escaped?.append(contentsOf: bytes[run..<position])
            default: try scalar(&escaped)
            }
        }
    }

    /// Where what stands for itself ends: ASCII without quotes, backslashes and controls.
    private var plainEnd: Int {
        let bytes = bytes.span
        var end = position
        while end < bytes.count, (0x20..<0x7F).contains(bytes[end]), bytes[end] != UInt8(ascii: "\""),
            bytes[end] != UInt8(ascii: "\\")
        { end += 1 }
        return end
    }

    private mutating func scalar(_ escaped: inout [UInt8]?) throws(Stop) {
        guard let (scalar, length) = UTF8Scalar.decode(bytes.span, at: position, end: bytes.count) else {
            throw stop("byte 0x\(TextGuard.hex(UInt32(byte))) is not UTF-8 here", .fileEncoding)
        }
        guard UTF8Scalar.isAllowedInText(scalar) else {
            throw stop(
                "U+\(TextGuard.hex(scalar, digits: 4)) may not be in a text: \(TextGuard.reason(scalar))",
                .fileCharacter)
        }
        escaped?.append(contentsOf: bytes[position..<position + length])
        position += length
        continuations += length - 1
    }

    /// `\n`, `\u0434`, and pairs of surrogates.
    private mutating func escape() throws(Stop) -> [UInt8] {
        let letter = position + 1 < bytes.count ? bytes[position + 1] : 0
        position += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
        case UInt8(ascii: "n"): return [0x0A]
        case UInt8(ascii: "t"): return [0x09]
        case UInt8(ascii: "r"): return [0x0D]
        case UInt8(ascii: "b"): return [0x08]
        case UInt8(ascii: "f"): return [0x0C]
        case UInt8(ascii: "u"): return try unicodeEscape()
        default:
            position -= 2
            throw stop("no such escape")
        }
    }

    private mutating func unicodeEscape() throws(Stop) -> [UInt8] {
        let unit = try hexUnit()
        guard (0xD800...0xDFFF).contains(unit) else { return utf8(unit) }
        guard unit < 0xDC00, byte == UInt8(ascii: "\\"), position + 1 < bytes.count,
            bytes[position + 1] == UInt8(ascii: "u")
        else { throw stop("half of a surrogate pair") }
        position += 2
        let low = try hexUnit()
        guard (0xDC00...0xDFFF).contains(low) else { throw stop("half of a surrogate pair") }
        return utf8(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private func utf8(_ scalar: UInt32) -> [UInt8] {
        Unicode.Scalar(scalar).map { Array(UTF8.encode($0) ?? UTF8.encodedReplacementCharacter) } ?? []
    }

    private mutating func hexUnit() throws(Stop) -> UInt32 {
        var unit: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
                throw stop("expected a hexadecimal digit")
            }
            unit = unit << 4 | UInt32(digit)
            position += 1
        }
        return unit
    }

    // MARK: Characters

    /// 0, which begins nothing, at the end.
    private var byte: UInt8 { position < bytes.count ? bytes[position] : 0 }
    private var here: Int { position - continuations + 1 }

    private mutating func skipBlanks() {
        while byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\n")
        {
            position += 1
        }
    }

    private mutating func take(_ wanted: UInt8) -> Bool {
        skipBlanks()
        guard byte == wanted else { return false }
        position += 1
        return true
    }

    private var word: String {
        String(decoding: bytes[position...].prefix { (97...122).contains($0) }, as: UTF8.self)
    }

    private func literal() -> Stop {
        Stop(
            code: .jsonLiteral, message: "no field takes `\(word)`: leave the key out",
            place: SourcePlace(line: line, column: here, length: word.utf8.count))
    }

    private func stop(_ message: String, _ code: DiagnosticCode = .jsonSyntax) -> Stop {
        Stop(code: code, message: message, place: SourcePlace(line: line, column: here))
    }
}
