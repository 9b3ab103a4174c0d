@testable import Daftar

/// DESIGN 4.2, "Growing without breaking": what a verifier of today says to what comes tomorrow.
extension Sentence {
    static let growth: [Sentence] = unknown42 + critical42 + unknownSignatures42

    private static let unknown42: [Sentence] = [
        .allows("4.2 An unknown type is reported as not understood", notes: [.unknownType]) { ledger, _ in
            ledger.content(Forge.Content(type: "measurement"), by: [.rahmon])
        },
        Sentence("4.2 An unknown type is checked: signatures by entitled keys", Code.stranger[1]) { ledger, isBroken in
            ledger.content(Forge.Content(type: "measurement"), by: [isBroken ? .zafar : .rahmon])
        },
        Sentence("4.2 An unknown type is checked: each signature", Code.signatureInvalid[1]) { ledger, isBroken in
            ledger.content(
                Forge.Content(type: "measurement"), by: [.rahmon],
                isBroken ? .statement { $0.replace("measurement", with: "measuremend") } : EntryHooks())
        },
        Sentence("4.2 _sd, lists of digests and withheld mean the same in every type", Code.digestForm[1]) {
            ledger, isBroken in
            ledger.content(
                Forge.Content(type: "measurement"), by: [.rahmon],
                isBroken ? .body { $0.replace("\"type\"", with: "\"quotes\":[],\"type\"") } : EntryHooks())
        },
        Sentence("4.2 Unknown types' content is content", Code.contentMissing[1]) { ledger, isBroken in
            ledger.content(Forge.Content(type: "measurement"), by: [.rahmon])
            if isBroken { ledger.entries[1].shown.removeLast() }
        },
        .allows("4.2 so do withdrawal and release of them") { ledger, _ in
            let entry = ledger.content(Forge.Content(type: "measurement", withheld: ["date"]), by: [.rahmon])
            ledger.withdraw([ledger.entries[entry].shownDigests[0]], of: entry)
            ledger.release(ledger.entries[entry].hiddenDigests, of: entry, by: [.rahmon])
        },
        .allows(
            "4.2 an unknown clear field is reported, the rest of its entry keeps its effect", notes: [.unknownField]
        ) { ledger, _ in
            ledger.content(Forge.Content(clear: ["weight": 3]), by: [.rahmon])
            ledger.about("correction", 1)
        },
        .allows("4.2 a clear list that is no list of digests is an unknown field", notes: [.unknownField]) {
            ledger, _ in
            ledger.content(Forge.Content(clear: ["tags": ["a", ["b": .bool(true)]]]), by: [.rahmon])
        },
        .allows("4.2 A correction whose of is of an unknown type has no effect and is reported", notes: [.unknownType])
        { ledger, _ in
            let entry = ledger.content(Forge.Content(type: "measurement"), by: [.rahmon])
            ledger.about("correction", entry)
            ledger.about("retraction", entry)
            ledger.about("remark", entry)
        },
        Sentence(
            "4.2 A correction whose of is of an unknown type, critical though it be", Code.notEntitled[1], sibling: 5
        ) {
            ledger, isBroken in
            let entry = ledger.content(Forge.Content(type: "!ceremony"), by: [isBroken ? .rahmon : .alice])
            ledger.about("correction", entry)
        },
        .allows("4.2 A remark whose to is of an unknown type", notes: [.unknownType]) { ledger, _ in
            let event = ledger.event(), entry = ledger.content(Forge.Content(type: "measurement"), by: [.rahmon])
            ledger.about("remark", event, to: entry)
        },
        .allows("4.2 Vocabulary is never enforced when verifying") { ledger, _ in
            let fields: [(String, JSONValue)] = [
                ("kind", "no/such-kind"), ("date", "someday"), ("places", ["Atlantis"]),
            ]
            ledger.content(
                Forge.Content(fields: fields, lists: [("captures", [["stored": "somewhere"]])]), by: [.rahmon])
            ledger.content(
                Forge.Content(type: "correction", fields: [("title", "x")], lists: [], clear: ["of": ledger.hash(1)]),
                by: [.rahmon])
        },
        .allows("4.2 An event may be about nothing at all") { ledger, _ in
            ledger.content(Forge.Content(fields: [], lists: []), by: [.rahmon])
        },
    ]

