import Daftar

extension StringProtocol {
    /// The text as it may be written to a terminal, on one line: nothing in it moves the cursor, hides or reorders text.
    ///
    /// Whatever comes from a ledger, from a file or from an argument passes through here, JSON output included: there is
    /// no list of what is dangerous, only of what a text may hold at all (DESIGN §4).
    var cleaned: String { cleaned(lines: false) }

    /// The same, with its line ends kept.
    var cleanedLines: String { cleaned(lines: true) }

    private func cleaned(lines: Bool) -> String {
        // Most text is plain ASCII, and needs no second look.
        if utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return String(self) }
        var clean = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            switch scalar {
            case "\n" where lines: clean.append(scalar)
            case "\n", "\t": clean.append(" ")
            case _ where UTF8Scalar.isAllowedInText(scalar.value): clean.append(scalar)
            default: clean.append("\u{FFFD}")
            }
        }
        return String(clean)
    }
}

extension JSONValue {
    /// The value with all its strings fit for a terminal.
    var cleaned: JSONValue {
        switch self {
        case .string(let text): .string(text.cleanedLines)
        case .array(let elements): .array(elements.map(\.cleaned))
        case .object(let members): .object(members.mapValues(\.cleaned))
        case .integer, .bool: self
        }
    }
}
