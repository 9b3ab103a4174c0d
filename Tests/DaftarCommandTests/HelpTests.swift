import DaftarCommand
import Foundation
import Testing

@Suite struct HelpTests {
    /// Every verb there is, and every verb of a verb, as the program itself says.
    static let verbs: [[String]] = {
        struct Dump: Decodable { let command: Command }
        struct Command: Decodable { let commandName: String, subcommands: [Command]? }
        func paths(_ command: Command, _ path: [String]) -> [[String]] {
            let verbs = (command.subcommands ?? []).filter { $0.commandName != "help" }
            return [path] + verbs.flatMap { paths($0, path + [$0.commandName]) }
        }
        guard let dump = try? Home().run("--experimental-dump-help").bytes,
            let root = try? JSONDecoder().decode(Dump.self, from: Data(dump))
        else { return [] }
        return paths(root.command, [])
    }()

    @Test func thereAreVerbs() { #expect(HelpTests.verbs.count > 50 && HelpTests.verbs.contains(["key", "grant"])) }

    /// The page of all verbs has one line for each.
    @Test func oneLineAVerb() throws {
        let page = try Home().run("--help").out
        let groups = page.components(separatedBy: "SUBCOMMANDS:\n").dropFirst()
        let lines = groups.flatMap { $0.components(separatedBy: "\n\n")[0].split(separator: "\n") }
        #expect(
            lines.count == HelpTests.verbs.count { $0.count == 1 }
                && lines.allSatisfy { $0.hasPrefix("  ") && !$0.hasPrefix("   ") })
    }

    /// Each page fits a screen of 80 columns, and shows how the verb is used.
    @Test(arguments: verbs) func fitsTheScreen(_ verb: [String]) throws {
        let home = try Home()
        let result = home.run(verb + ["--help"])
        #expect(result.exit == .done)
        let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines where line.count > 80 { Issue.record("\(verb): \(line)") }
        if !verb.isEmpty { #expect(result.out.contains("EXAMPLE:\n  daftar \(verb.joined(separator: " "))")) }
        let page = try #require(home.run(["help"] + verb).out as String?)
        #expect(page == result.out)
    }

    /// What is wrong and which page helps, in a few lines of 80 columns, and never the page itself.
    @Test(arguments: [
        (["nonsense"], "hint: daftar --help"), (["verfy"], "hint: did you mean daftar verify? daftar --help"),
        (["verify", "--nonsense"], "hint: daftar verify --help"), (["prove"], "hint: daftar prove --help"),
        (["verify", "a", "b"], "hint: daftar verify --help"), (["list", "--limit", "-1"], "hint: daftar list --help"),
        (["list", "--knd", "x"], "hint: did you mean '--kind'? daftar list --help"),
        (["list", "--limit", "many"], "hint: daftar list --help"), (["list", "--limit"], "hint: daftar list --help"),
        (["export", "--format", "pdf"], "hint: daftar export --help"),
        (["trust", "add"], "hint: daftar trust add --help"),
        (["trust", "ad", "x"], "hint: did you mean daftar trust add? daftar trust --help"),
        (["verify", "--json=\u{1B}[2J"], "hint: daftar verify --help"),
    ])
    func wrongUseIsExit64(_ arguments: [String], _ hint: String) throws {
        let result = try Home().run(arguments)
        #expect(result.exit == .usage)
        #expect(result.err.hasPrefix("error: ") && result.err.contains("\n\(hint)\n"), "\(result.err)")
        #expect(result.out == "" && !result.err.contains("\u{1B}") && !result.err.contains("Usage"))
        let lines = result.err.split(separator: "\n")
        #expect(lines.count <= 3 && lines.allSatisfy { $0.count <= 80 }, "\(result.err)")
    }

    @Test func version() throws {
        let result = try Home().run("--version")
        #expect(result.exit == .done)
        #expect(result.out.hasPrefix("daftar "))
    }
}
