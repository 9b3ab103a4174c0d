import Testing

@testable import Daftar

/// Files are restored where they are proven to be right, and in no other case.
@Suite struct RestorationTests {
    /// What a repair of `here` leaves, and what became of each file.
    static func repaired(
        _ here: MemoryFiles, from copy: MemoryFiles, _ anchors: TrustAnchors, remembered: Checkpoint? = nil
    ) throws -> (files: MemoryFiles, outcomes: [String: Restoration.Outcome]) {
        var files = here, outcomes: [String: Restoration.Outcome] = [:]
        let rounds: [(Restoration) -> (Restoration.Visit) throws -> Void] = [
            { $0.visitTree }, { $0.visitContent }, { $0.visitEvidence }, { $0.visitTimestamps },
            { $0.visitCheckpoints },
        ]
        for round in rounds {
            let restoration = try Restoration(here: files, copy: copy, anchors: anchors, remembered: remembered)
            var put: [String: [UInt8]] = [:]
            let visitAll = round(restoration)
            try visitAll { place, outcome in
                outcomes[place.path] = outcome
                if case .restored(let bytes) = outcome { put[place.path] = bytes }
            }
            for (path, bytes) in put { files.files[path] = bytes.isEmpty ? nil : bytes }
        }
        return (files, outcomes)
    }

    /// Every file of a ledger by another program: gone, cut short, or with a byte changed at its start, middle and end.
    @Test(arguments: ["small", "wide"]) func everyFileHeals(_ example: String) throws {
        let good = try MemoryFiles(vectors: "example/\(example)/Records")
        let anchors = try Vectors.anchors("example/\(example)/Keys")
        for (path, bytes) in good.files {
            // The larger one with a few: each of them is verified several times.
            let isSmall = example == "small"
            var damages: [[UInt8]?] = isSmall ? [nil, Array(bytes.dropLast()), bytes + [10]] : [nil]
            for offset in isSmall ? [0, bytes.count / 2, bytes.count - 2] : [bytes.count / 2] {
                var changed = bytes
                changed[offset] ^= 1
                damages.append(changed)
            }
            for (i, damage) in damages.enumerated() {
                var here = good
                here.files[path] = damage
                let (files, _) = try Self.repaired(here, from: good, anchors)
                #expect(files.files == good.files, "\(example)/\(path), damage \(i)")
            }
        }
    }

    @Test func whatIsIntactIsLeftAlone() throws {
        let good = try MemoryFiles(vectors: "example/wide/Records")
        let (files, outcomes) = try Self.repaired(good, from: MemoryFiles(), try Vectors.anchors("example/wide/Keys"))
        #expect(files.files == good.files && outcomes.isEmpty)
    }

    /// Both are damaged, each elsewhere: what most say is tried, and proven by the root.
    @Test func twoDamagedCopiesHealEachOther() throws {
        let good = try MemoryFiles(vectors: "example/wide/Records")
        let anchors = try Vectors.anchors("example/wide/Keys")
        var here = good, copy = good
        here.files["tile/0/000"]?[40] ^= 1
        here.files["tile/entries/001.p/59"]?[300] ^= 1
        copy.files["tile/0/001.p/59"]?[40] ^= 1
        copy.files["tile/entries/000"]?[300] ^= 1
        #expect(try Self.repaired(here, from: copy, anchors).files.files == good.files)
        #expect(try Self.repaired(copy, from: here, anchors).files.files == good.files)
    }

    static func forged(_ make: (inout Forge) -> Void) throws -> (MemoryFiles, TrustAnchors) {
        var ledger = Forge()
        make(&ledger)
        let published = ledger.published()
        return (published.files, try #require(try published.anchors()))
    }

    @Test func whatWasWithdrawnIsNotBroughtBack() throws {
        var ledger = Forge()
        let event = ledger.event()
        let copy = ledger.published().files
        let digests = Array(ledger.entries[event].shownDigests.prefix(2))
        ledger.withdraw(digests, of: event)
        let published = ledger.published(), anchors = try #require(try published.anchors())
        var here = published.files
        here.files["content/000.jsonl"] = nil
        let (files, _) = try Self.repaired(here, from: copy, anchors)
        #expect(files.files == published.files.files)
        // Nor from a copy that says that it is as new.
        var newer = published.files
        newer.files["content/000.jsonl"] = copy.files["content/000.jsonl"]
        #expect(try Self.repaired(here, from: newer, anchors).files.files == published.files.files)
    }

    /// The withdrawal lies in another bundle, which neither has any more: nobody can tell what may be shown.
    @Test func whatMayHaveBeenWithdrawnStaysAway() throws {
        var ledger = Forge()
        let event = ledger.event()
        while ledger.entries.count < 257 { ledger.content(Forge.Content(fields: [], lists: []), by: [.rahmon]) }
        let copy = ledger.published().files
        ledger.withdraw(Array(ledger.entries[event].shownDigests.prefix(2)), of: event)
        let published = ledger.published(), anchors = try #require(try published.anchors())
        var here = published.files
        here.files["content/000.jsonl"] = nil
        here.files["tile/entries/001.p/2"] = nil
        let (files, outcomes) = try Self.repaired(here, from: copy, anchors)
        #expect(files.files["content/000.jsonl"] == nil)
        guard case .missing? = outcomes["tile/entries/001.p/2"] else {
            Issue.record("the entry that is nowhere")
            return
        }
    }

    /// A line of another file's entry is no beginning of what comes next.
    @Test func aStrayLineGoes() throws {
        var ledger = Forge()
        ledger.event()
        while ledger.entries.count < 256 { ledger.content(Forge.Content(fields: [], lists: []), by: [.rahmon]) }
        let good = ledger.published().files, anchors = try #require(try ledger.published().anchors())
        var here = good
        here.files["content/000.jsonl"]? += Array("{\"disclosures\":[],\"entry\":9999}\n".utf8)
        #expect(try Self.repaired(here, from: good, anchors).files.files == good.files)
    }

    /// What a checkpoint claims costs nothing before it is there.
    @Test(.timeLimit(.minutes(1))) func aClaimedSize() throws {
        var forge = Forge()
        forge.event()
        forge.publishing.checkpointText = { $0.replace("\n2\n", with: "\n\(Limits.integer)\n") }
        let published = forge.published(), anchors = try #require(try published.anchors())
        #expect(throws: Restoration.Failure.self) {
            try Restoration(here: published.files, copy: published.files, anchors: anchors, remembered: nil)
        }
    }

