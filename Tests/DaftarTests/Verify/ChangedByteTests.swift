import Testing

@testable import Daftar

/// Whatever byte of a ledger is changed: nothing passes for intact.
@Suite struct ChangedByteTests {
    /// Every byte of every file of a small ledger with content, several bits each.
    @Test(arguments: [0x01, 0x20, 0x80] as [UInt8]) func everyByteOfASmallLedger(_ mask: UInt8) throws {
        var forge = Forge()
        forge.event()
        forge.content(Forge.Content(lists: [], withheld: ["date"]), by: [.alice])
        let ledger = forge.published()
        #expect(try ledger.verify().verdict == .intact)
        let anchors = try ledger.anchors()
        for (path, bytes) in ledger.files.files {
            let passed = Lanes.map(bytes.count) { i in
                var changed = ledger.files
                changed.files[path]?[i] ^= mask
                return (try? Verification(files: changed, anchors: anchors, isChosen: true).run())?.verdict == .intact
            }
            for i in bytes.indices where passed[i] { Issue.record("\(path), byte \(i): \(bytes[i]) ^ \(mask)") }
        }
    }

    /// Bytes cut out, doubled, put in and swapped at random: the same, and no crash.
    @Test(arguments: 0..<8) func randomChanges(_ seed: Int) throws {
        var forge = Forge()
        for _ in 1...3 { forge.event() }
        forge.withdraw([forge.entries[2].shownDigests[0]], of: 2)
        forge.publishing.leftovers = [2]
        let ledger = forge.published(), anchors = try ledger.anchors()
        let paths = ledger.files.files.keys.sorted()
        var random = SeededGenerator(seed: UInt64(seed))
        for _ in 0..<150 {
            var changed = ledger.files
            let path = paths[Int.random(in: 0..<paths.count, using: &random)]
            let old = changed.files[path] ?? []
            let new = Mutation.random(old, using: &random)
            changed.files[path] = new
            let report = try Verification(files: changed, anchors: anchors, isChosen: true).run()
            if new != old, report.verdict == .intact {
                Issue.record("\(path): \(String(decoding: new, as: UTF8.self))")
            }
        }
    }

    /// The same of what is read before it is trusted: no parser crashes, and what it takes it writes back.
    @Test(arguments: 0..<4) func parsersGiveBackWhatTheyTake(_ seed: Int) throws {
        var forge = Forge()
        forge.event()
        let ledger = forge.published(), checkpoint = ledger.files.files["checkpoint"] ?? []
        let content = ledger.files.files["content/000.jsonl"] ?? [], entry = forge.entries[1]
        var random = SeededGenerator(seed: 1_000 + UInt64(seed))
        for _ in 0..<500 {
            let note = Mutation.random(checkpoint, using: &random)
            if let parsed = try? SignedCheckpoint(parsing: note) { #expect(parsed.encoded == note) }
            let json = Mutation.random(content, using: &random)
            if let value = try? CanonicalJSON.parse(json, levels: 10) { #expect(CanonicalJSON.encode(value) == json) }
            let disclosure = Mutation.random(entry.shown[0], using: &random)
            if let parsed = Disclosure(parsing: disclosure) { #expect(parsed.encoded == disclosure) }
            _ = try? Policy(parsing: Mutation.random(ledger.policy, using: &random))
            let bytes = Mutation.random(entry.bytes, using: &random)
            var digests: [SignedDigest] = []
            let span = bytes.span
            let scanned = ScannedEntry(index: 1, 0..<span.count, span, digests: &digests)
            if let header = scanned.header { #expect(bytes.starts(with: header.encoded)) }
        }
    }
}

/// A small change of some bytes.
enum Mutation {
    static func random(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        guard !bytes.isEmpty else { return [UInt8.random(in: 0...255, using: &random)] }
        var bytes = bytes
        let place = Int.random(in: 0..<bytes.count, using: &random)
        let other = min(bytes.count, place + Int.random(in: 1...40, using: &random))
        switch Int.random(in: 0..<6, using: &random) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.removeSubrange(place..<other)
        case 2: bytes.insert(contentsOf: bytes[place..<other], at: place)
        case 3: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place)
        case 4: bytes.swapAt(place, Int.random(in: 0..<bytes.count, using: &random))
        default: bytes.removeSubrange(place...)
        }
        return bytes
    }
}
