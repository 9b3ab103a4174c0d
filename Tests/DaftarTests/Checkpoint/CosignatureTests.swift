import Testing

@testable import Daftar

/// C2SP tlog-checkpoint and tlog-cosignature.
@Suite struct CosignatureTests {
    /// The specification's example: a checkpoint with a witness's line.
    @Test func theExampleIsRead() throws {
        let text = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n"
        let lines = """
            \u{2014} example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u{2014} witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==

            """
        let bytes = Array((text + "\n" + lines).utf8)
        let signed = try SignedCheckpoint(parsing: bytes)
        #expect(
            signed.encoded == bytes && signed.checkpoint.size == 20_852_163
                && signed.checkpoint.text == Array(text.utf8))
        let cosignature = try #require(Cosignature(signed.note.signatures[1].bytes))
        #expect(cosignature.time == 1_679_315_147)
        #expect(
            Cosignature.message(time: cosignature.time, checkpoint: Array(text.utf8))
                == Array("cosignature/v1\ntime 1679315147\n\(text)".utf8))
    }

    @Test func timesAreWithinTheirRange() {
        func cosignature(_ time: UInt64) -> Cosignature? {
            Cosignature(TestKey.witness.cosignature(over: [], time: time).bytes)
        }
        #expect(cosignature(0) == nil && cosignature(1)?.time == 1)
        #expect(cosignature(1 << 63 - 1)?.time == .max && cosignature(1 << 63) == nil && cosignature(.max) == nil)
        let bytes = TestKey.witness.cosignature(over: [], time: 1).bytes
        #expect(Cosignature(Array(bytes.dropLast())) == nil && Cosignature(bytes + [0]) == nil)
    }

    /// A witness signs the time, too: another one is another message.
    @Test func theTimeIsSigned() throws {
        var ledger = Forge()
        ledger.event()
        let policy = try Policy(
            parsing: Array("log \(TestKey.ledger.vkey)\nwitness w \(TestKey.witness.vkey)\nquorum w\n".utf8))
        let checkpoint = ledger.checkpoint(2), text = checkpoint.text
        let right = TestKey.witness.cosignature(over: text, time: 7)
        var bytes = right.bytes
        bytes[7] = 8
        for (line, isMet) in [
            (right, true), (SignedNote.Signature(name: right.name, id: right.id, bytes: bytes), false),
        ] {
            let note = SignedNote(text: text, signatures: [TestKey.ledger.line(over: text), line])
            let signatures = CheckpointSignatures(SignedCheckpoint(checkpoint: checkpoint, note: note), policy)
            #expect(
                signatures.isQuorumMet == isMet && signatures.invalid.isEmpty == isMet && signatures.ledger.count == 1)
        }
    }
}
