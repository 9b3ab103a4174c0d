import Testing

@testable import Daftar

/// Words never claim more than the date does: checked on thousands of random dates, by rules that don't know how the words are made.
@Suite struct EDTFClaimTests {
    @Test func randomDates() {
        var dice = EDTFDice(6)
        var seen = 0
        for _ in 0..<6000 {
            guard let date = readEDTF(dice.edtf()).date else { continue }
            seen += 1
            for words in [date.words, date.phrase] {
                #expect(claims(of: words, about: date) == [], "\(date.text): \(words)")
            }
        }
        #expect(seen > 2000)
    }

    /// What the words claim, or leave out, that they should not.
    private func claims(of words: String, about date: EDTF) -> [String] {
        var faults: [String] = []
        func expect(_ holds: Bool, _ fault: String) { if !holds { faults.append(fault) } }
        func says(_ any: String...) -> Bool { any.contains { words.contains($0) } }

        if date.isUncertain { expect(says("uncertain"), "sounds certain") }
        if date.isApproximate { expect(says("about ", "approximate"), "sounds exact") }
        if date.dates.contains(where: \.isVague) { expect(says("some ", "unknown", " listed"), "hides an X") }
        switch date.form {
        case .interval(let from, let to):
            if from == .unknown || to == .unknown { expect(says("unknown"), "hides an end that is unknown") }
            if to == .open { expect(says("since", "no end"), "ends what goes on") }
            expect(!says("one day", "one month", "one year", " or "), "sounds like one of a set")
        case .oneOf where date.hasChoice: expect(says(" or ", "one "), "sounds like a span")
        case .allOf where date.hasChoice: expect(says(" and ", "every ", "all of"), "sounds like a span")
        default: expect(!says(" or ", "every ", "since", "until"), "sounds like another kind")
        }
        let spans = date.dates.compactMap(\.span)
        expect(
            years(in: words).allSatisfy { year in
                spans.contains { $0.first.year <= year && year <= $0.last.year }
            }, "names a year that it cannot be")
        // A plain day in words is a day in truth.
        if let min = date.bounds.min, min != date.bounds.max {
            expect(words != PlainDate(min, .day).words(), "picks a day")
        }
        expect(!words.isEmpty && !words.contains("  ") && words.utf8.count < 400, "is not pleasant")
        return faults
    }

    /// The numbers of four digits.
    private func years(in words: String) -> [Int] {
        words.split { !$0.isASCII || !$0.isNumber }.filter { $0.count == 4 }.compactMap { Int($0) }
    }
}

extension EDTF {
    fileprivate var hasChoice: Bool {
        switch form {
        case .oneOf(let members), .allOf(let members):
            members.count > 1
                || members.contains {
                    if case .date = $0 { false } else if case .range(let a, let b) = $0 { a != b } else { true }
                }
        default: false
        }
    }
}

extension EDTF.Date {
    /// It has an `X`, and more than one date that it can mean.
    fileprivate var isVague: Bool {
        guard isUnspecified, let span else { return isUnspecified }
        return PlainDate(span.first, precision) != PlainDate(span.last, precision)
    }
}

extension EDTFDice {
    /// A date, an interval or a set, with anything that each may have.
    mutating func edtf() -> String {
        switch below(4) {
        case 0: return part()
        case 1: return end() + "/" + end()
        default:
            var members = (0...below(6)).map { _ in below(4) == 0 ? plain() + ".." + plain() : part() }
            if below(6) == 0 { members[0] = ".." + plain() }
            if below(6) == 0 { members[members.count - 1] = plain() + ".." }
            let list = members.joined(separator: ",")
            return below(2) == 0 ? "[\(list)]" : "{\(list)}"
        }
    }

    private mutating func end() -> String {
        switch below(6) {
        case 0: ".."
        case 1: ""
        default: part()
        }
    }

    /// A mask, a part of a year or a year unknown, with qualifiers here and there.
    private mutating func part() -> String {
        let text =
            switch below(8) {
            case 0: "202\(pick(["3", "X"]))-\(33 + below(9))"
            case 1: "XXXX" + mask().dropFirst(4)
            case 2: pick(["20XX", "19X5", "2XXX"]) + mask().dropFirst(4)
            default: mask()
            }
        let signs = ["", "", "", "", "?", "~", "%"]
        return text.split(separator: "-").map { pick(signs) + $0 + pick(signs) }.joined(separator: "-")
    }

    private mutating func plain() -> String {
        pick(["2023-12-05", "2023-11", "2022", "2024-02-29", "2023-35", "2023-12", "2023-12-06~"])
    }
}
