import Daftar
import DaftarCommand
import Foundation
import Testing

@Suite struct VerifyTests {
    let home: Home

    init() throws {
        home = try Home()
        try home.takeExample()
    }

    @Test func isIntactUnderChosenAnchors() throws {
        let result = home.run("verify", "Records", "--trust", "Keys")
        #expect(result.exit == .done)
        #expect(result.out.hasPrefix("Intact: 15 entries of example.org/ledger, up to 22 November 2026.\n"))
        #expect(result.out.contains("1 part withdrawn, by signed entries"))
        #expect(result.out.contains("You chose to trust Keys (charter 80Lco7BS…kJA=)"))
        #expect(result.err.contains("entry 13 is of a type that this version does not understand"))
    }

    @Test func nobodyVouchesForAnchorsThatCameWithIt() {
        let result = home.run("verify", "Records")
        #expect(result.exit == .unvouched)
        #expect(result.out.contains("charter 80Lco7BS0EeKuN72YhBJ9zeUQQXrsMZyhcDzggUGkJA="))
        #expect(result.err.contains("daftar trust add"))
    }

    @Test func nobodyVouchesWithoutAnchors() throws {
        try home.remove("Keys")
        #expect(home.run("verify", "Records").exit == .unvouched)
    }

    @Test func acceptedAnchorsVouch() {
        #expect(home.run("trust", "add", "Keys").exit == .done)
        let result = home.run("verify", "Records")
        #expect(result.exit == .done)
        #expect(result.out.contains("verified here for the first time"))
        #expect(home.run("verify", "Records").out.contains("the same as what you saw on "))
    }

    @Test func saysWhenItSawWhatItGrowsFrom() throws {
        let home = try Home.withLedger()
        #expect(home.run("verify").exit == .done)
        try home.add("one")
        let memory = try #require(home.files(".local/state/daftar/memory").first { $0.hasSuffix("/checkpoint") })
        let day = Date(timeIntervalSince1970: 1_795_176_000)
        try FileManager.default.setAttributes([.modificationDate: day], ofItemAtPath: home.file(memory))
        let result = home.run("verify")
        #expect(result.out.contains("grows from what you saw on 20 November 2026"), "\(result.out)")
        #expect(result.out.contains(" 1 entry\n"))
    }

    @Test func saysWhatWasDone() throws {
        try home.flip("Records/tile/entries/000.p/15", at: 3000)
        let result = home.run("verify", "Records", "--trust", "Keys")
        #expect(result.exit == .notIntact)
        #expect(result.out.contains("NOT INTACT: example.org/ledger, 15 entries"))
        #expect(result.out.contains("entry 3 "))
        #expect(result.out.contains("follows"))
        #expect(result.out.contains("good: 0–2, 6, 8–14"))
    }

    @Test func machinesReadTheSame() throws {
        try home.flip("Records/tile/entries/000.p/15", at: 3000)
        let result = home.run("verify", "Records", "--trust", "Keys", "--json")
        let json = try #require(result.json)
        #expect(json["verdict"]?.string == "not-intact")
        #expect(json["exit"]?.integer == 3)
        let finding = json["findings"]?.array?.first
        #expect(finding?["entry"]?.integer == 3)
        #expect(finding?["code"]?.string == "altered")
        #expect(json["good"]?.array?.first == [0, 2])
    }

    @Test func remembersAndSeesARollback() throws {
        try home.takeExample("wide", as: "wide")
        #expect(home.run("verify", "wide/Records", "--trust", "wide/Keys").exit == .done)
        // Both examples have one origin and one charter: the small one is the younger state.
        let result = home.run("verify", "Records", "--trust", "Keys")
        #expect(result.exit == .notIntact)
        #expect(result.out.contains("rolled back") || result.out.contains("forked"))
        #expect(home.run("verify", "wide/Records", "--trust", "wide/Keys").exit == .done)
    }

    /// The ledger's own key signs another history from entry 1 on.
    @Test func keepsTheProofOfAFork() throws {
        let home = try Home.withLedger()
        try home.copy("Records", to: "before")
        try home.add("first")
        #expect(home.run("verify").exit == .done)
        // Whoever remembers refuses to sign a second history; this is somebody else with the same key.
        try home.copy(".local/state/daftar/memory", to: "memory")
        for gone in ["Records", ".local/state/daftar"] { try home.remove(gone) }
        try home.copy("before", to: "Records")
        try home.add("second")
        try home.add("third")
        try home.copy("memory", to: ".local/state/daftar/memory")
        let result = home.run("verify", "--json")
        #expect(result.exit == .notIntact)
        let path = try #require(result.json?["fork-proof"]?.string)
        let proof = try Misbehaviour(parsing: try home.read(String(path.dropFirst(home.path.count + 1))))
        #expect(proof.smaller.checkpoint.size == 2 && proof.larger.checkpoint.size == 3)
        #expect(home.run("verify").out.contains("signed two histories"))
    }

    @Test func damagedMemoryIsNoAttack() throws {
        #expect(home.run("verify", "--trust", "Keys").exit == .done)
        let memory = try #require(home.files(".local/state/daftar/memory").first { $0.hasSuffix("checkpoint") })
        try home.flip(memory, at: 200)
        let result = home.run("verify", "--trust", "Keys")
        #expect(result.exit == .done)
        #expect(result.err.contains("that is no sign of an attack"))
    }

    @Test func noLedgerIsItsOwnExit() throws {
        #expect(home.run("verify", "nothing").exit == .noLedger)
        try home.write("x", "file")
        #expect(home.run("verify", "file").exit == .noLedger)
        #expect(home.run("verify", "--trust", "nothing").exit == .failed)
    }

    /// What lies in a file's place and is none gets a verdict, and keeps nobody waiting.
    @Test(arguments: [
        "checkpoint", "tile", "tile/entries/000.p/15", "tile/0/000.p/15", "content", "content/000.jsonl",
    ])
    func whatIsNoFileIsAFinding(_ place: String) throws {
        try home.copy("Records/" + place, to: "taken")
        let target = home.file("Records/" + place)
        let makers: [(String) throws -> Void] = [
            { try #require(unsafe mkfifo($0, 0o600) == 0) },
            { try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: self.home.file("taken")) },
            { try FileManager.default.createSymbolicLink(atPath: $0, withDestinationPath: "/dev/zero") },
            { try FileManager.default.createDirectory(atPath: $0 + "/x", withIntermediateDirectories: true) },
        ]
        for (i, make) in makers.enumerated() {
            try home.remove("Records/" + place)
            try make(target)
            for trust in [["--trust", "Keys"], []] {
                let result = home.run(["verify", "Records"] + trust)
                #expect(result.exit == .notIntact, "\(place), \(i): \(result.err)")
                #expect(result.out.contains("[not-a-file]") || i == 3, "\(place), \(i): \(result.out)")
            }
        }
    }

    @Test func missingCheckpointIsAFinding() throws {
        try home.remove("Records/checkpoint")
        let result = home.run("verify", "--trust", "Keys")
        #expect(result.exit == .notIntact)
        #expect(result.out.contains("checkpoint-missing"))
    }

    @Test func findsTheLedger() throws {
        #expect(home.run("verify", "--trust", "Keys").exit == .done)
        home.environment["DAFTAR_LEDGER"] = "elsewhere"
        #expect(home.run("verify", "--trust", "Keys").exit == .noLedger)
        #expect(home.run("verify", "--ledger", "Records", "--trust", "Keys").exit == .done)
    }
}
