/// Unicode Normalization Form C: `е` and a combining `̈` become `ё`, so that a text is found however it was typed.
enum NFC {
    /// `text` in NFC.
    ///
    /// Most text is ASCII, or in NFC already, and then nothing is copied. The standard library normalises for its own
    /// comparisons and has no public name for it yet; the alternative is to link Foundation for this alone. A test compares
    /// the two.
    static func normalised(_ text: String) -> String {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
        return String(decoding: text._nfcCodeUnits, as: UTF8.self)
    }
}
