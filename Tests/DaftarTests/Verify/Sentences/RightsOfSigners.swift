@testable import Daftar

/// DESIGN 4.7: who may sign, and what becomes of it when a key is stolen.
extension Sentence {
    static let rights: [Sentence] = order47 + keys47 + revocations47
    static let doubt: [Sentence] = doubts47

    private static let order47: [Sentence] = [
        Sentence("4.7 Rights at n follow from the entries before n: not before the grant", Code.stranger[1]) {
            ledger, isBroken in
            if isBroken { ledger.event(by: [.zafar]) } else { ledger.event() }
            ledger.grant(.zafar)
        },
        .allows("4.7 Rights at n follow from the entries before n: from the next entry on") { ledger, _ in
            ledger.grant(.zafar)
            ledger.event(by: [.zafar], seen: 1)
        },
        Sentence("4.7 Rights at n: not from itself", Code.stranger[1]) { ledger, isBroken in
            ledger.grant(.zafar, "editor", by: isBroken ? [.alice, .zafar] : [.alice])
        },
        Sentence(
            "4.7 An entry with a finding has no effect: it grants nothing", Code.approvalsShort[1], Code.stranger[2]
        ) { ledger, isBroken in
            ledger = Forge(approvals: 2)
            ledger.grant(.zafar, by: isBroken ? [.alice] : [.alice, .bela])
            ledger.event(by: [.zafar])
        },
        Sentence("4.7 An entry with a finding has no effect: it revokes nothing", Code.seenFuture[1]) {
            ledger, isBroken in
            ledger.revoke(
                .sitora, by: [.alice], isBroken ? .text { $0.replace("seen 1 ", with: "seen 2 ") } : EntryHooks())
            ledger.event(by: [isBroken ? .sitora : .rahmon])
        },
        Sentence(
            "4.7 An entry with a finding has no effect: it withdraws nothing", Code.notEntitled[2],
            Code.contentMissing[1]
        ) { ledger, isBroken in
            let event = ledger.event()
            ledger.withdraw(ledger.entries[event].shownDigests, of: event, by: [isBroken ? .rahmon : .alice])
        },
        Sentence("4.7 its leaf and its statement hash count", Code.notEntitled[2]) { ledger, isBroken in
            ledger.event()
            ledger.about("correction", 1, by: [isBroken ? .sitora : .rahmon])
            ledger.event(by: [.alice])
        },
        Sentence("4.7 its statement hash counts: what it is about is there", Code.stranger[1]) { ledger, isBroken in
            ledger.event(by: isBroken ? [.alice, .zafar] : [.alice])
            ledger.about("correction", 1, by: [.alice])
        },
    ]

