@testable import Daftar

/// DESIGN 4.2: the table of types, who signs them, and their fields.
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

    // MARK: Charter

    private static let charters: [Sentence] = [
        Sentence("4.2 charter: it is entry 0", Code.charterPlace[0], Code.stranger[0], Code.seenNothing[0]) {
            ledger, isBroken in
            if isBroken {
                ledger = Forge(empty: ()); ledger.content(Forge.Content(type: "charter2"), by: [.alice], seen: 0)
            }
        },
        Sentence("4.2 charter: there is one", Code.charterPlace[1]) { ledger, isBroken in
            if isBroken { ledger.append(.object(Forge.charter(approvals: 1)), by: [.alice]) }
        },
        Sentence("4.2 charter: signed by editors that it names", Code.stranger[0]) { ledger, isBroken in
            if isBroken { ledger = Forge(empty: ()); ledger.append(.object(Forge.charter(approvals: 1)), by: [.zafar]) }
        },
        Sentence("4.2 charter: not by an author that it names", Code.notEntitled[0]) { ledger, isBroken in
            if isBroken {
                ledger = Forge(empty: ()); ledger.append(.object(Forge.charter(approvals: 1)), by: [.alice, .rahmon])
            }
        },
        .allows("4.2 charter: one or more of the editors it names, whatever `approvals` is") { ledger, _ in
            ledger = Forge(approvals: 3)
        },
        charter42("approvals is an integer", "approvals", "1"),
        charter42("approvals is at least 1", "approvals", 0),
        charter42("approvals is at most the number of editors", "approvals", 4),
        charter42("title is text by language", "title", "A ledger"),
        charter42("title has one tag at least", "title", [:]),
        charter42("title is all strings", "title", ["en": "A ledger", "tg": 1]),
        charter42("description is text by language", "description", ["A ledger"]),
        charter42("languages is a list", "languages", "en"),
        charter42("languages has one at least", "languages", []),
        charter42("languages is strings", "languages", ["en", 1]),
        charter42("licence is a string", "licence", ["CC"]),
        charter42("keys is a list", "keys", Forge.key(.alice, "editor")),
        charter42("keys have a role", "keys", [Forge.key(.alice, "editor"), ["vkey": .string(TestKey.bela.vkey)]]),
        charter42("roles are author and editor", "keys", [Forge.key(.alice, "editor"), Forge.key(.bela, "admin")]),
        charter42(
            "keys have exactly their fields", "keys",
            [
                Forge.key(.alice, "editor"), ["role": "editor", "vkey": .string(TestKey.bela.vkey), "x": 1],
            ]),
        charter42("no key twice", "keys", [Forge.key(.alice, "editor"), Forge.key(.alice, "author")]),
        charter42(
            "one raw key is one signer", "keys",
            [
                Forge.key(.alice, "editor"),
                Forge.key(TestKey(Forge.origin + "/other", seed: TestKey.alice.name), "author"),
            ]),
        charter42(
            "keys are named for this ledger", "keys",
            [
                Forge.key(.alice, "editor"), Forge.key(TestKey("other.example/bela"), "editor"),
            ]),
        charter42("no field is left out", "licence", nil),
        charter42("exactly these fields", "surplus", 1),
        charter42("continues has ledger, root and size", "continues", ["ledger": "old.example", "size": 1]),
        charter42(
            "continues.root is base64 of a hash", "continues", ["ledger": "old.example", "root": "x", "size": 1]),
        charter42(
            "continues.ledger is an origin", "continues",
            [
                "ledger": "old example", "root": .string(Hash.emptyTree.base64), "size": 1,
            ]),
        charter42(
            "continues has exactly these", "continues",
            [
                "ledger": "old.example", "root": .string(Hash.emptyTree.base64), "size": 1, "x": 1,
            ]),
        charter42("_sd occurs nowhere else", "title", ["en": "A ledger", "_sd": "A ledger"]),
        .allows("4.2 charter: continues another ledger") { ledger, _ in
            ledger = Forge { charter in
                charter["continues"] = ["ledger": "old.example", "root": .string(Hash.sha256([1]).base64), "size": 7]
            }
        },
    ]

    /// A charter of which one field is wrong.
    private static func charter42(_ what: String, _ field: String, _ value: JSONValue?) -> Sentence {
        Sentence("4.2 charter: \(what)", Code.controlFields[0]) { ledger, isBroken in
            if isBroken { ledger = Forge { $0[field] = value } }
        }
    }

    // MARK: The other control types

    private static let controlFields: [Sentence] = [
        control42("grant: vkey", ["type": "grant", "role": "author"]),
        control42(
            "grant: a vkey in its only spelling",
            [
                "type": "grant", "role": "author", "vkey": .string(TestKey.zafar.vkey + "="),
            ]),
        control42(
            "grant: a vkey with its own ID",
            [
                "type": "grant", "role": "author",
                "vkey": .string(TestKey.zafar.vkey.replacing(VerifierKey.hex(TestKey.zafar.id), with: "00000000")),
            ]),
        control42("grant: role", ["type": "grant", "vkey": .string(TestKey.zafar.vkey)]),
        control42(
            "grant: the role is author or editor",
            ["type": "grant", "role": "Editor", "vkey": .string(TestKey.zafar.vkey)]),
        control42(
            "grant: exactly these fields",
            [
                "type": "grant", "role": "author", "vkey": .string(TestKey.zafar.vkey), "name": "Zafar",
            ]),
        control42("revoke: reason", ["type": "revoke", "vkey": .string(TestKey.rahmon.vkey)]),
        control42(
            "revoke: a reason of the three",
            ["type": "revoke", "reason": "stolen", "vkey": .string(TestKey.rahmon.vkey)]),
        control42(
            "revoke: since is an index",
            [
                "type": "revoke", "reason": "compromised", "since": "1", "vkey": .string(TestKey.rahmon.vkey),
            ]),
        control42(
            "revoke: since is not negative",
            [
                "type": "revoke", "reason": "compromised", "since": -1, "vkey": .string(TestKey.rahmon.vkey),
            ]),
        control42("amendment: one or more of its fields", ["type": "amendment"]),
        control42("amendment: no other fields", ["type": "amendment", "licence": "CC0-1.0", "keys": []]),
        control42("amendment: title is text by language", ["type": "amendment", "title": "New"]),
        control42("amendment: languages has one at least", ["type": "amendment", "languages": []]),
        control42("amendment: licence is a string", ["type": "amendment", "licence": 1]),
        control42("amendment: approvals is at least 1", ["type": "amendment", "approvals": 0]),
        control42("amendment: approvals is at most the number of editors", ["type": "amendment", "approvals": 4]),
        .allows("4.2 amendment: each of its fields") { ledger, _ in
            ledger.append(["type": "amendment", "approvals": 3], by: [.alice])
            ledger.append(
                [
                    "type": "amendment", "title": ["tg": "Дафтар"], "description": ["en": "x"], "languages": ["tg"],
                    "licence": "CC0-1.0",
                ],
                by: [.alice, .bela, .cyrus])
        },
        Sentence("4.2 amendment: approvals counts from then on", Code.approvalsShort[2]) { ledger, isBroken in
            ledger.append(["type": "amendment", "approvals": 2], by: [.alice])
            ledger.grant(.zafar, by: isBroken ? [.alice] : [.alice, .bela])
        },
        Sentence("4.2 amendment: the number of editors is of those that are not revoked", Code.controlFields[2]) {
            ledger, isBroken in
            if isBroken { ledger.revoke(.cyrus) } else { ledger.event() }
            ledger.append(["type": "amendment", "approvals": 3], by: [.alice])
        },
        digests42("withdrawal: digests are ascending", .controlFields) { $0.reverse() },
        digests42("withdrawal: strictly ascending", .controlFields) { $0.append($0[$0.count - 1]) },
        digests42("withdrawal: one digest at least", .controlFields) { $0 = [] },
        digests42("withdrawal: digests are base64 of hashes", .controlFields) { $0[0] = "x" },
        digests42("withdrawal: of digests that the statement signed", .digestUnknown) {
            $0 = [Hash.sha256([1]).base64]
        },
        digests42("withdrawal: its reason is one of four", .controlFields, reason: "other") { _ in },
        Sentence("4.2 withdrawal: of a statement before it", Code.referenceUnknown[2]) { ledger, isBroken in
            let event = ledger.event(), hash = ledger.entries[event].statementHash.base64
            let digests = ledger.entries[event].shownDigests, shown = ledger.entries[event].shown
            ledger.withdraw(
                digests, of: event, isBroken ? .body { $0.replace(hash, with: Hash.sha256([1]).base64) } : EntryHooks())
            if isBroken { ledger.entries[event].shown = shown }
        },
        Sentence("4.2 withdrawal: of content, not of a control statement", Code.referenceType[1]) { ledger, isBroken in
            if isBroken { ledger.withdraw([Hash.sha256([1]).base64], of: 0) }
        },
        Sentence("4.2 release: of digests that were withheld", Code.digestUnknown[2]) { ledger, isBroken in
            let event = ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon])
            let entry = ledger.entries[event]
            ledger.release(isBroken ? entry.shownDigests : entry.hiddenDigests, of: event)
        },
    ]

    private static func control42(_ what: String, _ body: JSONValue) -> Sentence {
        Sentence("4.2 \(what)", Code.controlFields[1]) { ledger, isBroken in
            if isBroken { ledger.append(body, by: [.alice]) }
        }
    }

    /// A withdrawal of an event's first two digests, changed.
    private static func digests42(
        _ what: String, _ code: FindingCode, reason: String = "privacy",
        _ change: @escaping @Sendable (inout [String]) -> Void
    ) -> Sentence {
        Sentence("4.2 \(what)", code[2]) { ledger, isBroken in
            let event = ledger.event()
            var digests = Array(ledger.entries[event].shownDigests.prefix(2))
            if !isBroken { ledger.withdraw(digests, of: event); return }
            change(&digests)
            let body: JSONValue = [
                "type": "withdrawal", "of": ledger.hash(event), "reason": .string(reason),
                "digests": .array(digests.map { .string($0) }),
            ]
            ledger.append(body, by: [.alice])
        }
    }

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
