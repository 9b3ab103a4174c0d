import Daftar
import DaftarCommand
import Foundation
import Testing

/// Taking a name out: nothing of it is left in what is published, in the working state, in its log or in its index.
@Suite struct WithdrawTests {
    static let name = "Zubaida Quddusova"
    /// How the name may be left: as written, as the index has it, and in the handle.
    static let traces = ["Zubaida", "Quddusova", "zubaida", "quddusova"]
    static let people = """
        summary: As told by Zubaida Quddusova, an engineer.
        actors:
          - {id: zubaida-quddusova, name: Zubaida Quddusova, type: office-holder, office: Engineer, role: speaker, sources: [paper]}
          - {id: ministry, name: A ministry, type: agency, role: speaker, sources: [paper]}
        """

    /// A home with an event that names somebody, and one that does not.
    static func named() throws -> Home {
        let home = try Home.withLedger()
        try home.add("one", extra: people)
        try home.add("two")
        return home
    }

    /// Files of the published ledger and of the working state that hold one of these; names of files too.
    static func holding(_ home: Home) -> [String] {
        (home.files("Records") + home.files(".local")).filter { name in
            guard let bytes = FileManager.default.contents(atPath: home.file(name)) else { return false }
            return traces.contains { bytes.range(of: Data($0.utf8)) != nil || name.contains($0) }
        }
    }

    /// With one space in place of many.
    static func squeezed(_ text: String) -> String { text.replacing(#/\s+/#, with: " ") }

    func withdraw(_ home: Home, _ arguments: String..., person: (any Person)? = nil) -> Home.Result {
        home.run(["withdraw"] + arguments + ["--passphrase-file", "pass"], person: person)
    }

    @Test func fieldsAreListedByPath() throws {
        let home = try Self.named(), page = home.run("show", "one", "--fields")
        #expect(Self.squeezed(page.out).contains("actors.0 shown \(Self.name)"), "\(page.out)")
        #expect(Self.squeezed(page.out).contains("summary shown As told by"), "\(page.out)")
        let json = try #require(home.run("show", "1", "--fields", "--json").json?["parts"]?.array)
        #expect(json.contains { $0["path"] == "actors.1" && $0["state"] == "shown" && $0["digest"] != nil })
        #expect(home.run("show", "0", "--fields").err.contains("entry 0 has no content"))
    }

    @Test func nothingIsLeftAnywhere() throws {
        let home = try Self.named()
        #expect(!Self.holding(home).isEmpty)
        let done = withdraw(home, "one", "actors.0", "--reason", "safety", "--everywhere")
        #expect(done.exit == .done && done.out.hasPrefix("3  "), "\(done.err)")
        #expect(done.err.contains("whoever copied this content before still has it"))
        #expect(Self.holding(home) == [])
        let verdict = home.run("verify", "Records", "--trust", "Keys")
        #expect(verdict.exit == .done && verdict.out.contains("2 parts withdrawn"), "\(verdict.out)")
        for command in [
            ["show", "1"], ["show", "1", "--yaml"], ["show", "1", "--json"], ["show", "1", "--fields"],
            ["list", "--json"],
            ["export", "--format", "csv"], ["export", "--format", "jsonl"], ["export", "--format", "markdown"],
        ] {
            let shown = home.run(command)
            #expect(shown.exit == .done && !shown.out.contains("Zubaida"), "\(command): \(shown.err)")
        }
        #expect(home.run("search", "zubaida").err.contains("0 of 2"))
        #expect(Self.squeezed(home.run("show", "1", "--fields").out).contains("actors.0 withdrawn by entry 3"))
        let again = withdraw(home, "1", "actors.0", "--reason", "safety")
        #expect(again.exit == .failed && again.err.contains("withdrawn already, by entry 3"), "\(again.err)")
    }

    /// Without anybody to ask, only what was named is taken out, and the rest is told.
    @Test func theSameElsewhereIsNamed() throws {
        let home = try Self.named()
        try home.write(Home.event("three", extra: "summary: Zubaida Quddusova was here."), "three.yaml")
        #expect(home.append("three.yaml").exit == .done)
        let done = withdraw(home, "one", "actors.0", "--reason", "safety", "--yes")
        #expect(done.exit == .done)
        #expect(done.err.contains("still stands in entry 1: summary"), "\(done.err)")
        #expect(done.err.contains("daftar withdraw 1 summary --reason safety"), "\(done.err)")
        #expect(done.err.contains("other events: entry 3"), "\(done.err)")
        let asked = Typist("y", "y"), rest = withdraw(home, "three", "summary", "--reason", "privacy", person: asked)
        #expect(rest.exit == .done && asked.questions.count == 1, "\(asked.questions) \(rest.err)")
        let whole = withdraw(home, "1", "summary", "--reason", "safety")
        #expect(whole.exit == .done)
        #expect(Self.holding(home) == [])
    }

    /// A person is asked; both the event and its correction then lose it, in one batch.
    @Test func aPersonIsAskedAboutOtherVersions() throws {
        let home = try Self.named(), person = Typist("y", "y")
        let done = withdraw(home, "one", "actors.0", "--reason", "legal", person: person)
        #expect(done.exit == .done, "\(done.err)")
        #expect(person.questions.first?.contains("Withdraw it there as well") == true)
        #expect(done.err.contains("entry 1  summary"), "\(done.err)")
        #expect(Self.holding(home) == [])
        let no = Typist("n", "n"), kept = withdraw(home, "two", "title", "--reason", "error", person: no)
        #expect(kept.exit == .failed && kept.err.contains("Nothing was appended"), "\(kept.err)")
    }

    @Test func whatCantBeWithdrawnIsRefused() throws {
        let home = try Self.named()
        let unknown = withdraw(home, "one", "actors.7", "--reason", "safety")
        #expect(unknown.exit == .failed && unknown.err.contains("has no part actors.7"))
        #expect(withdraw(home, "0", "title", "--reason", "safety").err.contains("no content"))
        #expect(withdraw(home, "one", "title", "--reason", "whim").exit == .usage)
        let key = home.run("keygen", "a1", "--origin", Home.origin, "-o", "a1.pem", "--passphrase-file", "pass")
        #expect(key.exit == .done)
        let vkey = try #require(
            home.run("key", "show", "a1.pem").out.split(separator: "\n").first { $0.hasPrefix("vkey") })
        _ = home.run("key", "grant", String(vkey.dropFirst(6)), "--role", "author", "--passphrase-file", "pass")
        let author = withdraw(home, "one", "actors.0", "--reason", "safety", "--key", "a1.pem")
        #expect(author.exit == .keyUnusable && author.err.contains("no editor"), "\(author.err)")
        #expect(home.run("verify", "Records", "--trust", "Keys").out.contains("withdrawn") == false)
    }

    @Test func aWithdrawalTravelsAsAFile() throws {
        let home = try Self.named()
        let written = withdraw(home, "one", "actors.0", "--reason", "safety", "--everywhere", "-o", "out")
        #expect(written.exit == .done && home.exists("out.statement"), "\(written.err)")
        #expect(
            written.err.contains("until out is appended") || written.err.contains("until out.statement is appended"))
        #expect(!Self.holding(home).isEmpty)
        #expect(home.append("out.statement").exit == .done)
        #expect(Self.holding(home) == [])
    }

