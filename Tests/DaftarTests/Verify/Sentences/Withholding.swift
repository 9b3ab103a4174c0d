@testable import Daftar

/// DESIGN 4.3: content that is not shown, withheld, released or withdrawn; and the captures of what is (step 10).
extension Sentence {
    static let withholding: [Sentence] = withheld43 + released43 + withdrawn43 + evidence43

    // MARK: Withheld

    private static let withheld43: [Sentence] = [
        .allows("4.3 withheld: their disclosures stay in the author's vault") { ledger, _ in
            ledger.content(Forge.Content(withheld: ["date", "actors"]), by: [.rahmon])
        },
        .allows("4.3 digests in withheld need not have a disclosure: withheld whole, with decoys") { ledger, _ in
            ledger.content(Forge.Content(fields: [], lists: [], decoys: 8), by: [.rahmon])
        },
        Sentence("4.3 They may be published only after a release", Code.withheldPublished[1]) { ledger, isBroken in
            ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            if isBroken { ledger.entries[1].shown += ledger.entries[1].hidden }
        },
        Sentence("4.3 published only after a release of that very digest", Code.withheldPublished[1]) {
            ledger, isBroken in
            ledger.content(Forge.Content(withheld: ["date", "actors"]), by: [.rahmon])
            ledger.release([ledger.entries[1].hiddenDigests[0]], of: 1)
            if isBroken { ledger.entries[1].shown = ledger.entries[1].shown.prefix(1) + ledger.entries[1].hidden }
        },
        Sentence("4.3 published only after a release that has effect", Code.notEntitled[2], Code.withheldPublished[1]) {
            ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.release(ledger.entries[event].hiddenDigests, of: event, by: [isBroken ? .sitora : .rahmon])
        },
    ]

    private static let released43: [Sentence] = [
        .allows("4.3 released, not here: while that release is last", notes: [.releasedNotHere]) { ledger, _ in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.release(ledger.entries[event].hiddenDigests, of: event, isPublished: false)
        },
        .allows("4.3 released, not here: while nothing except releases follows", notes: [.releasedNotHere]) {
            ledger, _ in
            let first = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            let second = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.release(ledger.entries[first].hiddenDigests, of: first, isPublished: false)
            ledger.release(ledger.entries[second].hiddenDigests, of: second)
        },
        Sentence("4.3 released, not here: from then on it is content missing", Code.contentMissing[1]) {
            ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.release(ledger.entries[event].hiddenDigests, of: event, isPublished: !isBroken)
            ledger.event()
        },
        .allows("4.3 released and then withdrawn") { ledger, _ in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.release(ledger.entries[event].hiddenDigests, of: event)
            ledger.withdraw(ledger.entries[event].hiddenDigests, of: event)
        },
        .allows("4.3 withheld and then withdrawn") { ledger, _ in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.withdraw(ledger.entries[event].hiddenDigests, of: event)
        },
    ]

    // MARK: Withdrawn

