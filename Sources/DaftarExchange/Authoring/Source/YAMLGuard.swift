/// The look at YAML before it is parsed, for what a parser would take in silently, or choke on.
///
/// It walks over the characters as a YAML scanner does (comments, quotes, block text, plain text) and looks only at where a
/// value begins:
///
/// ```
/// a: &x [1]     an anchor                 a: R&D        text
/// b: *x         an alias                  b: 2 * 3      text
/// c: !!int "7"  a tag                     c: "!"        text
/// ```
///
/// Refused as well: tabs, directives, a second document, merge keys, and more levels or values than an event can have, so
/// that the parser's work is bounded by what was looked at here.
struct YAMLGuard {
    private let bytes: [UInt8]
    private var position = 0
    private var line: Int
    private var lineStart = 0
    /// The columns at which the open block maps and lists stand, from 0.
    private var indents: [Int] = []
    private var flowDepth = 0
    private var values = 0
    /// The last thing was plain text, which may go on in the next line.
    private var isPlainOpen = false
    private var hasContent = false
    private var findings: Findings

    /// Deeper than any event (7 levels in a value), and far from what a parser's stack can take.
    static let depth = 16
    static let limit = 100_000

    private init(_ bytes: [UInt8], _ findings: Findings) {
        (self.bytes, self.findings, self.line) = (bytes, findings, findings.file.firstLine)
    }

    /// Looks at a whole file; what is wrong is added to `findings`.
    static func check(_ bytes: [UInt8], _ findings: inout Findings) {
        var look = YAMLGuard(bytes, findings)
        while look.position < bytes.count, look.flowDepth <= depth, look.values <= limit { look.scanLine() }
        if look.values > limit { look.add(.tooMany, "more than \(limit) values in one file", at: 0) }
        findings = look.findings
    }

    // MARK: Lines

