import Daftar

/// Text from a file, made fit for a terminal: nothing in it moves the cursor, hides, or reorders what stands beside it.
enum Harmless {
    /// `text` on one line, every character that could do harm replaced.
    static func line(_ text: String) -> String {
        var line = ""
        line.unicodeScalars.append(contentsOf: text.unicodeScalars.lazy.map(shown))
        return line
    }

    /// The character to show: itself, a blank for a tab, U+FFFD for what may not be in a text.
    static func shown(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "\t" || scalar == "\n" { return " " }
        return UTF8Scalar.isAllowedInText(scalar.value) ? scalar : "\u{FFFD}"
    }

    /// How many columns of a terminal a character takes: 0 for marks that sit on the one before, 2 for wide ones.
    static func width(_ scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return 0
        default: return wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// East Asian wide characters and pictures (Unicode TR 11), as far as terminals agree on them.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
