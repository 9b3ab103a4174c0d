import Daftar
import DaftarCommand
import Foundation
import Testing

/// The oracle: what was shown while the ledger grew is kept aside, and asked for again at the end.
@Suite struct MomentTests {
    let life: Life
    /// By size, what each question was answered then.
    private(set) var then: [Int: [[String]: [UInt8]]] = [:]
    /// Somebody who takes every third state over, one after the other.
    let follower: Home

    init() throws {
        life = try Life()
        follower = Home(at: life.home.path)
        follower.environment["XDG_STATE_HOME"] = life.home.file("follower")
        try keep()
        for step in life.steps {
            try step()
            try keep()
            if try life.size % 3 == 0 { _ = Life.answer(["list"], follower) }
        }
    }

    private mutating func keep() throws {
        var answers: [[String]: [UInt8]] = [:]
        for question in Life.questions + Life.pages {
            let result = Life.answer(question, life.home)
            if result.exit == .done { answers[question] = result.bytes }
        }
        then[try life.size] = answers
    }

    /// Differences, as sizes and questions.
    private func differences(_ home: Home, _ questions: [[String]]) -> [String] {
        then.sorted { $0.key < $1.key }.flatMap { size, answers in
            questions.filter { question in
                let result = Life.answer(question, home, at: size)
                return (result.exit == .done ? result.bytes : nil) != answers[question]
            }.map { "\(size): \($0)" }
        }
    }

    /// One life, since it takes long: what was shown is shown again, also by those who have only the files, until a name is
    /// taken out of it.
    @Test func everyMomentIsShownAsItWas() throws {
        #expect(then.count == 19)
        #expect(differences(life.home, Life.questions + Life.pages) == [])
        #expect(differences(follower, Life.exports) == [])
        marksComeAndGo()
        aDayIsTheLedgerAtItsEnd()
        try life.home.remove(".local/state/daftar/ledgers")
        #expect(differences(life.home, Life.exports) == [])
        try whatIsWithdrawnIsGoneFromThePast()
        let verified = life.home.run("verify", "Records", "--trust", "Keys")
        #expect(verified.exit == .done, "\(verified.out)\(verified.err)")
    }

    /// The life has in it what it is for: each mark is there at some size and gone or changed at another.
    private func marksComeAndGo() {
        func list(_ size: Int) -> String {
            Life.answer(["list"], life.home, at: size).out.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }
        #expect(list(5).contains("versionc1 (corrected by 4)") && !list(4).contains("versionc1"))
        #expect(list(6).contains("(disputed by 5)") && !list(10).contains("disputed"))
        #expect(list(11).contains("RETRACTED by 10: Title of beta") && !list(10).contains("RETRACTED"))
        #expect(list(13).contains("versionc2 (corrected by 7)"))
        #expect(list(14).contains("versionc1 (corrected by 4)") && list(14).contains("DOUBTED: Title of delta"))
        #expect(!list(17).contains("(disputed by 15)") && list(18).contains("(disputed by 15)"))
        let csv = Life.answer(["export", "--format", "csv"], life.home, at: 6).out
        #expect(csv.contains(",6,") && csv.contains("CC-BY-4.0") && !csv.contains("CC0"))
        #expect(Life.answer(["export", "--format", "csv"], life.home, at: 7).out.contains("CC0"))
    }

    private func aDayIsTheLedgerAtItsEnd() {
        let home = life.home
        func list(_ arguments: String...) -> Home.Result { Life.answer(["list"] + arguments, home) }
        // Entries 4 and 5 are of the third day.
        #expect(list("--as-of", "2026-11-03").bytes == then[6]?[["list"]])
        #expect(list("--as-of", "2026-11-03").err.contains("as it was with 6 entries, the last of 3 November 2026"))
        #expect(list("--as-of", "2030-01-01").bytes == then[19]?[["list"]])
        for (arguments, words) in [
            (["--at", "20"], "from --at 1 to --at 19"), (["--at", "0"], "from --at 1"), (["--at", "x"], "--at"),
            (["--as-of", "2026-10-31"], "its first entry is of 2026-11-01"), (["--as-of", "2026-02-30"], "is no day"),
            (["--at", "3", "--as-of", "2026-11-03"], "give one of them"),
        ] {
            let result = Life.answer(["list"] + arguments, home)
            #expect(result.exit == .usage && result.err.contains(words), "\(arguments) \(result.err)")
        }
        #expect(Life.answer(["show", "7"], home, at: 7).exit == .failed)
    }

    /// What was withdrawn is gone from every moment and marked there; all else is as it was.
    private func whatIsWithdrawnIsGoneFromThePast() throws {
        try life.withdrawName()
        _ = Life.answer(["list"], follower)
        let rebuilt = Home(at: life.home.path)
        rebuilt.environment["XDG_STATE_HOME"] = life.home.file("rebuilt")
        for home in [life.home, follower, rebuilt] {
            for (size, answers) in then where home === rebuilt || size % 4 == 2 {
                for question in Life.exports + [["list"], ["list", "--actor", "zulfiya"]] {
                    let now = Life.answer(question, home, at: size)
                    if question.last == "csv" { compare(csv: answers[question] ?? [], now.out, size) }
                    #expect(!now.out.contains(Life.name), "\(size) \(question)")
                    let before = answers[question].map { String(decoding: $0, as: UTF8.self) } ?? ""
                    if !before.contains(Life.name), question != ["list", "--actor", "zulfiya"] {
                        #expect(withoutMark(now.out) == withoutMark(before), "\(size) \(question)")
                    }
                }
            }
        }
        #expect(raw(in: ".local/state") + raw(in: "follower") + raw(in: "rebuilt") == [])
    }

    /// The rows of an export differ in what the name stood in, and in how many parts are not shown.
    private func compare(csv then: [UInt8], _ csv: String, _ size: Int) {
        let before = rows(String(decoding: then, as: UTF8.self)), now = rows(csv)
        #expect(before.count == now.count)
        for (old, new) in zip(before, now) where old != new {
            let changed = Set(zip(before[0], zip(old, new)).filter { $1.0 != $1.1 }.map(\.0))
            #expect(changed.isSubset(of: ["actors", "roles", "persons", "not_shown", "withdrawn"]), "\(changed)")
            #expect(changed.contains("withdrawn") && old.joined().contains(Life.name))
        }
    }

    private func rows(_ csv: String) -> [[Substring]] {
        csv.split(separator: "\r\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    }

    /// A list or an export without the words that count withdrawn parts, on however many lines they stand.
    private func withoutMark(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return [
            "; 1 part withdrawn", " (1 part withdrawn)", "*1 part withdrawn.* ", "<p><em>1 part withdrawn.</em></p> ",
            ",\"correction\":[\"1 part withdrawn.\"]", ",\"1 part withdrawn.\"", " 1 part withdrawn.",
        ].reduce(words) { $0.replacing($1, with: "") }
    }

    /// The files below a folder that hold the name, in whatever spelling the index keeps it.
    private func raw(in folder: String) -> [String] {
        life.home.files(folder).filter { name in
            guard let bytes = try? Data(contentsOf: URL(filePath: life.home.file(name))) else { return false }
            return String(decoding: bytes, as: UTF8.self).lowercased().contains("unmistak")
        }
    }
}
