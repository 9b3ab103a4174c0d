/// One text as YAML that reads back as exactly this text: plain where that is possible, quoted where it must be.
enum YAMLScalar {
    /// Where a text stands decides what it may hold.
    enum Context { case block, flow }

    /// Lines are folded at this width.
    static let width = 100

    /// `text` on one line.
    static func inline(_ text: String, _ context: Context) -> String {
        isPlain(text, context) ? text : quoted(text)
    }

    /// `text` behind a key at `indent`: on the same line, or as block text where it is long.
    static func block(_ text: String, indent: Int, used: Int) -> String {
        let inline = inline(text, .block)
        if !text.contains("\n"), used + inline.unicodeScalars.count <= width { return inline }
        guard canBeBlock(text) else { return inline }
        let margin = String(repeating: " ", count: indent + 2)
        if text.contains("\n") {
            return "|-"
                + text.split(separator: "\n", omittingEmptySubsequences: false).map {
                    $0.isEmpty ? "\n" : "\n" + margin + $0
                }.joined()
        }
        let lines = folded(text, width: width - indent - 2)
        // An address has no blank to break at; it stays where it is.
        return lines.count == 1 ? inline : ">-" + lines.map { "\n" + margin + $0 }.joined()
    }

    // MARK: Forms

    /// True for what YAML takes as text without quotes.
    static func isPlain(_ text: String, _ context: Context) -> Bool {
        guard let first = text.utf8.first, let last = text.utf8.last, first != UInt8(ascii: " "),
            last != UInt8(ascii: " "), last != UInt8(ascii: ":")
        else { return false }
        if ",[]{}#&*!|>'\"%@`".utf8.contains(first) { return false }
        if "-?:".utf8.contains(first), text.utf8.count == 1 || text.utf8.dropFirst().first == UInt8(ascii: " ") {
            return false
        }
        if text.hasPrefix("---") || text.hasPrefix("...") { return false }
        return !hasBreak(text, context)
    }

    /// Characters that would end plain text, or mean something in it.
    private static func hasBreak(_ text: String, _ context: Context) -> Bool {
        var previous: UInt8 = 0
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\n"), UInt8(ascii: "\t"): return true
            case UInt8(ascii: " ") where previous == UInt8(ascii: ":"): return true
            case UInt8(ascii: "#") where previous == UInt8(ascii: " "): return true
            case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
                UInt8(ascii: ":"):
                if context == .flow { return true }
            default: break
            }
            previous = byte
        }
        return false
    }

    /// In double quotes, where everything can be written.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }

    /// Block text has no way to say that it begins with a blank, ends with one, or has a line of nothing else.
    private static func canBeBlock(_ text: String) -> Bool {
        guard text.first != " ", text.first != "\n", text.last != " ", text.last != "\n", !text.contains("\t") else {
            return false
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false).allSatisfy {
            $0.isEmpty || !$0.allSatisfy { $0 == " " }
        }
    }

    /// Lines of about `width` characters, broken at single blanks, which is what reading joins them with.
    private static func folded(_ text: String, width: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        // Two blanks in a row stay inside of a line: an empty word joins its neighbours.
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)[...]
        while let word = words.popFirst() {
            let mustJoin = word.isEmpty || line.isEmpty || line.hasSuffix(" ")
            if !mustJoin, line.unicodeScalars.count + 1 + word.unicodeScalars.count > width, words.first != "" {
                lines.append(line)
                line = word
            } else {
                line += line.isEmpty ? word : " " + word
            }
        }
        return lines + [line]
    }
}
