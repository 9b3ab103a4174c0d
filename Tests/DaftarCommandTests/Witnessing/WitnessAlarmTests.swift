import Daftar
import DaftarCommand
import DaftarStore
import Testing

/// What a witness is for: to refuse.
@Suite struct WitnessAlarmTests {
    /// A home whose ledger was cosigned with two entries; `before` is the ledger with one.
    static func cosigned() throws -> Home {
        let home = try Home.witnessed()
        try home.copy("Records", to: "before")
        try home.add("first")
        let cosigned = home.cosign()
        try #require(cosigned.exit == .done, "\(cosigned)")
        return home
    }

    @Test func aRollbackIsRefused() throws {
        let home = try Self.cosigned()
        try home.remove("w.cosignature")
        let refused = home.cosign(of: "before")
        #expect(refused.exit == .notIntact && refused.err.contains("nothing was cosigned"), "\(refused)")
        #expect(refused.out.contains("rolled back") && refused.err.contains("ALARM"))
        #expect(!home.exists("w.cosignature"))
    }

    /// Whoever has the ledger's key rewrites from entry 1 on; the proof convinces somebody who was never there.
    @Test func aForkIsRefusedAndProven() throws {
        let home = try Self.cosigned()
        for gone in ["Records", ".local/state/daftar", "w.cosignature"] { try home.remove(gone) }
        try home.copy("before", to: "Records")
        try home.add("second")
        try home.add("third")
        let refused = home.cosign()
        #expect(refused.exit == .notIntact && refused.out.contains("forked"), "\(refused)")
        #expect(!home.exists("w.cosignature"))
        let proof = try #require(home.files("state-w").first { $0.contains("/fork-") })
        #expect(refused.out.replacing("\n", with: "").contains("fork-"))

        let stranger = try Home()
        try stranger.write(String(decoding: try home.read(proof), as: UTF8.self), "fork")
        for name in ["policy", "charter"] {
            try stranger.write(String(decoding: try home.read("Keys/" + name), as: UTF8.self), "Keys/" + name)
        }
        let checked = stranger.run("check", "fork", "--trust", "Keys")
        #expect(checked.exit == .done && checked.out.hasPrefix("Forked: the key of \(Home.origin) signed two"))
        #expect(stranger.run("check", "fork").exit == .unvouched)
        #expect(stranger.run("check", "fork", "--trust", "Keys", "--json").json?["verdict"]?.string == "forked")
        try stranger.flip("fork", at: 60)
        #expect(stranger.run("check", "fork", "--trust", "Keys").exit != .done)
    }

    /// An old state was put back, or lost: the ledger's checkpoint says that this witness has seen more.
    @Test func aStateThatWasRolledBack() throws {
        let home = try Home.witnessed()
        _ = home.cosign()
        #expect(home.run("cosignature", "add", "w.cosignature").exit == .done)
        try home.copy("state-w", to: "old")
        try home.add("first")
        _ = home.cosign()
        #expect(home.run("cosignature", "add", "w.cosignature").exit == .done)
        try home.remove("w.cosignature")
        for state in ["old", "nothing-yet"] {
            let refused = home.cosign(state: state)
            #expect(refused.exit == .notIntact && refused.err.contains("the state is older"), "\(refused)")
            #expect(refused.err.contains("2 entries") && !home.exists("w.cosignature"))
        }
        #expect(home.cosign().exit == .done)
    }

    @Test func aDamagedStateIsNoAttackAndNoStart() throws {
        let home = try Self.cosigned()
        let file = try #require(home.files("state-w").first { $0.hasSuffix("/checkpoint") })
        try home.flip(file, at: 120)
        let refused = home.cosign()
        #expect(refused.exit == .failed && refused.err.contains("that is no sign of an attack"), "\(refused)")
    }

    /// What if we crash between the state and the cosignature: the state is ahead, and the same can be cosigned again.
    @Test func theStateIsWrittenFirst() throws {
        let home = try Home.witnessed()
        // The file can't be written: a folder stands in its place.
        try home.write("", "w.cosignature/in-the-way")
        #expect(home.cosign().exit == .failed)
        #expect(home.files("state-w").contains { $0.hasSuffix("/checkpoint") })
        try home.remove("w.cosignature")
        let again = home.cosign()
        #expect(again.exit == .done && again.out.contains("the same as you cosigned before"), "\(again)")
        #expect(home.run("cosignature", "add", "w.cosignature").exit == .done)
    }

    @Test func nothingIsCosignedThatIsNotIntact() throws {
        let home = try Home.witnessed()
        try home.add("one")
        try home.flip("Records/content/000.jsonl", at: 60)
        let refused = home.cosign()
        #expect(refused.exit == .notIntact && refused.out.contains("NOT INTACT"))
        #expect(!home.exists("w.cosignature") && !home.files("state-w").contains { $0.hasSuffix("/checkpoint") })
    }

    @Test func keysClocksAndPlaces() throws {
        let home = try Home.witnessed()
        let ledgers = home.witness("Records", "--state", "s", "--key", ".config/daftar/keys/test.pem")
        #expect(ledgers.exit == .keyUnusable && ledgers.err.contains("can't be its witness"), "\(ledgers)")
        let editors = home.witness("Records", "--state", "s", "--key", ".config/daftar/keys/test-editor.pem")
        #expect(editors.exit == .keyUnusable && editors.err.contains("is no witness's key"), "\(editors)")
        #expect(home.cosign(state: "Records/state").exit == .failed && !home.exists("Records/state"))
        #expect(home.cosign().exit == .done)
        home.now = home.now.map { $0 - 60 }
        #expect(home.cosign().err.contains("this machine's clock says"))
        home.now = nil
        #expect(home.cosign().err.contains("tells no time"))
        // Anchors that came with the ledger are nobody's choice.
        home.environment["XDG_CONFIG_HOME"] = home.file("elsewhere")
        #expect(home.cosign().exit == .unvouched)
    }
}
