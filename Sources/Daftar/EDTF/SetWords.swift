/// A set in words: `June or December 2023`, `1–15 December 2023, one day`, `2020 and 2023`.
struct SetWords {
    private let members: [EDTF.Member]
    private let isOneOf: Bool

    /// A set with more members is told by how many they are.
    private static let most = 4

    init(_ members: [EDTF.Member], isOneOf: Bool) {
        (self.members, self.isOneOf) = (members, isOneOf)
    }

    func words(within bounds: EDTF.Bounds) -> String {
        guard members.count <= SetWords.most else { return summary(bounds) }
        return (sharedWords ?? list(members.map(words(of:)))) + tail
    }

    private func words(of member: EDTF.Member) -> String {
        switch member {
        case .date(let date): date.words
        case .range(let first, let last): first.words(to: last)
        case .upTo(let date): isOneOf ? "\(date.words) or earlier" : "up to \(date.inlineWords)"
        case .from(let date): isOneOf ? "\(date.words) or later" : "from \(date.inlineWords) on"
        }
    }

    /// `1, 3 or 5 December 2023`: plain days of one month, or days or months of one year, name it once.
    private var sharedWords: String? {
        let plain = members.compactMap { member -> PlainDate? in
            guard case .date(let date) = member, date.qualifiers.isEmpty else { return nil }
            return date.plain
        }
        guard plain.count == members.count, let last = plain.last else { return nil }
        let parts = plain.map { $0.shared(with: last) }
        let part: EDTF.Precision = parts.contains(.year) ? .year : parts.contains(.month) ? .month : .day
        guard Set(plain.map(\.precision)).count == 1 else { return nil }
        return list(plain.dropLast().map { $0.words(upTo: part) } + [last.words()])
    }

    private func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + (isOneOf ? " or " : " and ") + last
    }

    /// What keeps a range from reading like an interval: `, one day`, `, every month`.
    private var tail: String {
        let isRange = members.contains { member in
            switch member {
            case .date: false
            case .range(let first, let last): first != last
            case .upTo, .from: !isOneOf
            }
        }
        guard isRange else { return "" }
        guard let unit = precision?.rawValue else { return isOneOf ? ", one of these" : ", all of these" }
        return isOneOf ? ", one \(unit)" : ", every \(unit)"
    }

    /// How fine the dates are; nil where they differ in that.
    private var precision: EDTF.Precision? {
        let precisions = Set(members.flatMap(\.dates).map(\.precision))
        return precisions.count == 1 ? precisions.first : nil
    }

    /// `one of 12 listed, 1 June – 3 December 2023 (some uncertain)`.
    private func summary(_ bounds: EDTF.Bounds) -> String {
        // Bounds are days; months and years are told as such, which says no more.
        let unit = precision == .year ? EDTF.Precision.year : precision == .month ? .month : .day
        let first = bounds.min.map { PlainDate($0, unit) }
        let last = bounds.max.map { PlainDate($0, unit) }
        let range =
            switch (bounds.earliest, bounds.latest, first, last) {
            case (_, _, let first?, let last?): ", \(first.joined(to: last))"
            case (.open, _, _, let last?): ", up to \(last.words())"
            case (_, .open, let first?, _): ", from \(first.words()) on"
            default: ""
            }
        return "\(isOneOf ? "one" : "all") of \(members.count) listed\(range)\(doubts)"
    }

    private var doubts: String {
        let qualifiers = members.flatMap(\.dates).reduce(into: EDTF.Qualifiers()) { $0.formUnion($1.qualifiers) }
        return switch qualifiers {
        case []: ""
        case .uncertain: " (some uncertain)"
        case .approximate: " (some approximate)"
        default: " (some uncertain or approximate)"
        }
    }
}
