import Daftar
import DaftarCommand
import Foundation
import Testing

/// What is signed and not published: from the event file to the one reader, and to everybody.
@Suite struct WithheldTests {
    /// How the withheld name may be left anywhere.
    static let traces = ["Zubaida", "Quddusova", "zubaida", "quddusova"]

    /// A home with entry 1, of which an actor is withheld, and entry 2, which is withheld whole.
    static func secret() throws -> Home {
        let home = try Home.withLedger()
        try home.add(
            "one",
            extra: WithdrawTests.people.replacing(
                "summary: As told by Zubaida Quddusova, an engineer.", with: "withhold: [actors.zubaida-quddusova]"))
        let amber = Home.event("two", extra: WithdrawTests.people)
        try home.write(amber.replacing("TLP:CLEAR", with: "TLP:AMBER"), "two.yaml")
        let done = home.append("two.yaml")
        try #require(done.exit == .done, "\(done.err)")
        return home
    }

    static func run(_ home: Home, _ arguments: String...) -> Home.Result {
        home.run(arguments + ["--passphrase-file", "pass"])
    }

    /// Files under these folders that hold a trace of the name, in their bytes or in their own names.
    static func holding(_ home: Home, _ folders: String...) -> [String] {
        folders.flatMap(home.files).filter { name in
            guard let bytes = FileManager.default.contents(atPath: home.file(name)) else { return false }
            return traces.contains { bytes.range(of: Data($0.utf8)) != nil || name.contains($0) }
        }
    }

    // MARK: Nothing tells

    /// Everything that is published, the store, proofs and exports, byte for byte.
    @Test func nothingTellsTheName() throws {
        let home = try Self.secret()
        #expect(Self.holding(home, "Records", "Keys", ".local", ".config") == [])
        #expect(home.run("prove", "1", "-o", "one.proof").exit == .done)
        for format in ["csv", "jsonl", "markdown"] + FeedTests.formats {
            #expect(home.run("export", "--format", format, "-o", "export.\(format)").exit == .done)
            let bytes = String(decoding: try home.read("export.\(format)"), as: UTF8.self)
            // Citations are of the sources.
            #expect(bytes.contains(["csl", "bibtex"].contains(format) ? "paper" : "Title of one"))
            for trace in Self.traces { #expect(!bytes.contains(trace)) }
        }
        let pages = [
            ["show", "1"], ["show", "2"], ["show", "1", "--yaml"], ["show", "2", "--json"], ["show", "1", "--fields"],
            ["show", "1", "--history"], ["list", "--json"], ["export", "--format", "csv"],
            ["export", "--format", "jsonl"], ["export", "--format", "markdown"], ["vault", "status"],
        ].map { home.run($0) }
        for page in pages + [home.run("prove", "2")] {
            #expect(page.exit == .done, "\(page.err)")
            for trace in Self.traces { #expect(!page.out.contains(trace) && !page.err.contains(trace)) }
        }
        #expect(home.run("search", "zubaida").err.contains("0 of 2"))
        let proof = try #require(try TlogProof(parsing: try home.read("one.proof")).entry)
        let entry = String(
            decoding: proof + (try TlogProof(parsing: try home.read("one.proof")).content), as: UTF8.self)
        for trace in Self.traces { #expect(!entry.contains(trace)) }
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
        if let oracle = try home.oracle() { #expect(oracle == 0) }
    }

    /// An event with three fields more looks like the other: 8, 16 or 32 digests and nothing to count.
    @Test func countingTellsNothing() throws {
        let home = try Self.secret()
        try home.write(
            Home.event("three", extra: "summary: Short.").replacing("TLP:CLEAR", with: "TLP:RED"), "three.yaml")
        #expect(home.append("three.yaml").exit == .done)
        let counts = try ["2", "3"].map {
            try #require(home.run("show", $0, "--fields", "--json").json?["parts"]?.array).count
        }
        #expect(counts[0] == counts[1] && [8, 16, 32].contains(counts[0]))
        let page = home.run("show", "2").out
        #expect(page.contains("withheld: signed, and not published") && !page.contains("parts withheld"), "\(page)")
        #expect(home.run("show", "1").out.contains("1 part withheld"))
    }

    @Test func whatStillTellsIsSaid() throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: WithdrawTests.people), "one.yaml")
        let done = Self.run(home, "append", "one.yaml", "--withhold", "actors.0")
        #expect(
            done.exit == .done && WithdrawTests.squeezed(done.err).contains("still stands in summary"), "\(done.err)")
        let stray = Self.run(home, "append", "one.yaml", "--withhold", "actors.9")
        #expect(stray.exit == .failed, "\(stray.err)")
    }

