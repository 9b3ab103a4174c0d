// One date in words: what it says, and around it how sure that is.
extension EDTF.Date {
    /// `19 June 2023`, `about December 2023`, `11 June 2004 (year uncertain)`.
    var words: String { qualified(MaskWords(self).words, article: "") }

    /// The same behind a preposition: (since) `the first quarter of 2023`.
    var inlineWords: String { qualified(MaskWords(self).words, article: article) }

    /// A range from this date to `last`: `1–15 December 2023`, `about 1984 to June 2004`.
    func words(to last: EDTF.Date) -> String {
        if let even = evenQualifiers, even == last.evenQualifiers, precision == last.precision {
            if let from = plain, let to = last.plain { return qualified(from.joined(to: to), article: "") }
            if let text = divisionWords(to: last) { return qualified(text, article: "") }
        }
        return "\(words) to \(last.inlineWords)"
    }

    /// `first to third quarter of 2023`; nil for anything but two of the same kind in one year.
    private func divisionWords(to last: EDTF.Date) -> String? {
        guard let from = division, let to = last.division, from != to, !year.digits.isUnspecified,
            year.digits == last.year.digits
        else { return nil }
        return "\(from.ordinal) to \(MaskWords(last).words)"
    }

    /// Adds what the qualifiers say to words that were written without them.
    private func qualified(_ text: String, article: String) -> String {
        guard let even = evenQualifiers else { return article + text + " (\(doubts))" }
        let about = even.contains(.approximate) ? "about " + self.article : article
        return about + text + (even.contains(.uncertain) ? " (uncertain)" : "")
    }

    private var article: String {
        division != nil || (month?.digits.isUnknown == true && day?.digits.isUnspecified == false) ? "the " : ""
    }

    /// `year and month uncertain, day approximate`.
    private var doubts: String {
        let named = Array(zip(["year", division?.precision.rawValue ?? "month", "day"], parts))
        let kinds: [(EDTF.Qualifiers, String)] = [
            (.uncertain, "uncertain"), (.approximate, "approximate"),
            ([.uncertain, .approximate], "uncertain and approximate"),
        ]
        return kinds.compactMap { kind, word -> String? in
            let names = named.filter { $0.1.qualifiers == kind }.map(\.0)
            return names.isEmpty ? nil : names.joined(separator: " and ") + " " + word
        }.joined(separator: ", ")
    }
}

extension EDTF.Division {
    /// `first`, `second`, `last` (third).
    var ordinal: String { self == .lastThird ? "last" : ["first", "second", "third", "fourth"][place] }
}
