@testable import Daftar

/// DESIGN 4.2: the table of types: what they are about, and who signs them.
extension Sentence {
    static let types: [Sentence] = contentTypes + charters + controlFields + entitlement

    // MARK: Content

    private static let contentTypes: [Sentence] = [
        Sentence("4.2 event: signed by an author or editor, not a stranger", Code.stranger[1]) { ledger, isBroken in
            ledger.event(by: [isBroken ? .zafar : .rahmon])
        },
        .allows("4.2 event: several authors and editors may sign") { ledger, _ in
            ledger.event(by: [.rahmon, .sitora, .alice])
        },
        Sentence("4.2 correction: of an event, not of a remark", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), remark = ledger.about("remark", 1)
            ledger.about("correction", isBroken ? remark : event)
        },
        Sentence("4.2 correction: of an event, not of a correction", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), other = ledger.about("correction", 1)
            ledger.about("correction", isBroken ? other : event)
        },
        Sentence("4.2 correction: of an event, not of the charter", Code.referenceType[2]) { ledger, isBroken in
            let event = ledger.event()
            ledger.about("correction", isBroken ? 0 : event, by: [.alice])
        },
        Sentence("4.2 correction: `of` is the hash of a statement before it", Code.referenceUnknown[2]) {
            ledger, isBroken in
            ledger.event()
            let leaf = ledger.entries[1].leaf.base64, statement = ledger.entries[1].statementHash.base64
            ledger.about("correction", 1, isBroken ? .body { $0.replace(statement, with: leaf) } : EntryHooks())
        },
        Sentence("4.2 correction: `of` is base64 of a hash", Code.referenceForm[2]) { ledger, isBroken in
            ledger.event()
            ledger.about(
                "correction", 1, isBroken ? .body { $0.replace("=\",\"type\"", with: "\",\"type\"") } : EntryHooks())
        },
        Sentence("4.2 correction: `of` is a string", Code.referenceForm[2]) { ledger, isBroken in
            ledger.event()
            let hash = ledger.entries[1].statementHash.base64
            ledger.about(
                "correction", 1, isBroken ? .body { $0.replace("\"\(hash)\"", with: "[\"\(hash)\"]") } : EntryHooks())
        },
        Sentence("4.2 correction: there is an `of`", Code.referenceForm[2]) { ledger, isBroken in
            ledger.event()
            let content = Forge.Content(type: "correction", clear: isBroken ? [:] : ["of": ledger.hash(1)])
            ledger.content(content, by: [.rahmon])
        },
        Sentence("4.2 correction: an author who signed the event, or an editor", Code.notEntitled[2]) {
            ledger, isBroken in
            ledger.event()
            ledger.about("correction", 1, by: [isBroken ? .sitora : .rahmon])
        },
        .allows("4.2 correction: an editor's") { ledger, _ in ledger.about("correction", ledger.event(), by: [.bela]) },
        .allows("4.2 correction: co-signed by an author who did not sign the event") { ledger, _ in
            ledger.about("correction", ledger.event(), by: [.rahmon, .sitora])
        },
        .allows("4.2 correction: one of several authors of the event") { ledger, _ in
            ledger.about("correction", ledger.event(by: [.rahmon, .sitora]), by: [.sitora])
        },
        .allows("4.2 correction: of several, the highest index counts") { ledger, _ in
            let event = ledger.event()
            ledger.about("correction", event)
            ledger.about("correction", event, by: [.alice])
        },
        Sentence("4.2 retraction: of an event or a remark, not of a correction", Code.referenceType[3]) {
            ledger, isBroken in
            let event = ledger.event(), other = ledger.about(isBroken ? "correction" : "remark", event)
            ledger.about("retraction", other)
        },
        Sentence("4.2 retraction: not of a retraction", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), other = ledger.about("retraction", event)
            ledger.about("retraction", isBroken ? other : event)
        },
        Sentence("4.2 retraction: signed likewise", Code.notEntitled[2]) { ledger, isBroken in
            ledger.event()
            ledger.about("retraction", 1, by: [isBroken ? .sitora : .rahmon])
        },
        .allows("4.2 retraction: a correction, earlier or later, is intact while it is in force") { ledger, _ in
            let event = ledger.event()
            ledger.about("correction", event)
            ledger.about("retraction", event)
            ledger.about("correction", event)
        },
        Sentence("4.2 remark: of an event, not of a remark", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), other = ledger.about("remark", event)
            ledger.about("remark", isBroken ? other : event)
        },
        Sentence("4.2 remark: maybe `to` another: an event", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), other = isBroken ? ledger.about("remark", event) : ledger.event()
            ledger.about("remark", event, to: other)
        },
        Sentence("4.2 remark: maybe `to` another, not to the same", Code.referenceType[3]) { ledger, isBroken in
            let event = ledger.event(), other = ledger.event()
            ledger.about("remark", event, to: isBroken ? event : other)
        },
        Sentence("4.2 remark: `to` is base64 of a hash", Code.referenceForm[2]) { ledger, isBroken in
            ledger.event()
            ledger.about(
                "remark", 1, isBroken ? .body { $0.replace("\"type\"", with: "\"to\":1,\"type\"") } : EntryHooks())
        },
        .allows("4.2 remark: any author's") { ledger, _ in ledger.about("remark", ledger.event(), by: [.sitora]) },
        .allows("4.2 retraction: of a remark by the remark's author") { ledger, _ in
            ledger.about("retraction", ledger.about("remark", ledger.event(), by: [.sitora]), by: [.sitora])
        },
    ]

    // MARK: Who signs what

    private static let entitlement: [Sentence] = [
        byAuthor42("grant") { $0.grant(.zafar, by: $1) },
        byAuthor42("revoke of another key") { $0.revoke(.sitora, by: $1) },
        byAuthor42("amendment") { $0.append(["type": "amendment", "licence": "CC0-1.0"], by: $1) },
        Sentence("4.2 withdrawal: signed by editors, not by an author", Code.notEntitled[2]) { ledger, isBroken in
            let event = ledger.event(), shown = ledger.entries[event].shown
            ledger.withdraw(ledger.entries[event].shownDigests, of: event, by: [isBroken ? .rahmon : .alice])
            if isBroken { ledger.entries[event].shown = shown }
        },
        Sentence("4.2 Every key in by must be entitled: no author beside an editor", Code.notEntitled[1]) {
            ledger, isBroken in
            ledger.grant(.zafar, by: isBroken ? [.alice, .rahmon] : [.alice, .bela])
        },
        Sentence("4.2 release: editors; or exactly the keys of that statement's by", Code.notEntitled[2]) {
            ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            let hidden = ledger.entries[event].hiddenDigests
            ledger.release(hidden, of: event, by: [isBroken ? .sitora : .rahmon], isPublished: !isBroken)
        },
        Sentence("4.2 release: exactly those keys, not some of them", Code.notEntitled[2]) { ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon, .sitora])
            let hidden = ledger.entries[event].hiddenDigests
            ledger.release(hidden, of: event, by: isBroken ? [.rahmon] : [.rahmon, .sitora], isPublished: !isBroken)
        },
        Sentence("4.2 release: exactly those keys, not more of them", Code.notEntitled[2]) { ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            let hidden = ledger.entries[event].hiddenDigests
            ledger.release(hidden, of: event, by: isBroken ? [.rahmon, .sitora] : [.rahmon], isPublished: !isBroken)
        },
        Sentence("4.2 approvals: so many editors must sign a withdrawal", Code.approvalsShort[2]) { ledger, isBroken in
            ledger = Forge(approvals: 2)
            let event = ledger.event(), shown = ledger.entries[event].shown
            ledger.withdraw(ledger.entries[event].shownDigests, of: event, by: isBroken ? [.alice] : [.alice, .bela])
            if isBroken { ledger.entries[event].shown = shown }
        },
        .allows("4.2 release: its own author alone, whatever `approvals` is") { ledger, _ in
            ledger = Forge(approvals: 2)
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.alice])
            ledger.release(ledger.entries[event].hiddenDigests, of: event, by: [.alice])
        },
        .allows("4.2 control: more editors than need be") { ledger, _ in
            ledger.grant(.zafar, by: [.alice, .bela, .cyrus])
        },
    ]

    private static func byAuthor42(_ what: String, _ make: @escaping @Sendable (inout Forge, [TestKey]) -> Void)
        -> Sentence
    {
        Sentence("4.2 \(what): signed by editors, not by an author", Code.notEntitled[1]) { ledger, isBroken in
            make(&ledger, [isBroken ? .rahmon : .alice])
        }
    }
}
