import Daftar

/// What biblatex calls a source, and in which field its publisher stands.
struct BibTeXForm {
    let type: String
    let publisher: StaticString
    /// What kind of report, misc it is; the types of biblatex are few.
    let kind: String?

    init(_ source: Source) {
        let isOnline = WebAddress.link(source.url) != nil
        switch source.type {
        case "academic": (type, publisher, kind) = ("article", "journaltitle", nil)
        case "news-agency", "news-report", "state-media":
            (type, publisher, kind) = isOnline ? ("online", "organization", nil) : ("article", "journaltitle", nil)
        case "ngo-report", "official-document": (type, publisher, kind) = ("report", "institution", "report")
        case "measurement-data": (type, publisher, kind) = ("dataset", "publisher", nil)
        case "official-gazette", "treaty-text", "legislation", "court-record", "procurement-record", "testimony":
            (type, publisher, kind) = ("misc", "organization", source.type)
        default: (type, publisher, kind) = (isOnline ? "online" : "misc", "organization", nil)
        }
    }
}

/// Text from a ledger within a bibliography: it stays text.
enum BibTeXText {
    /// For TeX, on one line. Braces get names, for a reader counts them before TeX sees what stands before them.
    static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\t": escaped.append(" ")
            case "&", "%", "$", "#", "_": escaped.append("\\\(scalar)")
            case "{": escaped.append("\\textbraceleft{}")
            case "}": escaped.append("\\textbraceright{}")
            case "\\": escaped.append("\\textbackslash{}")
            case "~": escaped.append("\\textasciitilde{}")
            case "^": escaped.append("\\textasciicircum{}")
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    /// For a `url`, which biblatex takes letter by letter: only braces and backslashes would end it early.
    static func address(_ url: String) -> String {
        url.replacing("{", with: "%7B").replacing("}", with: "%7D").replacing("\\", with: "%5C")
    }

    /// Outside of any item all is a comment up to an `@`.
    static func comment(_ text: String) -> String {
        String(text.unicodeScalars.map { $0 == "@" ? "(at)" : $0.value < 0x20 ? " " : String($0) }.joined())
    }

    // MARK: Dates

    /// What biblatex reads of EDTF: level 1, without the parts of a year. Nil for anything else.
    static func date(_ date: ReadDate?) -> String? {
        guard let date else { return nil }
        switch date.edtf?.form {
        case .date(let day)?: return isKnown(day, date.text[...]) ? date.text : nil
        case .interval(let from, let to)?:
            let halves = date.text.split(separator: "/", omittingEmptySubsequences: false)
            return halves.count == 2 && isKnown(from, halves[0]) && isKnown(to, halves[1]) ? date.text : nil
        case .moment(let moment)?: return moment.day.text
        case .oneOf?, .allOf?, nil: return nil
        }
    }

    private static func isKnown(_ end: EDTF.End, _ text: Substring) -> Bool {
        if case .date(let date) = end { isKnown(date, text) } else { true }
    }

    /// At most one sign of doubt, at the end; what is not specified is so up to the end.
    private static func isKnown(_ date: EDTF.Date, _ text: Substring) -> Bool {
        let plain = text.last.map { "?~%".contains($0) } ?? false ? text.dropLast() : text
        let open = plain.drop { $0 != "X" }
        return date.division == nil && plain.allSatisfy { $0.isNumber || $0 == "-" || $0 == "X" }
            && open.allSatisfy { $0 == "X" || $0 == "-" }
    }
}