    /// Before a signature a person sees what of it would be published: never "all public" where something is withheld.
    @Test func theLastLookSaysWhatIsWithheld() throws {
        let home = try Home.withLedger()
        for (name, old, new) in [
            ("part", "quotes:", "withhold: [quotes.0]\nquotes:"), ("whole", "TLP:CLEAR", "TLP:RED"), ("none", "", ""),
        ] {
            try home.write(Home.event(name).replacing(old.isEmpty ? "\u{0}" : old, with: new), "\(name).yaml")
        }
        let said = ["part", "whole", "none"].map {
            WithdrawTests.squeezed(Self.run(home, "sign", "\($0).yaml", "-o", "\($0).statement").err)
        }
        #expect(said[0].contains("withheld: quotes.0") && said[1].contains("withheld whole: TLP:RED"), "\(said)")
        #expect(said.map { $0.contains("all public") } == [false, false, true], "\(said)")
        #expect(Self.run(home, "append", "whole.statement", "part.statement").exit == .done)
    }

    // MARK: With the vault open

    @Test func itsAuthorSeesIt() throws {
        let home = try Self.secret()
        let one = Self.run(home, "show", "1", "--include-private")
        #expect(one.out.contains("Zubaida Quddusova") && one.out.contains("PRIVATE, from your vault"), "\(one.err)")
        let two = Self.run(home, "show", "two", "--include-private")
        #expect(two.exit != .done, "its slug is withheld too")
        #expect(Self.run(home, "show", "2", "--include-private").out.contains("Title of two"))
        let csv = Self.run(home, "export", "--format", "csv", "--include-private").out
        let rows = csv.split(separator: "\r\n")
        #expect(rows[0].hasPrefix("private,entry,") && rows.contains { $0.hasPrefix("actors.0,1,") }, "\(csv)")
        let inside = Self.run(home, "export", "--format", "csv", "--include-private", "-o", "Records/x.csv")
        #expect(inside.exit == .failed && !home.exists("Records/x.csv"))
        #expect(
            Self.run(home, "export", "--format", "jsonl", "--include-private").out.contains(
                "\"private\":[\"actors.0\"]"))
        try home.write("other\n", "wrong")
        let wrong = home.run("show", "1", "--include-private", "--passphrase-file", "wrong")
        #expect(wrong.exit == .keyUnusable && wrong.err.contains("passphrase does not open it"), "\(wrong.err)")
    }

    @Test func aCorrectionIsWithheldToo() throws {
        let home = try Self.secret()
        let yaml = Self.run(home, "show", "1", "--include-private", "--yaml").out
        try home.write(yaml.replacing("Title of one", with: "Another title") + "withhold: [actors.0]\n", "again.yaml")
        let done = Self.run(home, "correct", "1", "again.yaml", "--reason", "The title.")
        #expect(done.exit == .done, "\(done.err) \(yaml)")
        #expect(Self.holding(home, "Records", ".local") == [])
        let page = Self.run(home, "show", "1", "--include-private").out
        #expect(page.contains("Another title") && page.contains("Zubaida Quddusova"), "\(page)")
    }

    // MARK: To one reader

    @Test func oneReaderChecksIt() throws {
        let home = try Self.secret()
        let done = Self.run(home, "disclose", "1", "actors.0", "-o", "one.parts")
        #expect(done.exit == .done, "\(done.err)")
        let reader = try Home()
        for name in ["one.parts", "Keys"] { try reader.take(name, from: home) }
        let page = reader.run("check", "one.parts", "--trust", "Keys")
        #expect(page.exit == .done && page.out.contains("Included:") && page.out.contains("Zubaida"), "\(page.out)")
        #expect(page.out.contains("1 part that the public does not have"))
        let other = try Home.withLedger()
        try other.take("one.parts", from: home)
        #expect(other.run("check", "one.parts", "--trust", "Keys").exit == .notIntact, "another ledger")
        #expect(Self.run(home, "disclose", "1", "title", "-o", "x").err.contains("public already"))
        #expect(Self.run(home, "disclose", "1", "actors.0", "-o", "Records/x").exit == .failed)
    }

    /// Against the public ledger: it has the entry, and what was withdrawn since is said.
    @Test func oneReaderChecksItAgainstTheLedger() throws {
        let home = try Self.secret()
        #expect(Self.run(home, "disclose", "1", "actors.0", "-o", "one.parts").exit == .done)
        func check(_ ledger: String) -> Home.Result {
            home.run("check", "one.parts", "--trust", "Keys", "--ledger", ledger)
        }
        let page = check("Records")
        #expect(page.exit == .done && page.out.contains("signed by those who were entitled"), "\(page.out)\(page.err)")
        try home.copy("Records", to: "old")
        try home.does("withdraw", "1", "actors.0", "--reason", "safety")
        let later = check("Records")
        #expect(WithdrawTests.squeezed(later.out).contains("withdrawn since: actors.0"), "\(later.out)")
        try home.flip("old/content/000.jsonl", at: 200)
        let broken = check("old")
        #expect(broken.exit == .notIntact && broken.out.contains("NOT GOOD beside the ledger"), "\(broken.out)")
        let other = try Home.withLedger()
        try home.take("other", from: other, as: "Records")
        #expect(check("other").exit != .done)
    }

    /// A salt, a value or an entry that is not the signed one.
    @Test func whatWasAlteredIsRefused() throws {
        let home = try Self.secret()
        _ = Self.run(home, "disclose", "1", "actors.0", "-o", "one.parts")
        _ = Self.run(home, "disclose", "2", "title", "-o", "two.parts")
        let one = try HandedParts(parsing: try home.read("one.parts"))
        let two = try HandedParts(parsing: try home.read("two.parts"))
        var salted = one.disclosures[0]
        salted[3] = salted[3] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
        for forged in [HandedParts([salted], one.proof), HandedParts(two.disclosures, one.proof)] {
            try Data(forged.encoded).write(to: URL(filePath: home.file("forged")))
            let page = home.run("check", "forged", "--trust", "Keys")
            #expect(page.exit == .notIntact && page.out.contains("not what the entry's authors signed"), "\(page.out)")
        }
        let good = try home.read("one.parts")
        for cut in [0, 16, 40, good.count / 2, good.count - 1] {
            try Data(good.prefix(cut)).write(to: URL(filePath: home.file("cut")))
            #expect(home.run("check", "cut", "--trust", "Keys").exit == .failed, "\(cut)")
        }
    }

    // MARK: To everybody

    @Test func aReleasePublishesIt() throws {
        let home = try Self.secret()
        let done = Self.run(home, "release", "1", "actors.0")
        #expect(done.exit == .done, "\(done.err)")
        #expect(home.run("show", "1").out.contains("Zubaida Quddusova"))
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .done)
        let twice = Self.run(home, "release", "1", "actors.0")
        #expect(twice.exit == .failed && twice.err.contains("public already"), "\(twice.err)")
        let written = Self.run(home, "release", "2", "title", "summary", "-o", "two")
        #expect(written.exit == .done, "\(written.err)")
        // It holds the parts in the clear.
        let mode = try FileManager.default.attributesOfItem(atPath: home.file("two.statement"))[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        #expect(Self.run(home, "append", "two.statement").exit == .done)
        #expect(home.run("show", "2").out.contains("Title of two"))
        #expect(Self.holding(home, "Records") != [])
    }

    /// The vault, the author's key and the ledger's key are opened by one passphrase that can be read once.
    @Test func aPassphraseFromADescriptor() throws {
        let home = try Self.secret(), pipe = Pipe()
        try pipe.fileHandleForWriting.write(contentsOf: Data("secret\n".utf8))
        try pipe.fileHandleForWriting.close()
        let descriptor = pipe.fileHandleForReading.fileDescriptor
        let done = home.run("release", "1", "actors.0", "--passphrase-fd", "\(descriptor)")
        #expect(done.exit == .done, "\(done.err)")
        #expect(home.run("show", "1").out.contains("Zubaida Quddusova"))
    }

    /// Signed on a machine with the vault, appended elsewhere: the vault had it before the file was there.
    @Test func aSignedFileIsWithheldToo() throws {
        let home = try Home.withLedger()
        try home.write(Home.event("one", extra: WithdrawTests.people), "one.yaml")
        let signed = Self.run(home, "sign", "one.yaml", "--withhold", "actors.0", "--withhold", "summary")
        #expect(signed.exit == .done, "\(signed.err)")
        #expect(!String(decoding: try home.read("one.statement"), as: UTF8.self).contains("Zubaida"))
        #expect(Self.run(home, "append", "one.statement").exit == .done)
        #expect(Self.run(home, "show", "1", "--include-private").out.contains("Zubaida"))
    }
}