    @Test func whatIsWithheldIsNotPublished() throws {
        var ledger = Forge()
        let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
        let published = ledger.published(), anchors = try #require(try published.anchors())
        ledger.entries[event].shown += ledger.entries[event].hidden
        let leak = ledger.published().files
        var here = published.files
        here.files["content/000.jsonl"] = nil
        #expect(leak.files != published.files.files)
        #expect(try Self.repaired(here, from: leak, anchors).files.files == published.files.files)
    }

    @Test func evidenceByItsDigest() throws {
        let capture = Array("a page as it was\n".utf8), place = LedgerPlace.evidence(Hash.sha256(capture)).path
        let (good, anchors) = try Self.forged { ledger in
            let digest = JSONValue.string("sha256:" + Hash.sha256(capture).hex)
            let captures: JSONValue = ["digest": digest, "stored": "public"]
            ledger.content(Forge.Content(lists: [("captures", [captures])]), by: [.rahmon])
            ledger.host { $0[place] = capture }
        }
        for damage in [nil, capture + [10]] {
            var here = good
            here.files[place] = damage
            #expect(try Self.repaired(here, from: good, anchors).files.files == good.files)
            var copy = good
            copy.files[place] = [1]
            guard case .refused? = try Self.repaired(here, from: copy, anchors).outcomes[place] else {
                Issue.record("a capture of another digest")
                continue
            }
            copy.files[place] = nil
            #expect(try Self.repaired(here, from: copy, anchors).outcomes[place] == .missing("not in the copy"))
        }
    }

    /// An older copy heals what it has, and its checkpoint never takes the place of a newer one.
    @Test func anOlderCopy() throws {
        var ledger = Forge()
        ledger.event()
        let old = ledger.published().files
        let one = ledger.checkpoint(2)
        ledger.event()
        let good = ledger.published().files, anchors = try #require(try ledger.published().anchors())
        var here = good
        here.files["tile/entries/000.p/3"]?[900] ^= 1
        here.files["tile/0/000.p/3"] = nil
        #expect(try Self.repaired(here, from: old, anchors).files.files == good.files)
        here = good
        here.files["checkpoint"] = nil
        #expect(throws: Restoration.Failure.self) { try Self.repaired(here, from: old, anchors) }
        // Even where nothing here says any more how far it went, this machine remembers.
        #expect(throws: Restoration.Failure.self) {
            try Self.repaired(MemoryFiles(), from: old, anchors, remembered: ledger.checkpoint(3))
        }
        #expect(try Self.repaired(MemoryFiles(), from: old, anchors, remembered: one).files.files == old.files)
    }

    @Test func aForgersCopyProvesNothing() throws {
        var ledger = Forge()
        ledger.event()
        let good = ledger.published().files, anchors = try #require(try ledger.published().anchors())
        var other = Forge()
        other.event(by: [.alice])
        let forged = other.published().files
        var here = good
        let end = try #require(good.files["tile/entries/000.p/2"]?.count)
        here.files["tile/entries/000.p/2"]?[end - 20] ^= 1
        let (files, outcomes) = try Self.repaired(here, from: forged, anchors)
        guard case .refused? = outcomes["tile/entries/000.p/2"] else {
            Issue.record("\(outcomes)")
            return
        }
        #expect(files.files == here.files)
        // Signed by the ledger's own key, and not the history that was seen here.
        here.files["checkpoint"] = nil
        #expect(throws: Restoration.Failure.self) {
            try Self.repaired(here, from: forged, anchors, remembered: ledger.checkpoint(2))
        }
        // By a stranger's key.
        other.publishing.signers = [.laterLedger]
        #expect(throws: Restoration.Failure.self) {
            try Self.repaired(here, from: other.published().files, anchors)
        }
    }

    /// Lines by witnesses that were altered or lost come from the copy, and none that does not verify.
    @Test func cosignaturesComeBack() throws {
        var ledger = Forge()
        ledger.event()
        ledger.publishing.policy = "log \(TestKey.ledger.vkey)\nwitness w \(TestKey.witness.vkey)\nquorum w\n"
        ledger.publishing.cosigners = [(.witness, 7)]
        let good = ledger.published().files, anchors = try #require(try ledger.published().anchors())
        ledger.publishing.cosigners = []
        #expect(try Self.repaired(ledger.published().files, from: good, anchors).files.files == good.files)
        var altered = good
        let count = try #require(good.files["checkpoint"]?.count)
        altered.files["checkpoint"]?[count - 10] ^= 1
        #expect(try Self.repaired(altered, from: good, anchors).files.files == good.files)
        #expect(try Self.repaired(ledger.published().files, from: altered, anchors).outcomes.isEmpty)
    }
}