    private mutating func scanLine() {
        let start = position
        while byte == UInt8(ascii: " ") { position += 1 }
        let indent = position - start
        if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "#") { return finishLine() }
        if flowDepth == 0, indent == 0, scanMarker() { return finishLine() }
        hasContent = true
        // A line that is indented further goes on with plain text that was not finished.
        let goesOn = isPlainOpen && (flowDepth > 0 || indent > (indents.last ?? 0))
        if flowDepth == 0, !goesOn { while let last = indents.last, last > indent { indents.removeLast() } }
        isPlainOpen = false
        scanContent(atStart: !goesOn)
        finishLine()
    }

    /// `---`, `...`, or `%YAML`: a document's beginning or end, and directives. True where the line holds nothing else.
    private mutating func scanMarker() -> Bool {
        if byte == UInt8(ascii: "%") {
            add(.yamlDocuments, "a YAML directive", hint: "leave this line out")
            return true
        }
        let isEnd = starts(with: "...")
        guard isEnd || starts(with: "---"), isBlankOrEnd(position + 3) else { return false }
        if hasContent || isEnd {
            add(.yamlDocuments, "another document begins here", length: 3, hint: "one file holds one event")
        }
        hasContent = hasContent || isEnd
        position += 3
        return isEnd || isBlankLine
    }

    private var isBlankLine: Bool {
        var i = position
        while i < bytes.count, bytes[i] == UInt8(ascii: " ") { i += 1 }
        return i >= bytes.count || bytes[i] == UInt8(ascii: "\n") || bytes[i] == UInt8(ascii: "#")
    }

    private mutating func finishLine() {
        while position < bytes.count, byte != UInt8(ascii: "\n") {
            if byte == UInt8(ascii: "\t") { tab() }
            position += 1
        }
        nextLine()
    }

    private mutating func nextLine() {
        position += 1
        (line, lineStart) = (line + 1, position)
    }

    // MARK: Values

    /// Everything from here to the end of the line, or of what begins in it and ends in a later one.
    private mutating func scanContent(atStart: Bool) {
        var begins = atStart
        while position < bytes.count, byte != UInt8(ascii: "\n"), flowDepth <= YAMLGuard.depth {
            switch byte {
            case UInt8(ascii: " "): position += 1
            case UInt8(ascii: "\t"): tab(); position += 1
            // Where a token may begin libyaml takes `#` for a comment even without a blank before it: `{# x`.
            case UInt8(ascii: "#"): return
            default: begins = scanToken(begins)
            }
        }
    }

    /// One token; true where a value may begin after it.
    private mutating func scanToken(_ begins: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "["), UInt8(ascii: "{"): return begins || flowDepth > 0 ? open() : plain(begins)
        case UInt8(ascii: "]") where flowDepth > 0, UInt8(ascii: "}") where flowDepth > 0: return close()
        case UInt8(ascii: ",") where flowDepth > 0: return step()
        case UInt8(ascii: ":") where isBlankOrEnd(position + 1) || flowDepth > 0: return step()
        case UInt8(ascii: "-") where begins && flowDepth == 0 && isBlankOrEnd(position + 1),
            UInt8(ascii: "?") where begins && isBlankOrEnd(position + 1):
            openBlock()
            return step()
        case UInt8(ascii: "&") where begins, UInt8(ascii: "*") where begins, UInt8(ascii: "!") where begins:
            refuse()
            return plain(begins)
        case UInt8(ascii: "|") where begins && flowDepth == 0, UInt8(ascii: ">") where begins && flowDepth == 0:
            return block()
        case UInt8(ascii: "\"") where begins, UInt8(ascii: "'") where begins: return quoted()
        default: return plain(begins)
        }
    }

    private mutating func step() -> Bool {
        position += 1
        isPlainOpen = false
        return true
    }

    private mutating func open() -> Bool {
        flowDepth += 1
        if flowDepth > YAMLGuard.depth { add(.tooDeep, "nested deeper than \(YAMLGuard.depth) levels") }
        values += 1
        return step()
    }

    private mutating func close() -> Bool {
        flowDepth -= 1
        position += 1
        isPlainOpen = false
        return false
    }

    /// A block list or map stands open at this column.
    private mutating func openBlock() {
        let column = position - lineStart
        values += 1
        guard column > (indents.last ?? -1) else { return }
        indents.append(column)
        if indents.count == YAMLGuard.depth + 1 { add(.tooDeep, "nested deeper than \(YAMLGuard.depth) levels") }
    }

    /// An anchor, an alias or a tag.
    private mutating func refuse() {
        var end = position + 1
        while end < bytes.count, !" \n,]}".utf8.contains(bytes[end]) { end += 1 }
        let length = end - position
        switch byte {
        case UInt8(ascii: "!"):
            add(.yamlTag, "a YAML tag", length: length, hint: "leave it out; text that begins with ! is quoted")
        case UInt8(ascii: "&"):
            add(.yamlAnchor, "a YAML anchor", length: length, hint: "text that begins with & is quoted")
        default:
            add(.yamlAnchor, "a YAML alias", length: length, hint: "write it out; text that begins with * is quoted")
        }
    }

    // MARK: Scalars

    /// Plain text up to where it ends in this line. After a key, which `:` follows, a value may begin.
    private mutating func plain(_ begins: Bool) -> Bool {
        let start = position
        while position < bytes.count, byte != UInt8(ascii: "\n"), !endsPlain() {
            if byte == UInt8(ascii: "\t") { tab() }
            position += 1
        }
        if position == start { position += 1 }
        isPlainOpen = true
        values += 1
        if begins, flowDepth == 0, byte == UInt8(ascii: ":") { key(start) }
        if begins, byte == UInt8(ascii: ":"), position - start == 2, bytes[start] == UInt8(ascii: "<"),
            bytes[start + 1] == UInt8(ascii: "<")
        {
            add(.yamlMergeKey, "a YAML merge key", at: position - start, length: 2, hint: "write the keys out")
        }
        return false
    }

    private func endsPlain() -> Bool {
        switch byte {
        case UInt8(ascii: ":"):
            isBlankOrEnd(position + 1) || flowDepth > 0 && ",[]{}".utf8.contains(bytes[position + 1])
        case UInt8(ascii: "#"): isBlank(before: position)
        case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"):
            flowDepth > 0
        default: false
        }
    }

    /// A block map stands open at the column of its key.
    private mutating func key(_ start: Int) {
        let column = start - lineStart
        guard column > (indents.last ?? -1) else { return }
        indents.append(column)
        if indents.count == YAMLGuard.depth + 1 {
            add(.tooDeep, "nested deeper than \(YAMLGuard.depth) levels", at: position - start)
        }
    }

    /// Text in quotes, over as many lines as it takes.
    private mutating func quoted() -> Bool {
        let (quote, start, column) = (byte, position, position - lineStart)
        position += 1
        while position < bytes.count, byte != quote || quote == UInt8(ascii: "'") && next == quote {
            if byte == UInt8(ascii: "\t") { tab() }
            if quote == UInt8(ascii: "\""), byte == UInt8(ascii: "\\") { position += 1 }
            if byte == quote, quote == UInt8(ascii: "'") { position += 1 }
            if byte == UInt8(ascii: "\n") { nextLine() } else { position += 1 }
        }
        position += 1
        values += 1
        if byte == UInt8(ascii: ":"), flowDepth == 0, start >= lineStart, column > (indents.last ?? -1) {
            indents.append(column)
        }
        isPlainOpen = false
        return false
    }

    /// Block text, `|` or `>`: all following lines that are indented further than what it belongs to.
    private mutating func block() -> Bool {
        let parent = indents.last ?? 0
        if let digit = bytes[position...].prefix(3).first(where: { (49...57).contains($0) }) {
            add(
                .yamlIndentation, "block text with a fixed indentation, \(digit - 48)", length: 2,
                hint: "quote a text that begins with blanks")
        }
        if bytes[lineStart..<position].allSatisfy({ $0 == UInt8(ascii: " ") }) {
            add(.yamlIndentation, "block text begins on a line of its own", hint: "put it behind its key")
        }
        finishLine()
        while position < bytes.count {
            var content = position
            while content < bytes.count, bytes[content] == UInt8(ascii: " ") { content += 1 }
            if content < bytes.count, bytes[content] != UInt8(ascii: "\n"), content - position <= parent { break }
            finishLine()
        }
        // Step back to the end of the line before, where the caller goes on.
        if position > 0, position <= bytes.count { (position, line) = (position - 1, line - 1) }
        values += 1
        isPlainOpen = false
        return false
    }

    // MARK: Characters

    private var byte: UInt8 { position < bytes.count ? bytes[position] : UInt8(ascii: "\n") }
    private var next: UInt8 { position + 1 < bytes.count ? bytes[position + 1] : UInt8(ascii: "\n") }

    private func isBlankOrEnd(_ i: Int) -> Bool {
        i >= bytes.count || bytes[i] == UInt8(ascii: " ") || bytes[i] == UInt8(ascii: "\n")
            || bytes[i] == UInt8(ascii: "\t")
    }

    private func isBlank(before i: Int) -> Bool { i == lineStart || isBlankOrEnd(i - 1) }

    private func starts(with text: StaticString) -> Bool {
        bytes[position...].starts(with: text.description.utf8)
    }

    private mutating func tab() {
        add(.yamlTab, "a tab", hint: "indent with blanks; inside of a text in double quotes write \\t")
    }

    /// Reports at this position, or so many bytes before it.
    private mutating func add(
        _ code: DiagnosticCode, _ message: String, at back: Int = 0, length: Int = 1, hint: String? = nil
    ) {
        let at = min(max(lineStart, position - back), bytes.count)
        let column = bytes[min(lineStart, at)..<at].count { $0 & 0xC0 != 0x80 } + 1
        findings.add(code, message, at: SourcePlace(line: line, column: column, length: length), hint: hint)
    }
}
