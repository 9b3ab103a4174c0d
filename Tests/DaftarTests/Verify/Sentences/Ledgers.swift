@testable import Daftar

/// DESIGN 4.4 to 4.6: entries, the published files, and the anchors.
extension Sentence {
    static let entries: [Sentence] = headers44
    static let files: [Sentence] = tree45 + checkpoints45 + pending45
    static let anchors: [Sentence] = policies46

    // MARK: 4.4

    private static let headers44: [Sentence] = [
        header44("its first line", "daftar/entry@v1", "daftar/entry"),
        header44("the order of lines", "index 1\n", ""),
        header44("leading zero in index", "index 1", "index 01"),
        header44("two spaces", "index 1", "index  1"),
        header44("CRLF", "index 1\n", "index 1\r\n"),
        header44("previous without its padding", "=\nrecorded", "\nrecorded"),
        header44("no empty line", "20\n\n", "20\n"),
        header44("two empty lines", "20\n\n", "20\n\n\n", .statementForm),
        header44("a line more", "20\n\n", "20\nmore 1\n\n"),
        header44("index: its place from 0", "index 1", "index 2", .indexWrong),
        header44("recorded: a day that exists", "2026-11-20", "2026-02-29", .dayUnreal),
        header44("recorded: a month that exists", "2026-11-20", "2026-13-20", .dayUnreal),
        header44("recorded: no day 00", "2026-11-20", "2026-11-00", .dayUnreal),
        header44("recorded: a day and no time", "2026-11-20", "2026-11-20T10:00Z", .dayUnreal),
        header44("recorded: four digits of a year", "2026-11-20", "26-11-20", .dayUnreal),
        Sentence("4.4 previous: the leaf hash of the entry before", Code.previousWrong[2]) { ledger, isBroken in
            ledger.event()
            let right = ledger.entries[1].leaf.base64, wrong = ledger.entries[0].leaf.base64
            ledger.event(isBroken ? .header { $0.replace(right, with: wrong) } : EntryHooks())
        },
        Sentence("4.4 previous: of entry 0 the root of the empty tree", Code.previousWrong[0], Code.stranger[1]) {
            ledger, isBroken in
            ledger = Forge(
                isBroken ? .header { $0.replace(Hash.emptyTree.base64, with: Hash.sha256([1]).base64) } : EntryHooks())
            ledger.event()
        },
        Sentence("4.4 recorded: never earlier than the entry before", Code.dayDecreases[2]) { ledger, isBroken in
            ledger.event(recorded: "2026-11-21")
            ledger.event(recorded: isBroken ? "2026-11-20" : "2026-11-21")
        },
        .allows("4.4 recorded: 29 February of a leap year") { ledger, _ in ledger.event(recorded: "2028-02-29") },
        .allows("4.4 A day in the future is a note, not a finding") { ledger, _ in ledger.event(recorded: "9999-12-31")
        },
        Sentence("4.4 the statement, whole: an entry of a header alone", Code.statementForm[1]) { ledger, isBroken in
            ledger.event(isBroken ? .statement { $0 = [] } : EntryHooks())
            if isBroken { ledger.entries[1].shown = [] }
        },
        Sentence("4.4 an entry: not empty", Code.headerForm[1]) { ledger, isBroken in
            ledger.event(isBroken ? .entry { $0 = [] } : EntryHooks())
        },
    ]

    private static func header44(_ what: String, _ old: String, _ new: String, _ code: FindingCode = .headerForm)
        -> Sentence
    {
        Sentence("4.4 the header: \(what)", code[1]) { ledger, isBroken in
            ledger.event(isBroken ? .header { $0.replace(old, with: new) } : EntryHooks())
        }
    }

    // MARK: 4.5, tiles and bundles