    private static let withdrawn43: [Sentence] = [
        .allows("4.3 withdrawn: takes content out for good") { ledger, _ in
            let event = ledger.event()
            ledger.withdraw([ledger.entries[event].shownDigests[1]], of: event)
        },
        .allows("4.3 withdrawn: all of an entry, so that it has no line") { ledger, _ in
            let event = ledger.event()
            ledger.withdraw(ledger.entries[event].shownDigests, of: event)
        },
        .allows("4.3 withdrawn twice") { ledger, _ in
            let event = ledger.event(), digests = ledger.entries[event].shownDigests
            ledger.withdraw(digests, of: event)
            ledger.withdraw(digests, of: event, reason: "legal")
        },
        .allows("4.3 withdrawn content still found: a note", notes: [.withdrawnStillHere]) { ledger, _ in
            let event = ledger.event(), shown = ledger.entries[event].shown
            ledger.withdraw(ledger.entries[event].shownDigests, of: event)
            ledger.entries[event].shown = shown
        },
        .allows("4.3 A withdrawal counts also in a checkpoint.pending", notes: [.pending]) { ledger, _ in
            let event = ledger.event()
            ledger.withdraw(ledger.entries[event].shownDigests, of: event)
            (ledger.publishing.size, ledger.publishing.pendingSize) = (2, 3)
            ledger.publishing.leftovers = [2]
        },
        Sentence("4.3 a withdrawal beyond the checkpoint and the pending one does not count", Code.contentMissing[1]) {
            ledger, isBroken in
            let event = ledger.event()
            ledger.withdraw(ledger.entries[event].shownDigests, of: event)
            if isBroken { ledger.publishing.size = 2 }
        },
        Sentence(
            "4.3 never swapped: a withheld part in place of a withdrawn one", Code.withheldPublished[1]
        ) { ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            ledger.withdraw([ledger.entries[event].shownDigests[0]], of: event)
            if isBroken { ledger.entries[event].shown += ledger.entries[event].hidden }
        },
        Sentence(
            "4.3 never swapped: a new text in place of a withdrawn one", Code.contentAltered[1]
        ) { ledger, isBroken in
            let event = ledger.event()
            ledger.withdraw([ledger.entries[event].shownDigests[0]], of: event)
            if isBroken {
                let other = Disclosure(salt: [UInt8](repeating: 7, count: 18), name: "title", value: ["en": "Another"])
                ledger.entries[event].shown.append(other.encoded)
            }
        },
        Sentence("4.3 A withdrawal of other digests does not count", Code.contentMissing[1]) { ledger, isBroken in
            let event = ledger.event(), digests = ledger.entries[event].shownDigests
            ledger.withdraw(isBroken ? Array(digests.dropLast()) : digests, of: event)
            ledger.entries[event].shown = []
        },
    ]

    // MARK: Evidence

    private static let capture = Array("a page as it was\n".utf8)
    private static let place = LedgerPlace.evidence(Hash.sha256(capture)).path

    private static func captured43(_ ledger: inout Forge, stored: String = "public", withheld: Set<String> = []) -> Int
    {
        let digest = JSONValue.string("sha256:" + Hash.sha256(capture).hex)
        let captures: JSONValue = ["digest": digest, "stored": .string(stored)]
        let entry = ledger.content(Forge.Content(lists: [("captures", [captures])], withheld: withheld), by: [.rahmon])
        return entry
    }

    private static let evidence43: [Sentence] = [
        Sentence("5.10 A capture that is shown and stored: public is in evidence/", Code.evidenceMissing[1]) {
            ledger, isBroken in
            _ = captured43(&ledger)
            if !isBroken { ledger.host { $0[place] = capture } }
        },
        Sentence("5.10 with the digest that was signed", Code.evidenceAltered[1]) { ledger, isBroken in
            _ = captured43(&ledger)
            ledger.host { $0[place] = isBroken ? capture + [10] : capture }
        },
        .allows("5.10 private ones where at hand") { ledger, _ in _ = captured43(&ledger, stored: "private") },
        .allows("5.10 a capture that is withheld is not shown") { ledger, _ in
            _ = captured43(&ledger, withheld: ["captures"])
        },
        .allows(
            "5.10 a capture that was withdrawn is not shown, though this copy still holds it",
            notes: [.withdrawnStillHere]
        ) { ledger, _ in
            let entry = captured43(&ledger), shown = ledger.entries[entry].shown
            ledger.withdraw(ledger.entries[entry].shownDigests, of: entry)
            ledger.entries[entry].shown = shown
        },
        Sentence("5.10 captures of an event withheld whole, once released", Code.evidenceMissing[1]) {
            ledger, isBroken in
            let digest = JSONValue.string("sha256:" + Hash.sha256(capture).hex)
            let captures: JSONValue = [["digest": digest, "stored": "public"]]
            let whole = Forge.Content(fields: [("captures", captures)], lists: [], withheld: ["captures"], decoys: 7)
            let entry = ledger.content(whole, by: [.rahmon])
            ledger.release(ledger.entries[entry].hiddenDigests, of: entry)
            if !isBroken { ledger.host { $0[place] = capture } }
        },
    ]
}