    private static let critical42: [Sentence] = [
        .allows("4.2 A type that begins with ! ends the judgement: exit 5", exit: 5) { ledger, _ in
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
            ledger.event(by: [.zafar])
            ledger.event(seen: 0)
        },
        Sentence("4.2 A type that begins with ! takes the signatures of a control type", Code.approvalsShort[1]) {
            ledger, isBroken in
            ledger = Forge(approvals: 2)
            if isBroken { ledger.content(Forge.Content(type: "!ceremony"), by: [.alice]) }
        },
        Sentence("4.2 A type that begins with !: not an author's signature", Code.notEntitled[1]) { ledger, isBroken in
            if isBroken { ledger.content(Forge.Content(type: "!ceremony"), by: [.rahmon]) }
        },
        Sentence(
            "4.2 in an entry without a finding: with one, the judgement goes on", Code.approvalsShort[1],
            Code.stranger[2]
        ) { ledger, isBroken in
            ledger = Forge(approvals: 2)
            if isBroken {
                ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
                ledger.event(by: [.zafar])
            }
        },
        Sentence("4.2 What was found before still stands", Code.stranger[1], sibling: 5) { ledger, isBroken in
            ledger.event(by: [isBroken ? .zafar : .rahmon])
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
        },
        Sentence("4.2 What was found in the tree still stands", Code.altered[2], sibling: 5) { ledger, isBroken in
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
            ledger.event()
            if isBroken {
                ledger.host {
                    $0["tile/entries/000.p/3"]?.replace(
                        "2026-11-20\n\ndaftar/statement@v1\nledger \(Forge.origin)\nby \(TestKey.rahmon.name)",
                        with: "2026-11-21\n\ndaftar/statement@v1\nledger \(Forge.origin)\nby \(TestKey.rahmon.name)")
                }
            }
        },
        Sentence("4.2 Content that is missing before it still is", Code.contentMissing[1], sibling: 5) {
            ledger, isBroken in
            ledger.event()
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
            if isBroken { ledger.entries[1].shown.removeLast() }
        },
        .allows("4.2 Content of what can't be judged is not judged", exit: 5) { ledger, _ in
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
            ledger.event()
            ledger.entries[1].shown.removeLast()
            ledger.entries[2].shown = [ledger.disclosure("title", "Never signed")]
        },
        .allows("4.2, 4.3 A withdrawal counts wherever it stands, behind a ! too", exit: 5, oracle: false) {
            ledger, _ in
            let event = ledger.event()
            ledger.content(Forge.Content(type: "!ceremony"), by: [.alice])
            ledger.withdraw(ledger.entries[event].shownDigests, of: event)
        },
        .allows("4.2 daftar/statement@v2: exit 5", exit: 5) { ledger, _ in
            ledger.event(.text { $0.replace("daftar/statement@v1", with: "daftar/statement@v2") })
            ledger.event()
        },
        .allows("4.2 daftar/statement@v10, of another form altogether: exit 5", exit: 5) { ledger, _ in
            ledger.event(.statement { $0 = Array("daftar/statement@v10\nwhatever\n".utf8) })
        },
        .allows("4.2 daftar/entry@v2: exit 5", exit: 5) { ledger, _ in
            ledger.event(.entry { $0 = Array("daftar/entry@v2\n\0\u{1}".utf8) })
            ledger.event()
        },
        Sentence("4.2 daftar/entry@v0 is none", Code.headerForm[1]) { ledger, isBroken in
            ledger.event(isBroken ? .header { $0.replace("entry@v1", with: "entry@v0") } : EntryHooks())
        },
        Sentence(
            "4.2 daftar/statement@v2 in an entry with a finding is no excuse", Code.previousWrong[2], Code.stranger[3]
        ) { ledger, isBroken in
            ledger.event()
            guard isBroken else { return }
            let right = ledger.entries[1].leaf.base64, wrong = ledger.entries[0].leaf.base64
            var hooks = EntryHooks.text { $0.replace("daftar/statement@v1", with: "daftar/statement@v2") }
            hooks.header = { $0.replace(right, with: wrong) }
            ledger.event(hooks)
            ledger.event(by: [.zafar])
        },
    ]

    private static let unknownSignatures42: [Sentence] = [
        .allows("4.2 A granted key may have an unknown signature type", notes: [.unknownSignature]) { ledger, _ in
            ledger.grant(.future)
            ledger.event(by: [.rahmon, .future])
            ledger.revoke(.future)
        },
        Sentence("4.2 type 0x04 is refused", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(isBroken ? TestKey(TestKey.zafar.name, type: 0x04) : .zafar)
        },
        .allows("4.2 where a statement would be complete only by counting them: exit 5", exit: 5) { ledger, _ in
            ledger.grant(.future)
            ledger.event(by: [.future])
            ledger.event(by: [.zafar])
        },
        .allows("4.2 a second approval of an unknown type: exit 5", exit: 5, sibling: 0) { ledger, isBroken in
            ledger = Forge(approvals: 2)
            ledger.grant(.future, "editor", by: [.alice, .bela])
            ledger.grant(.zafar, by: isBroken ? [.alice, .future] : [.alice, .bela, .future])
        },
        Sentence("4.2 they count for nothing where even they would not be enough", Code.approvalsShort[2]) {
            ledger, isBroken in
            ledger = Forge(approvals: 3)
            ledger.grant(.future, "editor", by: [.alice, .bela, .cyrus])
            ledger.grant(.zafar, by: isBroken ? [.alice, .future] : [.alice, .bela, .cyrus, .future])
        },
        Sentence("4.2 an unknown type is entitled or not as any key", Code.notEntitled[2]) { ledger, isBroken in
            ledger.grant(.future, "author")
            ledger.grant(.zafar, by: isBroken ? [.alice, .future] : [.alice])
        },
        Sentence("4.2 its lines are kept: none is stripped", Code.signatureLines[2]) { ledger, isBroken in
            ledger.grant(.future)
            ledger.event(
                by: [.rahmon, .future],
                isBroken ? .lines { $0.removeAll { $0.name == TestKey.future.name } } : EntryHooks())
        },
        .allows("4.2 a charter by an editor of unknown type: exit 5", exit: 5) { ledger, _ in
            ledger = Forge(empty: ())
            var charter = Forge.charter(approvals: 1)
            charter["keys"] = [Forge.key(.future, "editor")]
            ledger.append(.object(charter), by: [.future])
        },
    ]
}
