import Daftar
import DaftarCommand
import Testing

@Suite struct ProofTests {
    let home: Home

    init() throws {
        home = try Home()
        try home.takeExample()
    }

    @Test func provesAndChecks() throws {
        #expect(home.run("prove", "5", "-o", "proof").exit == .done)
        let result = home.run("check", "proof", "--trust", "Keys")
        #expect(result.exit == .done)
        #expect(result.out.contains("Included: entry 5 of example.org/ledger"))
        #expect(result.out.contains("6 of 6 parts shown"))
        #expect(home.run("check", "proof").exit == .unvouched)
        #expect(try home.read("proof") == home.run("prove", "5").bytes)
    }

    @Test(arguments: 0..<15) func everyEntry(_ entry: Int) throws {
        #expect(home.run("prove", "\(entry)", "-o", "proof").exit == .done)
        #expect(home.run("check", "proof", "--trust", "Keys").exit == .done)
    }

    @Test func byHash() throws {
        let leaf = "SS/c5jsWbHu7zSiR2dXxPubduf0w4wD57PZYQVZy1wc="
        #expect(home.run("prove", leaf).bytes == home.run("prove", "5").bytes)
        #expect(home.run("prove", String(leaf.prefix(8))).bytes == home.run("prove", "#5").bytes)
        let statement = "cM2NGKYix5AUUpTJty49JeNe9ZEkuSmX/8r8iK8risM="
        #expect(home.run("prove", String(statement.prefix(12))).bytes == home.run("prove", "5").bytes)
    }

    @Test func noSuchEntry() {
        for name in ["15", "99999999999999999999", "no-such-slug", "AAAAAAAAAAAA", "?"] {
            #expect(home.run("prove", name).exit == .failed)
        }
    }

    @Test func aChangedProofIsNotGood() throws {
        #expect(home.run("prove", "5", "-o", "proof").exit == .done)
        let count = try home.read("proof").count
        for offset in stride(from: 0, to: count, by: 101) {
            try home.flip("proof", at: offset)
            #expect(home.run("check", "proof", "--trust", "Keys").exit != .done, "byte \(offset)")
            try home.flip("proof", at: offset)
        }
    }

    @Test func neverIntoALedgerOrOverAKey() throws {
        let before = try home.read("Records/checkpoint")
        #expect(home.run("prove", "5", "-o", "Records/checkpoint").exit == .failed)
        #expect(try home.read("Records/checkpoint") == before)
        try home.write("-----BEGIN ENCRYPTED PRIVATE KEY-----\n", "key.pem")
        #expect(home.run("prove", "5", "-o", "key.pem").exit == .failed)
    }

    @Test func damagedLedgerGivesNoProof() throws {
        try home.flip("Records/tile/entries/000.p/15", at: 3000)
        #expect(home.run("prove", "3").exit == .notIntact)
    }
}
