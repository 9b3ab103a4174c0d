import Daftar

/// Numbers, days and lists as a person writes them.
enum Words {
    /// `1 entry`, `3,204 entries`.
    static func count(_ number: Int, _ one: String, _ many: String? = nil) -> String {
        "\(grouped(number)) \(number == 1 ? one : many ?? one + "s")"
    }

    /// `a grant`, `an amendment`.
    static func one(_ noun: String) -> String { ("aeio".contains(noun.prefix(1)) ? "an " : "a ") + noun }

    /// `3,204`
    static func grouped(_ number: Int) -> String {
        let digits = Array(String(abs(number)))
        var text = number < 0 ? "-" : ""
        for (i, digit) in digits.enumerated() {
            if i > 0, (digits.count - i) % 3 == 0 { text += "," }
            text.append(digit)
        }
        return text
    }

    /// `24 November 2026`
    static func day(_ day: RecordedDay) -> String {
        (try? EDTF(parsing: day.description, years: CivilDate.years))?.words ?? day.description
    }

    /// `24 November 2026, 10:05 UTC`
    static func moment(_ seconds: Int64) -> String {
        guard let day = RecordedDay(secondsSince1970: Int(seconds)) else { return "a time without end" }
        func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(self.day(day)), \(two(seconds / 3600 % 24)):\(two(seconds / 60 % 60)) UTC"
    }

    /// `0–11`, or `12`.
    static func range(_ range: ClosedRange<Int>) -> String {
        range.lowerBound == range.upperBound ? "\(range.lowerBound)" : "\(range.lowerBound)–\(range.upperBound)"
    }

    /// `entry 12`, `entries 0–11, 13`; of very many the first, and how many more.
    static func entries(_ entries: [Int]) -> String {
        (entries.count == 1 ? "entry " : "entries ") + numbers(entries)
    }

    /// `12`, `0–11, 13`
    static func numbers(_ entries: [Int]) -> String {
        let runs = Ranges.runs(of: entries.sorted())
        let shown = runs.prefix(8).map(range).joined(separator: ", ")
        let more = runs.count > 8 ? " and \(grouped(runs.dropFirst(8).reduce(0) { $0 + $1.count })) more" : ""
        return shown + more
    }

    /// What a statement's authors had seen of the ledger.
    static func seen(_ size: Int) -> String {
        size == 0 ? "nothing" : size == 1 ? "entry 0" : "entries 0–\(size - 1)"
    }

    /// `a, b and c`
    static func list(_ words: [String]) -> String {
        guard let last = words.last, words.count > 1 else { return words.first ?? "" }
        return words.dropLast().joined(separator: ", ") + " and " + last
    }
}

/// Runs of entry numbers.
enum Ranges {
    /// Ascending numbers as runs without gaps.
    static func runs(of numbers: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, number <= last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...max(number, last.upperBound)
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }

    /// What of `0 ..< size` lies outside of all these.
    static func rest(of size: Int, without taken: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var rest: [ClosedRange<Int>] = [], next = 0
        for range in taken.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if range.lowerBound > next { rest.append(next...range.lowerBound - 1) }
            next = max(next, range.upperBound + 1)
        }
        if next < size { rest.append(next...size - 1) }
        return rest
    }
}