    private static let tree45: [Sentence] = [
        file45("the bundle is there", Code.bundleMissing[0], "tile/entries/000.p/3") { $0 = nil },
        file45("lengths add up: a byte is cut off", Code.bundleLengths[2], "tile/entries/000.p/3") { $0?.removeLast() },
        file45("lengths add up: a byte follows", Code.bundleLengths[2], "tile/entries/000.p/3") { $0?.append(0) },
        file45("a bundle is not empty", Code.bundleLengths[0], "tile/entries/000.p/3") { $0 = [] },
        file45("the tile is there", Code.tileMissing.whole, "tile/0/000.p/3") { $0 = nil },
        file45("a tile has 32 bytes a hash", Code.tileMissing.whole, "tile/0/000.p/3") { $0?.append(0) },
        file45("leaf hashes equal the level-0 tile", Code.tileAltered.whole, "tile/0/000.p/3") { $0?[33] ^= 1 },
        Sentence("5.4 tiles above follow from those below", Code.tileAltered.whole) { ledger, isBroken in
            fill(&ledger, to: 600)
            if isBroken { ledger.host { $0["tile/1/000.p/2"]?[33] ^= 1 } }
        },
        Sentence("4.5 each level of tiles is there", Code.tileMissing.whole) { ledger, isBroken in
            fill(&ledger, to: 257)
            if isBroken { ledger.host { $0["tile/1/000.p/1"] = nil } }
        },
        Sentence("5.4 left-over partial tiles are prefixes of the newest", Code.leftoverDiffers.whole) {
            ledger, isBroken in
            fill(&ledger, to: 3)
            ledger.publishing.leftovers = [2]
            if isBroken { ledger.host { $0["tile/0/000.p/2"]?[0] ^= 1 } }
        },
        Sentence("5.4 left-over partial tiles are of their width", Code.leftoverDiffers.whole) { ledger, isBroken in
            fill(&ledger, to: 3)
            ledger.publishing.leftovers = [2]
            if isBroken { ledger.host { $0["tile/0/000.p/2"]?.removeLast() } }
        },
        Sentence("5.4 left-over partial bundles are prefixes of the newest", Code.leftoverDiffers.whole) {
            ledger, isBroken in
            fill(&ledger, to: 3)
            ledger.publishing.leftovers = [2]
            if isBroken { ledger.host { $0["tile/entries/000.p/2"]?.replace("2026", with: "2025") } }
        },
        Sentence("5.4 left-over partial bundles are of their width", Code.leftoverDiffers.whole) { ledger, isBroken in
            fill(&ledger, to: 3)
            ledger.publishing.leftovers = [2]
            if isBroken { ledger.host { $0["tile/entries/000.p/1"] = $0["tile/entries/000.p/2"] } }
        },
        Sentence("5.4 left-over ones of a full bundle too", Code.leftoverDiffers.whole) {
            ledger, isBroken in
            fill(&ledger, to: 256)
            ledger.publishing.leftovers = [7]
            if isBroken { ledger.host { $0["tile/entries/000.p/7"]?.replace("2026", with: "2025") } }
        },
        Sentence(
            "5.4 left-over ones where the full file stands for the newest", Code.leftoverDiffers.whole, oracle: false
        ) { ledger, isBroken in
            fill(&ledger, to: 256)
            (ledger.publishing.size, ledger.publishing.leftovers) = (9, [7])
            let whole = ledger.tree(256)
            ledger.host { files in
                files.merge(whole) { old, _ in old }
                for path in ["tile/entries/000.p/9", "tile/0/000.p/9"] { files[path] = nil }
                if isBroken { files["tile/entries/000.p/7"]?.replace("2026", with: "2025") }
            }
        },
        .allows("4.5 Partial tiles and bundles of published sizes stay") { ledger, _ in
            fill(&ledger, to: 300)
            ledger.publishing.leftovers = [1, 2, 255, 256, 257]
        },
        .allows("4.5 256 entries") { ledger, _ in fill(&ledger, to: 256) },
        .allows("4.5 257 entries") { ledger, _ in fill(&ledger, to: 257) },
        .allows("4.5 600 entries") { ledger, _ in fill(&ledger, to: 600) },
        .allows("4.8 Data beyond the checkpoint: a reader ignores it and says so", notes: [.beyondCheckpoint]) {
            ledger, _ in
            fill(&ledger, to: 4)
            (ledger.publishing.size, ledger.publishing.leftovers) = (2, [4])
        },
        .allows("4.8 Beyond the checkpoint, though it be wrong", notes: [.beyondCheckpoint]) { ledger, _ in
            fill(&ledger, to: 2)
            ledger.event(by: [.zafar], seen: 0)
            (ledger.publishing.size, ledger.publishing.leftovers) = (2, [3])
        },
        .allows("4.5 files on their way are .tmp-*, which readers ignore") { ledger, _ in
            fill(&ledger, to: 3)
            ledger.host {
                $0["tile/entries/000.p/.tmp-1"] = [1]; $0[".tmp-checkpoint"] = []
            }
        },
    ]

    /// Small events up to this size of the ledger.
    private static func fill(_ ledger: inout Forge, to size: Int) {
        let content = Forge.Content(fields: [("n", 1)], lists: [])
        while ledger.entries.count < size { ledger.content(content, by: [.rahmon]) }
    }

    /// Three entries, and one file that the host changed.
    private static func file45(
        _ what: String, _ found: Found, _ path: String, _ change: @escaping @Sendable (inout [UInt8]?) -> Void
    ) -> Sentence {
        Sentence("5.3, 5.4 \(what)", found) { ledger, isBroken in
            fill(&ledger, to: 3)
            if isBroken { ledger.host { change(&$0[path]) } }
        }
    }

    // MARK: 4.5, checkpoints

