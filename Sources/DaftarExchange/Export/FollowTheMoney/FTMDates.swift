import Daftar

/// A date as FollowTheMoney has it: a year, a month or a day, as much of it as both bounds share.
///
/// ```
/// 2023-12~                    2023-12
/// [2023-12-01..2023-12-15]    2023-12
/// 2023-12-01/2024             from 2023-12-01 to 2024
/// [2022..2023]                nothing
/// ```
struct FTMDates {
    /// Of what did not last.
    let date: String?
    let start: String?
    let end: String?

    init(_ date: ReadDate?) {
        switch date?.edtf?.form {
        case .interval(let from, let to)?:
            self.date = nil
            (start, end) = (FTMDates.text(from), FTMDates.text(to))
        case _?: (self.date, start, end) = (FTMDates.shared(date?.edtf?.bounds), nil, nil)
        case nil: (self.date, start, end) = (nil, nil, nil)
        }
    }

    /// One date for a property that takes no two.
    var only: String? { date ?? start }

    private static func text(_ end: EDTF.End) -> String? {
        if case .date(let date) = end { shared(date.bounds) } else { nil }
    }

    private static func shared(_ bounds: EDTF.Bounds?) -> String? {
        guard let first = bounds?.min, let last = bounds?.max, first.year == last.year else { return nil }
        if first.month != last.month { return String(first.text.prefix(4)) }
        return first.day == last.day ? first.text : String(first.text.prefix(7))
    }
}

/// Codes as FollowTheMoney spells them.
enum FTMCode {
    /// The state of an ISO 3166 code; nil for `ZZ`, a place that is not told, which there means the whole world.
    static func country(_ code: String) -> String? {
        let state = String(code.prefix { $0 != "-" })
        return state != "ZZ" && Place.name(of: state) != nil ? state.lowercased() : nil
    }

    /// An address, where it is one for FollowTheMoney too: a host, and only characters that an address may have.
    static func address(_ url: String?) -> String? {
        guard let url = WebAddress.link(url), url.hasPrefix("http"), let start = url.firstRange(of: "://") else {
            return nil
        }
        let host = url[start.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        let isPlain = url.utf8.allSatisfy { $0 < 0x80 && !"^`{|}".utf8.contains($0) }
        return isPlain && !host.isEmpty ? url : nil
    }

    /// The ISO 639-3 code of a language; nil for one that the table doesn't have.
    static func language(_ tag: String) -> String? { languages[String(LanguageTag.primary(tag))] }

    private static let languages = [
        "ar": "ara", "az": "aze", "be": "bel", "bg": "bul", "bn": "ben", "cs": "ces", "da": "dan", "de": "deu",
        "el": "ell", "en": "eng", "es": "spa", "et": "est", "fa": "fas", "fi": "fin", "fr": "fra", "he": "heb",
        "hi": "hin", "hu": "hun", "hy": "hye", "id": "ind", "it": "ita", "ja": "jpn", "ka": "kat", "kk": "kaz",
        "ko": "kor", "ky": "kir", "lt": "lit", "lv": "lav", "mn": "mon", "my": "mya", "nl": "nld", "pl": "pol",
        "ps": "pus", "pt": "por", "ro": "ron", "ru": "rus", "sr": "srp", "sv": "swe", "tg": "tgk", "th": "tha",
        "tk": "tuk", "tr": "tur", "uk": "ukr", "ur": "urd", "uz": "uzb", "vi": "vie", "zh": "zho",
    ]
}
