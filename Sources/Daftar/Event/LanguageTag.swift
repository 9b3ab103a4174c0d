/// Tags for languages (BCP 47, RFC 5646): `en`, `tg-Cyrl`, `zh-Hant-TW`, `und` where the language is not known.
public enum LanguageTag {
    /// The language is not known.
    public static let undetermined = "und"

    /// True for a tag that is well-formed by RFC 5646 §2.1: language, script, region, variants, extensions, private use.
    ///
    /// Left out, because nobody needs them here and they are easy to mistype: extended language subtags (`zh-yue` is
    /// `yue`) and the grandfathered tags.
    public static func isWellFormed(_ tag: String) -> Bool {
        var parts = tag.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)[...]
        guard tag.utf8.count <= 63, parts.allSatisfy({ isSubtag($0) }) else { return false }
        guard let language = parts.popFirst() else { return false }
        if language.elementsEqual("x".utf8) { return !parts.isEmpty }
        guard (2...3).contains(language.count), language.allSatisfy(isLetter) else { return false }
        if let script = parts.first, script.count == 4, script.allSatisfy(isLetter) { parts.removeFirst() }
        if let region = parts.first, isRegion(region) { parts.removeFirst() }
        while let variant = parts.first, isVariant(variant) { parts.removeFirst() }
        return areExtensions(parts)
    }

    /// The tag as RFC 5646 §2.1.1 likes it written: `tg-Cyrl`, not `TG-cyrl`; `pt-BR`, not `pt-br`.
    public static func conventional(_ tag: String) -> String {
        let parts = tag.lowercased().split(separator: "-", omittingEmptySubsequences: false)
        var afterSingleton = false
        return parts.enumerated().map { i, part in
            defer { if part.count == 1 { afterSingleton = true } }
            if i == 0 || afterSingleton { return String(part) }
            if part.count == 2 { return part.uppercased() }
            return part.count == 4 && part.utf8.allSatisfy(isLetter)
                ? part.prefix(1).uppercased() + part.dropFirst() : String(part)
        }.joined(separator: "-")
    }

    /// The language itself: `tg` of `tg-Cyrl`.
    public static func primary(_ tag: String) -> Substring {
        tag.prefix { $0 != "-" }
    }

    // MARK: Subtags

    private typealias Subtag = Substring.UTF8View.SubSequence

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 97 && byte | 0x20 <= 122 }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

    private static func isSubtag(_ part: Subtag) -> Bool {
        (1...8).contains(part.count) && part.allSatisfy { isLetter($0) || isDigit($0) }
    }

    /// `TJ` or `419`.
    private static func isRegion(_ part: Subtag) -> Bool {
        part.count == 2 && part.allSatisfy(isLetter) || part.count == 3 && part.allSatisfy(isDigit)
    }

    /// `tarask` or `1996`.
    private static func isVariant(_ part: Subtag) -> Bool {
        part.count >= 5 || part.count == 4 && part.first.map(isDigit) == true
    }

    /// `-u-co-phonebk`, `-x-whatever`: a singleton and at least one subtag.
    private static func areExtensions(_ parts: ArraySlice<Subtag>) -> Bool {
        var parts = parts
        while let singleton = parts.popFirst() {
            guard singleton.count == 1, !parts.isEmpty else { return false }
            if singleton.elementsEqual("x".utf8) { return true }
            guard let first = parts.popFirst(), first.count >= 2 else { return false }
            while let next = parts.first, next.count >= 2 { _ = next; parts.removeFirst() }
        }
        return true
    }
}
