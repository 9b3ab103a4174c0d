// One date in words: what it says, and around it how sure that is.
extension EDTF.Date {
    /// `19 June 2023`, `about December 2023`, `11 June 2004 (year uncertain)`.
    var words: String { qualified(MaskWords(self).words) }

    /// The same behind a preposition: (since) `the first quarter of 2023`.
    var inlineWords: String { qualified(MaskWords(self).words, isInline: true) }

    /// A range from this date to `last`: `1–15 December 2023`, `about 1984 to June 2004`.
    func words(to last: EDTF.Date) -> String {
        if let even = evenQualifiers, even == last.evenQualifiers, precision == last.precision {
            if let from = plain, let to = last.plain { return qualified(from.joined(to: to)) }
            if let text = divisionWords(to: last) { return qualified(text) }
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
    private func qualified(_ text: String, isInline: Bool = false) -> String {
        let about = evenQualifiers?.contains(.approximate) == true
        let article = MaskWords(self).needsArticle && (isInline || about) ? "the " : ""
        let doubt =
            switch evenQualifiers {
            case nil: " (\(doubts))"
            case let even?: even.contains(.uncertain) ? " (uncertain)" : ""
            }
        return (about ? "about " : "") + article + text + doubt
    }

    /// `year and month uncertain, day approximate`.
    private var doubts: String {
        let named = Array(zip(["year", division?.precision.rawValue ?? "month", "day"], parts.map(\.qualifiers)))
        var kinds: [EDTF.Qualifiers] = []
        for (_, kind) in named where !kind.isEmpty && !kinds.contains(kind) { kinds.append(kind) }
        return kinds.map { kind in
            let names = named.filter { $0.1 == kind }.map(\.0)
            return names.joined(separator: " and ") + " " + kind.adjective
        }.joined(separator: ", ")
    }
}

extension EDTF.Qualifiers {
    fileprivate var adjective: String {
        self == .uncertain ? "uncertain" : self == .approximate ? "approximate" : "uncertain and approximate"
    }
}

extension EDTF.Division {
    /// `first`, `second`, `last` (third).
    var ordinal: String { self == .lastThird ? "last" : ["first", "second", "third", "fourth"][place] }
}
