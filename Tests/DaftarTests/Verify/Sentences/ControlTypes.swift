@testable import Daftar

/// DESIGN 4.2: the control types, exactly their fields.
extension Sentence {
    // MARK: Charter

    static let charters: [Sentence] = [
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

    static let controlFields: [Sentence] = [
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
}
