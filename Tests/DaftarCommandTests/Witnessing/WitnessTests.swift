import Daftar
import DaftarCommand
import DaftarStore
import Testing

/// Witnesses without a network: what travels is a folder one way and a small file the other.
@Suite struct WitnessTests {
    @Test func aNewCheckpointWaitsForItsWitness() throws {
        let home = try Home.witnessed()
        #expect(home.run("verify").exit == .unvouched)
        #expect(home.cosign().exit == .done)
        let first = home.run("cosignature", "add", "w.cosignature")
        #expect(first.exit == .done && first.out.contains("Witnessed: 1 entry, by 1 of 1 witness"), "\(first)")
        let intact = home.run("verify")
        #expect(intact.exit == .done && intact.out.contains("signed by the ledger and 1 of 1 witness"), "\(intact.out)")

        try home.write(Home.event("one"), "one.yaml")
        let appended = home.append("one.yaml")
        #expect(appended.exit == .done && appended.err.contains("Waits for witnesses: 2 entries"), "\(appended.err)")
        // Readers keep the last that was witnessed.
        #expect(try home.checkpoint().checkpoint.size == 1)
        let meanwhile = home.run("verify")
        #expect(meanwhile.exit == .done && meanwhile.out.contains("witnessed up to 1 entry"), "\(meanwhile.out)")
        let cosigned = home.cosign()
        #expect(cosigned.out.contains("Cosigned: 2 entries of \(Home.origin)"))
        #expect(cosigned.out.contains("grows from the 1 entry that you cosigned before"), "\(cosigned.out)")
        #expect(home.run("cosignature", "add", "w.cosignature").exit == .done)
        #expect(try home.checkpoint().checkpoint.size == 2 && !home.exists("Records/checkpoint.pending"))
        #expect(home.run("verify").out.contains("daftar.example") && home.run("verify").exit == .done)
    }

    @Test func aQuorumOfTwoOfThree() throws {
        let home = try Home.witnessed(by: ["a", "b", "c"], quorum: "group two 2 a b c\nquorum two")
        for name in ["a", "b", "c"] { #expect(home.cosign(name).exit == .done) }
        let one = home.run("cosignature", "add", "b.cosignature")
        #expect(one.out.hasPrefix("Still waits: 1 entry, by 1 of 3 witnesses"), "\(one)")
        #expect(home.run("cosignature", "add", "a.cosignature").out.hasPrefix("Witnessed: 1 entry, by 2 of 3"))
        // One beyond the quorum is welcome afterwards.
        #expect(home.run("cosignature", "add", "c.cosignature").out.hasPrefix("Witnessed: 1 entry, by 3 of 3"))
        let json = home.run("verify", "--json").json
        #expect(json?["witnesses"]?.array?.count == 3 && json?["verdict"]?.string == "intact")
        #expect(!home.exists("Records/checkpoint.pending"))
    }

    /// It is one witness however often it signs, and no line that is there is lost.
    @Test func aWitnessCountsOnce() throws {
        let home = try Home.witnessed(by: ["a", "b"], quorum: "group both all a b\nquorum both")
        #expect(home.cosign("a").exit == .done)
        #expect(home.run("cosignature", "add", "a.cosignature").out.hasPrefix("Still waits"))
        let before = try home.read("Records/checkpoint.pending")
        home.now = home.now.map { $0 + 3600 }
        #expect(home.cosign("a").out.contains("the same as you cosigned before"))
        let again = home.run("cosignature", "add", "a.cosignature")
        #expect(again.exit == .done && again.out.hasPrefix("Still waits"), "\(again)")
        #expect(again.err.contains("cosigned it before; its line stays as it is"))
        #expect(try home.read("Records/checkpoint.pending") == before)
        // Two lines of one witness in one file.
        let line = try home.checkpoint("a.cosignature").note.signatures[0]
        let old = try SignedCheckpoint(parsing: before).note.signatures[1]
        try home.forge(home.checkpoint().checkpoint, [line, old], "twice")
        #expect(home.run("cosignature", "add", "twice").err.contains("which is one witness"))
    }

    @Test func whatAnOpponentMayHandIn() throws {
        let home = try Home.witnessed()
        let head = try home.checkpoint().checkpoint
        let witness = try home.signer("w.pem", "w.example/w"),
            ledger = try home.signer(
                ".config/daftar/keys/test.pem", Home.origin)
        func refused(_ signatures: [SignedNote.Signature], _ words: String, over other: Checkpoint? = nil) throws {
            try home.forge(other ?? head, signatures, "bad")
            let result = home.run("cosignature", "add", "bad")
            #expect(result.exit != .done && result.err.contains(words), "\(words): \(result)")
        }
        let good = try witness.cosign(head, at: 1)
        try refused([ledger.cosign(head, at: 1)], "a ledger can't be its own witness")
        try refused(
            [WitnessSigner(SigningKey.generate(), name: "z.example/w").cosign(head, at: 1)], "no witness of this")
        let timeless = SignedNote.Signature(
            name: good.name, id: good.id, bytes: [UInt8](repeating: 0, count: 8) + good.bytes.dropFirst(8))
        try refused([timeless], "no time that counts")
        try refused(
            [SignedNote.Signature(name: good.name, id: good.id, bytes: Array(good.bytes.dropLast()) + [255])],
            "does not verify")
        let elsewhere = Checkpoint(origin: try #require(Origin("other.example/x")), size: 1, root: head.root)
        try refused([witness.cosign(elsewhere, at: 1)], "is over a checkpoint of other.example/x", over: elsewhere)
        let forked = Checkpoint(origin: head.origin, size: 1, root: Hash.sha256([1]))
        try refused([witness.cosign(forked, at: 1)], "ALARM", over: forked)
        let ahead = Checkpoint(origin: head.origin, size: 9, root: Hash.sha256([1]))
        try refused([witness.cosign(ahead, at: 1)], "this machine has only 1", over: ahead)
        try home.write("nonsense\n", "bad")
        #expect(home.run("cosignature", "add", "bad").err.contains("is no cosignature"))
        #expect(try home.checkpoint().note.signatures.count == 1 && !home.exists("Records/checkpoint.pending"))
        try home.forge(head, [good], "good")
        #expect(home.run("cosignature", "add", "good").exit == .done)
    }

    @Test func theLedgerGrewMeanwhile() throws {
        let home = try Home.witnessed()
        _ = home.cosign()
        try home.add("one")
        let late = home.run("cosignature", "add", "w.cosignature")
        // Over what readers see, it still counts.
        #expect(late.exit == .done && late.out.hasPrefix("Witnessed: 1 entry"), "\(late)")
        _ = home.cosign()
        try home.add("two")
        let superseded = home.run("cosignature", "add", "w.cosignature")
        #expect(superseded.exit == .failed && superseded.err.contains("the ledger has 3 by now"), "\(superseded)")
    }
}
