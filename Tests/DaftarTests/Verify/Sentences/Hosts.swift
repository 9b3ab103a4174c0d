@testable import Daftar

/// DESIGN 2 and 4.9: what somebody who has the files, or the ledger's own key, tries.
extension Sentence {
    static let hosts: [Sentence] = attacks + memories

    private static let path = "tile/entries/000.p/5"

    /// A charter and four events, of which the host rearranges the entries in their file.
    private static func attack(
        _ what: String, _ found: Found..., arranging change: @escaping @Sendable (inout [[UInt8]]) -> Void
    ) -> Sentence {
        Sentence(breach: "2 A host \(what)", .files(found)) { ledger, isBroken in
            for _ in 1...4 { ledger.event() }
            var entries = ledger.entries.map(\.bytes)
            change(&entries)
            let bundle = Forge.bundle(entries)
            if isBroken { ledger.host { $0[path] = bundle } }
        }
    }

    private static let attacks: [Sentence] = [
        attack("swaps two entries", Code.moved[2], Code.moved[3]) { $0.swapAt(2, 3) },
        attack("drops an entry", Code.entryMissing[2], Code.moved[3], Code.bundleLengths[4]) { $0.remove(at: 2) },
        attack("drops the last entry", Code.bundleLengths[4]) { $0.removeLast() },
        attack("truncates the file", Code.bundleLengths[3]) { $0.removeLast(2) },
        attack("inserts an entry", Code.inserted[2], Code.moved[3], Code.moved[4], Code.bundleLengths[4]) {
            $0.insert($0[1], at: 2)
        },
        attack("appends an entry", Code.bundleLengths[4]) { $0.append($0[1]) },
        attack("puts one entry in another's place", Code.altered[2]) { $0[2] = $0[1] },
        attack("rotates them", Code.moved[2], Code.moved[3], Code.moved[4]) { $0.append($0.remove(at: 2)) },
        attack("alters a header", Code.altered[4]) { $0[4].replace("2026-11-20", with: "2026-11-21") },
        attack("says that an entry is newer", Code.altered[2]) { $0[2].replace("entry@v1", with: "entry@v2") },
        attack("alters a statement", Code.altered[3]) { $0[3].replace("actors", with: "actorz") },
        Sentence("2 A host replaces a content line with another entry's", Code.contentAltered[2]) { ledger, isBroken in
            for _ in 1...4 { ledger.event() }
            if isBroken { ledger.entries[2].shown = ledger.entries[3].shown }
        },
        Sentence("2 A host removes one disclosure", Code.contentMissing[2]) { ledger, isBroken in
            for _ in 1...4 { ledger.event() }
            if isBroken { ledger.entries[2].shown.removeFirst() }
        },
        Sentence("2 A host signs the ledger with a key of its own", Code.checkpointUnsigned.whole) { ledger, isBroken in
            if isBroken { ledger.publishing.signers = [TestKey(Forge.origin, seed: "the host's")] }
        },
        Sentence("2 A host brings a charter of its own", Code.charterNotPinned[0]) { ledger, isBroken in
            let pin = ledger.entries[0].leaf.base64 + "\n"
            if isBroken { ledger = Forge { $0["licence"] = "none" } }
            ledger.publishing.pin = pin
        },
        Sentence("2 A host alters an entry and its tile", Code.rootDiffers.whole) { ledger, isBroken in
            for _ in 1...4 { ledger.event() }
            let honest = ledger.signed(5, [])
            if isBroken {
                let shown = ledger.entries[4].shown
                ledger = Forge()
                for _ in 1...3 { ledger.event() }
                ledger.event(recorded: "2026-11-21")
                ledger.entries[4].shown = shown
            }
            ledger.host { $0["checkpoint"] = honest }
        },
        Sentence("2 The ledger's key rewrites an entry: a later author had seen it", Code.seenOtherHistory[2]) {
            ledger, isBroken in
            ledger.event()
            ledger.event(recorded: "2026-11-21")
            guard isBroken else { return }
            let later = ledger.entries[2], seen = ledger.entries[1].leaf.base64
            ledger = Forge()
            ledger.event(recorded: "2026-11-21")
            var entry = later.bytes
            entry.replace(seen, with: ledger.entries[1].leaf.base64)
            ledger.add(entry, statementHash: later.statementHash, shown: later.shown)
        },
    ]

    // MARK: With a memory

    private static let memories: [Sentence] = [
        Sentence("4.9 A smaller one later is a rollback", Code.rolledBack.whole, oracle: false) { ledger, isBroken in
            for _ in 1...4 { ledger.event() }
            ledger.publishing.remembered = ledger.checkpoint(5)
            if isBroken {
                ledger.publishing.size = 3
                for entry in 3...4 { ledger.entries[entry].shown = [] }
            }
        },
        Sentence("4.9 A different one at the same size is a fork", Code.forked.whole, oracle: false) {
            ledger, isBroken in
            ledger.event()
            let honest = ledger.checkpoint(2)
            if isBroken { ledger = Forge(); ledger.event(by: [.sitora]) }
            ledger.publishing.remembered = honest
        },
        Sentence("4.9 An inconsistent one is a fork", Code.forked.whole, oracle: false) { ledger, isBroken in
            ledger.event()
            let honest = ledger.checkpoint(2)
            if isBroken { ledger = Forge(); ledger.event(by: [.sitora]) }
            for _ in 1...3 { ledger.event() }
            ledger.publishing.remembered = honest
        },
        .allows("4.9 It grew") { ledger, _ in
            for _ in 1...4 { ledger.event() }
            ledger.publishing.remembered = ledger.checkpoint(2)
        },
        Sentence(
            "4.9 Altered files are no fork: the ledger's key signed one history", Code.rootDiffers.whole, oracle: false
        ) { ledger, isBroken in
            ledger.event()
            let honest = ledger.signed(2, [])
            ledger.publishing.remembered = ledger.checkpoint(2)
            if isBroken {
                ledger = Forge(); ledger.event(recorded: "2026-11-21"); ledger.publishing.remembered = Forge.remembered
            }
            ledger.host { $0["checkpoint"] = honest }
        },
        .allows("4.9 nothing where anchors were not chosen", exit: 4, oracle: false) { ledger, _ in
            ledger.publishing.isChosen = false
            ledger.publishing.remembered = ledger.checkpoint(1)
        },
    ]
}

extension Forge {
    /// The checkpoint of a charter and one event.
    fileprivate static var remembered: Checkpoint {
        var ledger = Forge()
        ledger.event()
        return ledger.checkpoint(2)
    }
}
