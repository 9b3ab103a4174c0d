import DaftarCommand
import Testing

@Suite struct HelpTests {
    static let verbs = [
        [], ["verify"], ["prove"], ["check"], ["trust"], ["trust", "add"], ["trust", "list"], ["key"], ["key", "show"],
        ["witness"], ["witness", "cosign"], ["cosignature"], ["cosignature", "add"], ["repair"],
        ["explain"], ["init"], ["keygen"], ["new"], ["lint"], ["sign"], ["append"], ["status"], ["publish"], ["schema"],
        ["list"], ["show"], ["search"], ["timeline"], ["stats"], ["diff"],
        ["cite"], ["export"], ["correct"], ["retract"], ["dispute"], ["endorse"],
        ["relate"],
        ["withdraw"], ["timestamp"], ["timestamp", "request"], ["timestamp", "add"],
        ["disclose"], ["release"], ["vault"], ["vault", "init"], ["vault", "status"], ["vault", "backup"],
        ["vault", "restore"], ["vault", "passphrase"], ["vault", "check"], ["amend"], ["key", "grant"],
        ["key", "revoke"], ["key", "replace"],
        ["key", "list"], ["trust", "set"],
        ["evidence", "add"], ["evidence", "check"],
    ]

    /// Each page fits a screen of 80 columns, and shows how the verb is used.
    @Test(arguments: verbs) func fitsTheScreen(_ verb: [String]) throws {
        let home = try Home()
        let result = home.run(verb + ["--help"])
        #expect(result.exit == .done)
        let lines = result.out.split(separator: "\n", omittingEmptySubsequences: false)
        for line in lines where line.count > 80 { Issue.record("\(verb): \(line)") }
        if !verb.isEmpty { #expect(result.out.contains("EXAMPLE:\n  daftar \(verb[0])")) }
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