    private static let checkpoints45: [Sentence] = [
        Sentence("5.2 there is a checkpoint", Code.checkpointMissing.whole, oracle: false) { ledger, isBroken in
            if isBroken { ledger.host { $0["checkpoint"] = nil } }
        },
        text45("exactly three lines", Code.checkpointForm.whole) { $0 += Array("more\n".utf8) },
        text45("no fewer lines", Code.checkpointForm.whole) { $0.replace("\n1\n", with: "\n") },
        text45("a size without leading zero", Code.checkpointForm.whole) { $0.replace("\n1\n", with: "\n01\n") },
        text45("a size of at least one", Code.checkpointForm.whole) { $0.replace("\n1\n", with: "\n0\n") },
        text45("a size of at most 2^53-1", Code.checkpointForm.whole) {
            $0.replace("\n1\n", with: "\n9007199254740992\n")
        },
        text45("an origin without a space", Code.checkpointForm.whole) { $0.replace("forge", with: "for ge") },
        text45("CRLF", Code.checkpointForm.whole) { $0.replace("\n1\n", with: "\r\n1\n") },
        text45("a root in canonical base64", Code.checkpointForm.whole) { $0.replace("=\n", with: "\n") },
        text45("the policy's origin", Code.checkpointOrigin.whole) { $0.replace("forge", with: "other") },
        text45("the root of its entries", Code.rootDiffers.whole) {
            let wrong = Array(Hash.sha256([1]).base64.utf8)
            $0.replaceSubrange($0.count - 45..<$0.count - 1, with: wrong)
        },
        Sentence("5.2 the ledger's signature verifies", Code.checkpointSignature.whole, Code.checkpointUnsigned.whole) {
            ledger, isBroken in
            if isBroken {
                ledger.publishing.signers = [TestKey(name: Forge.origin, type: 1, material: TestKey.ledger.material)]
            }
        },
        Sentence("5.2 the ledger's signature is there", Code.checkpointUnsigned.whole) { ledger, isBroken in
            if isBroken { ledger.publishing.signers = [.zafar] }
        },
        Sentence("5.2 a second line by the ledger's key that is broken", Code.checkpointSignature.whole) {
            ledger, isBroken in
            if isBroken {
                ledger.publishing.signers.append(
                    TestKey(name: Forge.origin, type: 1, material: TestKey.ledger.material))
            }
        },
        Sentence("5.2 a second line by the ledger's key, the same again", Code.checkpointSignature.whole) {
            ledger, isBroken in
            if isBroken { ledger.publishing.signers.append(.ledger) }
        },
        Sentence("4 a checkpoint has at most 64 KiB", Code.checkpointForm.whole) { ledger, isBroken in
            let strangers = (0..<(isBroken ? 600 : 400)).map { TestKey("stranger.example/\($0)", seed: "s") }
            ledger.publishing.signers += strangers
        },
        .allows("4 On checkpoints, signature lines by unknown keys are kept and ignored") { ledger, _ in
            ledger.publishing.signers += [.zafar, TestKey("witness.example/свидетель"), .future]
        },
        .allows("C2SP: a line that shares the name, and not the ID, is by an unknown key") { ledger, _ in
            ledger.publishing.signers.append(TestKey(Forge.origin, seed: "another"))
        },
    ]

