/// Text from a ledger within Markdown (CommonMark 0.31): it stays text.
enum MarkdownText {
    /// On one line, with each character that means something to Markdown or HTML escaped, and what would begin a list or
    /// underline a heading too.
    static func escaped(_ text: String) -> String {
        var escaped = "", isStart = true
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": escaped.append(" ")
            case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "!":
                escaped.append("\\")
                escaped.unicodeScalars.append(scalar)
            case "-" where isStart, "+" where isStart, "=" where isStart, "." where isStart, ")" where isStart:
                escaped.append("\\")
                escaped.unicodeScalars.append(scalar)
            default: escaped.unicodeScalars.append(scalar)
            }
            // A number and a full stop make a list.
            isStart = isStart && (scalar.properties.isWhitespace || ("0"..."9").contains(scalar))
        }
        return escaped
    }

    /// Within backticks nothing can be escaped: a backtick is left out.
    static func code(_ text: String) -> String {
        String(text.map { $0 == "`" || $0.isNewline ? " " : $0 })
    }
}
