/// Letters that people write for one another in a search: *Ё* for *Е*, *Ҷ* for *Ч*.
///
/// The tokenizer takes the marks off Latin letters (`remove_diacritics 2`) and makes no difference between upper and lower
/// case in any script; of Cyrillic letters it takes none off. All of them are two bytes long, from D0 80 to D3 BF.
enum FoldedText {
    /// The same text with plain Cyrillic letters, of the same length; what has none is handed back as it is.
    static func of(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 >= 0xD0 && $0 <= 0xD3 }) else { return text }
        var bytes = Array(text.utf8)
        for i in bytes.indices.dropLast() where bytes[i] >= 0xD0 && bytes[i] <= 0xD3 {
            let letter = UInt16(bytes[i] & 0x1F) << 6 | UInt16(bytes[i + 1] & 0x3F)
            guard let plain = plain[letter] else { continue }
            bytes[i] = 0xC0 | UInt8(plain >> 6)
            bytes[i + 1] = 0x80 | UInt8(plain & 0x3F)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// By code point. The letters with a mark of their own in Unicode, and those of Tajik, Kazakh, Kyrgyz, Uzbek, Tatar and
    /// Ukrainian that a keyboard without them replaces.
    private static let plain: [UInt16: UInt16] = {
        let pairs: KeyValuePairs = [
            "е": "ёѐӗ", "и": "йѝӣӥї", "і": "ї", "у": "ўӯӱӳүұ", "г": "ѓғґӷӻ", "к": "ќқҝҟҡӄ", "а": "ӑӓ", "ж": "ӂӝҗ",
            "з": "ӟҙ",
            "о": "ӧөӫ", "э": "ӭ", "ч": "ӵҷҹӌ", "ы": "ӹ", "х": "ҳӽӿһ", "н": "ңӊӈ", "ә": "ӛ", "п": "ҧ", "с": "ҫ",
            "т": "ҭ",
        ]
        var plain: [UInt16: UInt16] = [:]
        for (letter, marked) in pairs {
            for (from, to) in zip(marked + marked.uppercased(), letters(letter, marked.count)) {
                guard let from = from.unicodeScalars.first, let to = to.unicodeScalars.first else { continue }
                plain[UInt16(truncatingIfNeeded: from.value)] = UInt16(truncatingIfNeeded: to.value)
            }
        }
        return plain
    }()

    private static func letters(_ letter: String, _ count: Int) -> String {
        String(repeating: letter, count: count) + String(repeating: letter.uppercased(), count: count)
    }
}
