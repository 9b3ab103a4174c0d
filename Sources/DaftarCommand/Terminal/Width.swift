extension StringProtocol {
    /// How many columns of a terminal the text takes.
    var width: Int {
        if utf8.allSatisfy({ $0 < 0x80 }) { return utf8.count }
        return unicodeScalars.reduce(0) { $0 + $1.columns }
    }

    /// The text, filled up with spaces to `columns`.
    func padded(to columns: Int) -> String {
        String(self) + String(repeating: " ", count: Swift.max(0, columns - width))
    }

    /// The text, filled up with spaces in front.
    func paddedLeft(to columns: Int) -> String {
        String(repeating: " ", count: Swift.max(0, columns - width)) + String(self)
    }

    /// As much of the text as fits into `columns`; `…` stands for what was cut.
    func truncated(to columns: Int) -> String {
        if width <= columns { return String(self) }
        var kept = "", used = 0
        for character in self {
            let width = String(character).width
            if used + width > columns - 1 { break }
            kept.append(character)
            used += width
        }
        return kept + "…"
    }

    /// The beginning and the end of a long word, such as a hash.
    func middleCut(_ start: Int, _ end: Int) -> String {
        count <= start + end + 1 ? String(self) : "\(prefix(start))…\(suffix(end))"
    }
}

extension Unicode.Scalar {
    /// 0 for what is drawn over the character before, 2 for wide characters of East Asia and pictures, else 1.
    var columns: Int {
        switch properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: 0
        default: isWide ? 2 : 1
        }
    }

    private var isWide: Bool {
        switch value {
        case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xA000...0xA4CF,
            0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6,
            0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
            true
        default: false
        }
    }
}
