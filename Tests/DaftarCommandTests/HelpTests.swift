import DaftarCommand
import Testing

@Suite struct HelpTests {
    static let verbs = [
        [], ["verify"], ["prove"], ["check"], ["trust"], ["trust", "add"], ["trust", "list"], ["key"], ["key", "show"],
        ["witness"], ["witness", "cosign"], ["cosignature"], ["cosignature", "add"], ["repair"],
        ["explain"], ["init"], ["keygen"], ["new"], ["lint"], ["sign"], ["append"], ["status"], ["publish"], ["schema"],
        ["list"], ["show"], ["search"], ["export"],
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

    @Test func wrongUseIsExit64() throws {
        let home = try Home()
        for arguments in [["nonsense"], ["verify", "--nonsense"], ["prove"], ["verify", "a", "b"]] {
            let result = home.run(arguments)
            #expect(result.exit == .usage)
            #expect(result.err.hasPrefix("error: "))
            #expect(result.out == "")
        }
    }

    @Test func version() throws {
        let result = try Home().run("--version")
        #expect(result.exit == .done)
        #expect(result.out.hasPrefix("daftar "))
    }
}