    /// The content is gone while the checkpoint still waits for its witness, and readers of the old one are content.
    @Test func aNameNeverWaitsForAWitness() throws {
        let home = try Self.named()
        let key = try SigningKey.generate().publicKey
        let witness = try VerifierKey(name: "witness.example/w", type: 4, publicKey: key).text
        let policy = String(decoding: try home.read("Keys/policy"), as: UTF8.self)
        try home.write(policy.replacing("quorum none", with: "witness w \(witness)\nquorum w"), "Keys/policy")
        _ = home.run("trust", "add", "Keys", "--yes")
        let done = withdraw(home, "one", "actors.0", "--reason", "safety", "--everywhere", "--trust", "Keys")
        #expect(done.exit == .done, "\(done.err)")
        #expect(home.exists("Records/checkpoint.pending"))
        #expect(Self.holding(home) == [])
        let verdict = home.run("verify", "Records", "--trust", "Keys")
        #expect(verdict.exit == .unvouched && !verdict.out.contains("missing"), "\(verdict.out) \(verdict.err)")
    }

    /// A copy that still holds it, adopted on another machine: never shown, and said.
    @Test func aCopyThatStillHoldsItNeverShowsIt() throws {
        let home = try Self.named(), old = try home.read("Records/content/000.jsonl")
        #expect(withdraw(home, "one", "actors.0", "--reason", "safety", "--everywhere").exit == .done)
        let line = try #require(
            old.split(separator: 10).first { String(decoding: $0, as: UTF8.self).contains("Zubaida") })
        let rest = try home.read("Records/content/000.jsonl").split(separator: 10).filter {
            !String(decoding: $0, as: UTF8.self).hasSuffix("\"entry\":1}")
        }
        let lines = ([line] + rest).map { String(decoding: $0, as: UTF8.self) + "\n" }
        let other = try Home(copying: home)
        try other.write(lines.joined(), "Records/content/000.jsonl")
        let shown = other.run("show", "1")
        #expect(shown.exit == .done && !shown.out.contains("Zubaida"), "\(shown.err)")
        #expect(other.run("search", "zubaida").err.contains("0 of 2"))
        #expect(Self.holding(other) == ["Records/content/000.jsonl"])
        let verdict = other.run("verify", "Records", "--trust", "Keys")
        #expect(verdict.exit == .done && verdict.err.contains("this copy still holds 2 parts"), "\(verdict.err)")
        let proof = try TlogProof(parsing: other.run("prove", "1").bytes)
        #expect(!proof.content.isEmpty && !String(decoding: proof.content, as: UTF8.self).contains("Zubaida"))
    }
}