    private static let keys47: [Sentence] = [
        Sentence("4.7 a raw key is granted at most once: under the same name", Code.keyNotAdmissible[1]) {
            ledger, isBroken in
            ledger.grant(isBroken ? .rahmon : .zafar, "editor")
        },
        Sentence("4.7 a raw key is granted at most once: under another name", Code.keyNotAdmissible[1]) {
            ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + "/other", seed: isBroken ? TestKey.rahmon.name : "new"))
        },
        Sentence("4.7 a raw key is granted at most once: as another type", Code.keyNotAdmissible[1]) {
            ledger, isBroken in
            let material = isBroken ? TestKey.rahmon.material : TestKey.future.material
            ledger.grant(TestKey(name: Forge.origin + "/other", type: 0x06, material: material))
        },
        Sentence("4.7 for ever, revoked or not", Code.keyNotAdmissible[2]) { ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.grant(isBroken ? .rahmon : .zafar)
        },
        .allows("4.7 A name may be granted again with another key") { ledger, _ in
            ledger.revoke(.rahmon)
            ledger.grant(TestKey(TestKey.rahmon.name, seed: "new"))
            ledger.event(by: [TestKey(TestKey.rahmon.name, seed: "new")])
        },
        Sentence("4.7 never the ledger's", Code.keyNotAdmissible[1]) { ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + "/other", seed: isBroken ? TestKey.ledger.name : "new"))
        },
        Sentence("4.7 never the ledger's next", Code.keyNotAdmissible[1]) { ledger, isBroken in
            ledger.publishing.policy = "log \(TestKey.ledger.vkey)\nlog \(TestKey.laterLedger.vkey)\nquorum none\n"
            ledger.grant(TestKey(Forge.origin + "/other", seed: isBroken ? "the ledger's next key" : "new"))
        },
        Sentence("4.7 never a witness's", Code.keyNotAdmissible[1]) { ledger, isBroken in
            ledger.publishing.policy = "log \(TestKey.ledger.vkey)\nwitness one \(TestKey.witness.vkey)\nquorum none\n"
            ledger.grant(TestKey(Forge.origin + "/other", seed: isBroken ? TestKey.witness.name : "new"))
        },
        Sentence("4.7 never the ledger's, in the charter either", Code.keyNotAdmissible[0], Code.stranger[1]) {
            ledger, isBroken in
            let key = TestKey(Forge.origin + "/other", seed: isBroken ? TestKey.ledger.name : "new")
            ledger = Forge { $0["keys"] = [Forge.key(.alice, "editor"), Forge.key(key, "author")] }
            ledger.event(by: [.alice])
        },
        Sentence("4.6 Keys of small order are refused wherever a key is read", Code.controlFields[1]) {
            ledger, isBroken in
            let zero = TestKey(name: Forge.origin + "/zero", type: 1, material: [UInt8](repeating: 0, count: 32))
            ledger.grant(isBroken ? zero : .zafar)
        },
        Sentence("4.6 Keys in a second spelling (y ≥ p) are refused", Code.controlFields[1]) { ledger, isBroken in
            let material: [UInt8] = [0xF0] + [UInt8](repeating: 0xFF, count: 30) + [0x7F]
            ledger.grant(isBroken ? TestKey(name: Forge.origin + "/high", type: 1, material: material) : .zafar)
        },
        Sentence("4.7 a key's name begins with the origin", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(TestKey((isBroken ? "other.example" : Forge.origin) + "/zafar"))
        },
    ]

    private static let revocations47: [Sentence] = [
        Sentence("4.7 A revoked key signs nothing after", Code.revokedSigner[2]) { ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.event(by: [isBroken ? .rahmon : .sitora])
        },
        .allows("4.7 A revoked key never breaks what it signed while it was good") { ledger, _ in
            ledger.event()
            ledger.revoke(.rahmon)
        },
        Sentence("4.7 A revoked key beside a good one is no more", Code.revokedSigner[2]) { ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.event(by: isBroken ? [.sitora, .rahmon] : [.sitora])
        },
        .allows("4.7 A key's own revocation ends it and casts no doubt") { ledger, _ in
            ledger.event()
            ledger.revoke(.rahmon, "compromised", by: [.rahmon])
        },
        .allows("4.2 revoke: an editor's own, whatever approvals is", notes: []) { ledger, _ in
            ledger = Forge(approvals: 2)
            ledger.revoke(.alice, "superseded", by: [.alice])
        },
        Sentence("4.2 revoke: that key alone, then never with since", Code.revocationWrong[2]) { ledger, isBroken in
            ledger.event()
            ledger.revoke(.rahmon, "compromised", since: isBroken ? 1 : nil, by: [.rahmon])
        },
        Sentence("4.2 revoke: when editors sign for compromised, also since", Code.revocationWrong[1]) {
            ledger, isBroken in
            ledger.revoke(.rahmon, "compromised", since: isBroken ? nil : 1)
        },
        Sentence("4.2 revoke: since only for compromised", Code.revocationWrong[1]) { ledger, isBroken in
            ledger.revoke(.rahmon, "retired", since: isBroken ? 1 : nil)
        },
        Sentence("4.2 revoke: since is not before the key's grant", Code.revocationWrong[3]) { ledger, isBroken in
            ledger.event()
            ledger.grant(.zafar)
            ledger.revoke(.zafar, "compromised", since: isBroken ? 1 : 2)
        },
        Sentence("4.2 revoke: since is not after this entry", Code.revocationWrong[1]) { ledger, isBroken in
            ledger.revoke(.rahmon, "compromised", since: isBroken ? 2 : 1)
        },
        Sentence("4.2 revoke: a key that was granted", Code.revocationWrong[1]) { ledger, isBroken in
            ledger.revoke(isBroken ? .zafar : .rahmon)
        },
        Sentence("4.7 Editors may revoke a revoked key once more, as compromised only", Code.revocationWrong[2]) {
            ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.revoke(.rahmon, isBroken ? "retired" : "compromised", since: isBroken ? nil : 1)
        },
        Sentence("4.7 once more, and not twice", Code.revocationWrong[3]) { ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.revoke(.rahmon, "compromised", since: 1)
            if isBroken { ledger.revoke(.rahmon, "compromised", since: 0) }
        },
        Sentence("4.7 once more: editors, not the key itself", Code.revokedSigner[2]) { ledger, isBroken in
            ledger.revoke(.rahmon)
            ledger.revoke(.rahmon, "compromised", since: isBroken ? nil : 1, by: [isBroken ? .rahmon : .alice])
        },
        .allows("4.7 a verifier notes fewer editors than approvals", notes: [.fewEditors], doubted: [1]) { ledger, _ in
            ledger = Forge(approvals: 3)
            ledger.revoke(.cyrus, "compromised", since: 1, by: [.alice, .bela, .cyrus])
        },
    ]

    // MARK: Doubt

    private static let doubts47: [Sentence] = [
        .allows("4.7 Signatures from since on are doubted", notes: [.doubted], doubted: [2]) { ledger, _ in
            ledger.event()
            ledger.event()
            ledger.revoke(.rahmon, "compromised", since: 2)
        },
        .allows("4.7 doubted where, without its doubted signers, it would lack a signature", doubted: []) { ledger, _ in
            ledger.event(by: [.rahmon, .sitora])
            ledger.revoke(.rahmon, "compromised", since: 1)
        },
        .allows("4.7 the lowest since counts: the second", doubted: [1, 2]) { ledger, _ in
            ledger.event()
            ledger.event()
            ledger.revoke(.rahmon, "compromised", since: 2)
            ledger.revoke(.rahmon, "compromised", since: 1)
        },
        .allows("4.7 the lowest since counts: the first", doubted: [1, 2]) { ledger, _ in
            ledger.event()
            ledger.event()
            ledger.revoke(.rahmon, "compromised", since: 1)
            ledger.revoke(.rahmon, "compromised", since: 2)
        },
        .allows("4.7 once more, as compromised, after its own revocation", doubted: [1, 2]) { ledger, _ in
            ledger.event()
            ledger.revoke(.rahmon, by: [.rahmon])
            ledger.revoke(.rahmon, "compromised", since: 1)
        },
        .allows("4.7 a key granted by a doubted entry is doubted from its grant: sleepers", doubted: [1, 2]) {
            ledger, _ in
            ledger.grant(.zafar, by: [.cyrus])
            ledger.event(by: [.zafar])
            ledger.event(by: [.rahmon])
            ledger.revoke(.cyrus, "compromised", since: 1)
        },
        .allows("4.7 sleepers of sleepers", doubted: [1, 2, 3]) { ledger, _ in
            let other = TestKey(Forge.origin + "/other")
            ledger.grant(.zafar, "editor", by: [.cyrus])
            ledger.grant(other, by: [.zafar])
            ledger.event(by: [other])
            ledger.revoke(.cyrus, "compromised", since: 1)
        },
        .allows("4.7 a key granted before since is not doubted, nor one that enough others granted", doubted: [3]) {
            ledger, _ in
            let other = TestKey(Forge.origin + "/other")
            ledger.grant(.zafar, by: [.cyrus])
            ledger.grant(other, by: [.cyrus, .alice])
            ledger.event(by: [.cyrus])
            ledger.event(by: [.zafar])
            ledger.event(by: [other])
            ledger.revoke(.cyrus, "compromised", since: 2)
        },
        .allows("4.7 two approvals: a doubted one does not count", doubted: [1]) { ledger, _ in
            ledger = Forge(approvals: 2)
            ledger.grant(.zafar, by: [.alice, .cyrus])
            ledger.grant(.future, by: [.alice, .bela, .cyrus])
            ledger.revoke(.cyrus, "compromised", since: 1, by: [.alice, .bela])
        },
        .allows("4.7 The charter is never doubted", doubted: [1]) { ledger, _ in
            ledger.event(by: [.alice])
            ledger.revoke(.alice, "compromised", since: 0, by: [.bela])
        },
        .allows("4.7 A doubted revocation stays in force, with its since", doubted: [1, 2]) { ledger, _ in
            ledger.event()
            ledger.revoke(.rahmon, "compromised", since: 1, by: [.cyrus])
            ledger.revoke(.cyrus, "compromised", since: 2, by: [.alice])
        },
        Sentence("4.7 A doubted revocation stays in force: the key signs no more", Code.revokedSigner[3]) {
            ledger, isBroken in
            ledger.revoke(.rahmon, by: [.cyrus])
            ledger.revoke(.cyrus, "compromised", since: 1, by: [.alice])
            ledger.event(by: [isBroken ? .rahmon : .sitora])
        },
        .allows("4.7 A doubted withdrawal stays in force", doubted: [2]) { ledger, _ in
            let event = ledger.event()
            ledger.withdraw(ledger.entries[event].shownDigests, of: event, by: [.cyrus])
            ledger.revoke(.cyrus, "compromised", since: 2, by: [.alice])
        },
        .allows("4.7 a doubted correction: without the one who was entitled", doubted: [2]) { ledger, _ in
            ledger.event()
            ledger.about("correction", 1, by: [.rahmon, .sitora])
            ledger.revoke(.rahmon, "compromised", since: 2)
        },
        .allows("4.7 a release by its authors: without one of them", doubted: [2]) { ledger, _ in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon, .sitora])
            ledger.release(ledger.entries[event].hiddenDigests, of: event, by: [.rahmon, .sitora])
            ledger.revoke(.rahmon, "compromised", since: 2)
        },
        .allows("4.7 a doubted revocation of itself", doubted: [1]) { ledger, _ in
            ledger.revoke(.rahmon, by: [.rahmon])
            ledger.revoke(.rahmon, "compromised", since: 1)
        },
    ]
}
