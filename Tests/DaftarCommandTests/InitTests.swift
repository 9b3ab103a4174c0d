import DaftarCommand
import Testing

@Suite struct InitTests {
    @Test func makesALedgerThatIsIntact() throws {
        let home = try Home.withLedger()
        #expect(home.exists("Records/checkpoint"))
        #expect(home.exists("Keys/policy") && home.exists("Keys/editor.pem") && home.exists("Keys/ledger.pem"))
        #expect(home.exists(".config/daftar/keys/test.pem") && home.exists(".config/daftar/keys/test-editor.pem"))
        #expect(home.run("verify", "--trust", "Keys").exit == .done)
        // Whoever made it has chosen its anchors.
        #expect(home.run("verify").exit == .done)
    }

    @Test func asksForEachPassphraseTwice() throws {
        let home = try Home()
        let person = Typist("one", "one", "two", "two")
        let result = home.run("init", "Records", "--origin", Home.origin, "--title", "T", person: person)
        #expect(result.exit == .done)
        #expect(
            person.questions.map { $0.prefix(20) } == [
                "Passphrase for the l", "Once more: ", "Passphrase for the e", "Once more: ",
            ])
        #expect(result.out.contains("~/.config/daftar/keys/test.pem"))
    }

    @Test func nothingIsLeftOfAnInterruptedOne() throws {
        let home = try Home()
        for person in [
            Typist("one", "other"), Typist("one", "one", "^C"), Typist("one", "one", "two", "^C"), Typist(""),
        ] {
            #expect(home.run("init", "Records", "--origin", Home.origin, "--title", "T", person: person).exit != .done)
            #expect(!home.exists("Records") && !home.exists("Keys") && !home.exists(".config/daftar/keys/test.pem"))
        }
        #expect(
            home.run("init", "Records", "--origin", Home.origin, "--title", "T", person: Typist("a", "a", "^C")).exit
                == .interrupted)
        #expect(home.run("init", "Records", "--origin", Home.origin, "--title", "T").exit == .keyUnusable)
    }

    @Test func neverOverwrites() throws {
        let home = try Home.withLedger()
        let before = try home.read("Records/checkpoint")
        for arguments in [["Records", "--trust", "K2"], ["R2", "--trust", "Keys"]] {
            let result = home.run(
                ["init"] + arguments + ["--origin", Home.origin, "--title", "T", "--passphrase-file", "pass"])
            #expect(result.exit == .failed)
        }
        #expect(try home.read("Records/checkpoint") == before)
        #expect(!home.exists("R2"))
    }

    @Test func badArguments() throws {
        let home = try Home()
        #expect(home.run("init", "R", "--origin", "a b", "--title", "T").exit == .usage)
        #expect(home.run("init", "R", "--origin", "daftar/x", "--title", "T").exit == .usage)
        #expect(home.run("init", "R", "--origin", "x.example").exit == .usage)
        #expect(home.run("init", "R", "--origin", "x.example", "--charter", "none.yaml").exit == .failed)
    }

    @Test func takesACharterAndKeys() throws {
        let home = try Home()
        try home.write("secret\n", "pass")
        let pass = ["--passphrase-file", "pass"]
        var vkeys: [String] = []
        for (name, file) in [("boss", "boss.pem"), ("pen", "pen.pem")] {
            let result = home.run(["keygen", name, "--origin", Home.origin, "-o", file] + pass)
            #expect(result.exit == .done)
            vkeys.append(String(result.out.dropLast()))
        }
        #expect(home.run(["keygen", "--for-ledger", "--origin", Home.origin, "-o", "ledger.pem"] + pass).exit == .done)
        try home.write(
            """
            title: {en: A charter, ru: Устав}
            description: What it is.
            languages: [en, ru]
            licence: CC-BY-4.0
            approvals: 1
            keys:
              - {vkey: "\(vkeys[0])", role: editor}
              - {vkey: "\(vkeys[1])", role: author}

            """, "charter.yaml")
        let start =
            ["init", "Records", "--origin", Home.origin, "--charter", "charter.yaml", "--ledger-key", "ledger.pem"]
            + pass
        #expect(home.run(start + ["--key", "pen.pem"]).exit == .keyUnusable)
        let result = home.run(start + ["--key", "boss.pem"])
        #expect(result.exit == .done, "\(result.err)")
        #expect(home.run("verify").exit == .done)
        #expect(home.run("show", "0").out.contains("Устав"))
        try home.write(Home.event("one"), "one.yaml")
        let append = home.run(["append", "one.yaml", "--key", "pen.pem", "--ledger-key", "ledger.pem"] + pass)
        #expect(append.exit == .done, "\(append.err)")
        #expect(home.run("show", "one").out.contains("\(Home.origin)/pen"))
    }

    @Test func keysStayOutOfLedgersAndRepositories() throws {
        let home = try Home.withLedger()
        let arguments = ["keygen", "--origin", Home.origin, "--passphrase-file", "pass", "-o"]
        #expect(home.run(arguments + ["Records/key.pem"]).exit == .keyUnusable)
        try home.write("x", "repo/.git/HEAD")
        #expect(home.run(arguments + ["repo/key.pem"]).exit == .keyUnusable)
        #expect(home.run(arguments + ["good.pem"]).exit == .done)
        #expect(home.run(arguments + ["good.pem"]).exit == .keyUnusable)
        #expect(home.run("keygen", "UPPER", "--origin", Home.origin).exit == .usage)
    }

    @Test func anOpaqueNameSaysNothing() throws {
        let home = try Home()
        try home.write("secret\n", "pass")
        let first = home.run("keygen", "--origin", Home.origin, "--passphrase-file", "pass").out
        let second = home.run("keygen", "--origin", Home.origin, "--passphrase-file", "pass").out
        #expect(first.hasPrefix("\(Home.origin)/") && first != second)
        let file = try #require(home.files(".config/daftar/keys").first)
        #expect(home.run("key", "show", file).out.contains("vkey  \(Home.origin)/"))
    }
}