    private static func text45(
        _ what: String, _ found: Found..., changing change: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> Sentence {
        Sentence(breach: "5.2 A checkpoint: \(what)", .findings(found)) { ledger, isBroken in
            if isBroken { ledger.publishing.checkpointText = change }
        }
    }

    private static let pending45: [Sentence] = [
        .allows("4.5 checkpoint.pending: a newer one that waits", notes: [.pending]) { ledger, _ in
            fill(&ledger, to: 3)
            (ledger.publishing.size, ledger.publishing.pendingSize, ledger.publishing.leftovers) = (2, 3, [2])
        },
        Sentence("4.5 checkpoint.pending extends the checkpoint: not smaller", Code.pendingDisagrees.whole) {
            ledger, isBroken in
            fill(&ledger, to: 3)
            ledger.publishing.pendingSize = isBroken ? 2 : 3
        },
        Sentence("4.5 checkpoint.pending extends the checkpoint: no other history", Code.pendingDisagrees.whole) {
            ledger, isBroken in
            fill(&ledger, to: 3)
            var other = Forge()
            other.event(by: [.sitora])
            fill(&other, to: 3)
            let pending = isBroken ? other.signed(3, []) : ledger.signed(3, [])
            ledger.host { $0["checkpoint.pending"] = pending }
        },
        Sentence(
            "4.5 checkpoint.pending is checked like checkpoint: signed by the ledger", Code.checkpointUnsigned.whole
        ) { ledger, isBroken in
            fill(&ledger, to: 2)
            let text = ledger.checkpoint(2).text
            let pending = SignedNote(text: text, signatures: [(isBroken ? TestKey.zafar : .ledger).line(over: text)])
            ledger.host { $0["checkpoint.pending"] = pending.encoded }
        },
        Sentence("4.5 checkpoint.pending is checked like checkpoint: well-formed", Code.checkpointForm.whole) {
            ledger, isBroken in
            fill(&ledger, to: 2)
            if isBroken { ledger.host { $0["checkpoint.pending"] = [10] } }
        },
        Sentence("4.5 checkpoint.pending is checked like checkpoint: its entries", Code.stranger[2]) {
            ledger, isBroken in
            fill(&ledger, to: 2)
            ledger.event(by: [isBroken ? .zafar : .rahmon])
            (ledger.publishing.size, ledger.publishing.pendingSize, ledger.publishing.leftovers) = (2, 3, [2])
        },
        .allows("4.5 A ledger's first checkpoint may wait: nobody vouches yet", exit: 4) { ledger, _ in
            fill(&ledger, to: 2)
            ledger.publishing.policy = witnessed46
            ledger.publishing.pendingSize = 2
            ledger.host { $0["checkpoint"] = nil }
        },
    ]

    // MARK: 4.6

    private static let witnessed46 = "log \(TestKey.ledger.vkey)\nwitness one \(TestKey.witness.vkey)\nquorum one\n"
    private static let grouped46 = """
        # two of three, by any white space
        log \(TestKey.ledger.vkey) https://ledger.example/
        log \(TestKey.laterLedger.vkey)

        witness one \(TestKey.witness.vkey)
        witness\ttwo  \(TestKey.otherWitness.vkey) https://witness.example/
          witness three \(TestKey.thirdWitness.vkey)
        group outer any one two
        group all all outer three
        quorum all

        """

    private static func witnessed(_ text: String, exit: Int32, policy: String, _ cosigners: [(TestKey, UInt64)])
        -> Sentence
    {
        .allows("4.6 \(text)", exit: exit) { ledger, _ in
            ledger.publishing.policy = policy
            ledger.publishing.cosigners = cosigners
        }
    }

    private static let policies46: [Sentence] = [
        witnessed("a quorum of one witness", exit: 0, policy: witnessed46, [(.witness, 1)]),
        witnessed("a quorum that is short", exit: 4, policy: witnessed46, []),
        witnessed("a quorum of another witness", exit: 4, policy: witnessed46, [(.otherWitness, 1)]),
        witnessed("5.2 each with a time of at least 1", exit: 4, policy: witnessed46, [(.witness, 0)]),
        witnessed("a time of at most 2^63-1", exit: 4, policy: witnessed46, [(.witness, 1 << 63)]),
        witnessed("two times of one witness", exit: 0, policy: witnessed46, [(.witness, 1), (.witness, 2)]),
        witnessed("groups: both", exit: 0, policy: grouped46, [(.thirdWitness, 5), (.otherWitness, 1)]),
        witnessed("groups: one of both", exit: 4, policy: grouped46, [(.otherWitness, 1), (.witness, 1)]),
        Sentence("4.6 a cosignature that does not verify", Code.checkpointSignature.whole) { ledger, isBroken in
            ledger.publishing.policy = witnessed46
            ledger.publishing.cosigners = [(.witness, 1)]
            if isBroken {
                ledger.publishing.cosigners.append(
                    (TestKey(name: TestKey.witness.name, type: 4, material: TestKey.witness.material), 2))
            }
        },
        .allows("4.6 the ledger's keys: rotated") { ledger, _ in
            ledger.publishing.policy = grouped46
            ledger.publishing.signers = [.laterLedger]
            ledger.publishing.cosigners = [(.thirdWitness, 5), (.otherWitness, 1)]
        },
        .allows("4.6 the ledger's keys: both") { ledger, _ in
            ledger.publishing.policy = grouped46
            ledger.publishing.signers = [.ledger, .laterLedger]
            ledger.publishing.cosigners = [(.thirdWitness, 5), (.otherWitness, 1)]
        },
        .allows("4.6 Anchors that merely lie beside a ledger: exit 4", exit: 4, oracle: false) { ledger, _ in
            ledger.publishing.isChosen = false
        },
        Sentence("4.6 every public key as SPKI PEM: the one that its name says", Code.keyFileDiffers.whole) {
            ledger, isBroken in
            ledger.publishing.keyFiles = ["alice": isBroken ? TestKey.bela.material : TestKey.alice.material]
        },
        .allows("4.6 Keys/*.pem: another key is a note", notes: [.strangeKeyFile]) { ledger, _ in
            ledger.publishing.keyFiles = ["zafar": TestKey.zafar.material]
        },
        Sentence("4.6 Keys/charter pins who may speak", Code.charterNotPinned[0]) { ledger, isBroken in
            if isBroken { ledger.publishing.pin = Hash.sha256([1]).base64 + "\n" }
        },
    ]
}
