@testable import Daftar

/// DESIGN 4.3: content, signed as commitments: digests in the body, and the disclosures that open them.
extension Sentence {
    static let commitments: [Sentence] = digestForms + disclosures + lines43

    // MARK: Digests in the body

    private static let one = Hash.sha256([1]).base64
    private static let two = Hash.sha256([2]).base64

    /// An event of these members beside its type; without its digests disclosed.
    private static func body43(_ what: String, _ members: JSONObject) -> Sentence {
        Sentence("4.3 \(what)", Code.digestForm[1]) { ledger, isBroken in
            guard isBroken else { return }
            ledger.append(.object(members.adding(["type": "event"])), by: [.rahmon])
        }
    }

    /// A list of digests all of which are withheld, so that nothing is missing but the form.
    private static func sealed43(_ what: String, _ members: JSONObject, _ digests: [String]) -> Sentence {
        body43(what, members.adding(["withheld": Forge.ascending(digests)]))
    }

    private static let digestForms: [Sentence] = [
        sealed43("_sd is ascending", ["_sd": .array([one, two].sorted { $0 > $1 }.map { .string($0) })], [one, two]),
        sealed43("_sd is strictly ascending", ["_sd": [.string(one), .string(one)]], [one]),
        body43("_sd is a list", ["_sd": .string(one)]),
        body43("_sd is digests", ["_sd": ["x"]]),
        body43("a digest is canonical base64", ["_sd": .array([.string(String(repeating: "A", count: 42) + "B=")])]),
        body43("a digest is 32 bytes", ["_sd": .array([.string(Base64.encode([UInt8](repeating: 1, count: 31)))])]),
        body43("no _sd is empty", ["_sd": []]),
        body43("no list is empty", ["quotes": []]),
        sealed43("a list is all digests or none", ["quotes": [["...": .string(one)], "clear"]], [one]),
        sealed43("an element is exactly {\"...\": digest}", ["quotes": [["...": .string(one), "x": 1]]], []),
        body43("an element's digest is one", ["quotes": [["...": "x"]]]),
        sealed43("no digest twice", ["quotes": [["...": .string(one)], ["...": .string(one)]]], [one]),
        sealed43(
            "no digest twice, in _sd and in a list", ["_sd": [.string(one)], "quotes": [["...": .string(one)]]], [one]),
        body43("_sd occurs nowhere else: in a clear field", ["x": ["_sd": [.string(one)]]]),
        body43("_sd occurs nowhere else: in an element of a clear list", ["x": [["y": ["_sd": [.string(one)]]]]]),
        body43("... occurs nowhere else: in a clear object", ["x": ["...": .string(one)]]),
        body43("... occurs nowhere else: at the top", ["...": .string(one)]),
        body43("_sd_alg occurs nowhere: at the top", ["_sd_alg": "sha-256"]),
        body43("_sd_alg occurs nowhere: in a clear field", ["x": ["_sd_alg": "sha-256"]]),
        sealed43(
            "withheld is ascending",
            [
                "_sd": Forge.ascending([one, two]),
                "withheld": .array([one, two].sorted { $0 > $1 }.map { .string($0) }),
            ], []),
        sealed43("withheld is a list", ["_sd": [.string(one)], "withheld": .string(one)], []),
        body43("withheld is not empty", ["withheld": []]),
        sealed43(
            "withheld is of the entry's own digests",
            ["_sd": [.string(one)], "withheld": Forge.ascending([one, two])], []),
        .allows("4.3 _sd in a string is text") { ledger, _ in
            ledger.content(
                Forge.Content(fields: [
                    ("note", "{\"_sd\":[]} {\"...\":1}"), ("x", ["\\", "\"_sd\":", "_sd", "\\\"_sd\":"]),
                ]), by: [.rahmon])
        },
    ]

    // MARK: Disclosures

    /// An event whose one field is disclosed as these bytes, which it signed.
    private static func signed43(_ what: String, _ found: Found, _ disclosure: String) -> Sentence {
        Sentence("4.3 \(what)", found) { ledger, isBroken in
            guard isBroken else { return }
            let bytes = Array(disclosure.utf8)
            let body: JSONValue = ["type": "event", "_sd": [.string(Hash.sha256(bytes).base64)]]
            ledger.append(body, by: [.rahmon], shown: [bytes])
        }
    }

    /// The same, of bytes that are no JSON: whose line it is can't be told.
    private static func unread43(_ what: String, _ disclosure: String) -> Sentence {
        let signed = signed43(what, Code.contentForm.whole, disclosure)
        return Sentence(breach: signed.text, .findings([Code.contentForm.whole, Code.contentMissing[1]]), signed.make)
    }

    private static let salt = "\"AAAAAAAAAAAAAAAAAAAAAAAA\""

    private static let disclosures: [Sentence] =
        [
            unread43("a disclosure is canonical JSON", "[\(salt), \"x\",1]"),
            signed43("a disclosure has a salt", Code.contentForm[1], "[\"x\",1]"),
            signed43("a salt is 24 characters", Code.contentForm[1], "[\"AAAA\",\"x\",1]"),
            signed43("a salt is base64", Code.contentForm[1], "[\"AAAAAAAAAAAAAAAAAAAAAAA-\",\"x\",1]"),
            signed43("a salt is no number", Code.contentForm[1], "[1,\"x\",1]"),
            signed43("a disclosure has three parts at most", Code.contentForm[1], "[\(salt),\"x\",1,2]"),
            signed43("a disclosure has two parts at least", Code.contentForm[1], "[\(salt)]"),
            signed43("a name is a string", Code.contentForm[1], "[\(salt),1,1]"),
            signed43("a name is a key", Code.contentForm[1], "[\(salt),\"two words\",1]"),
            signed43("a name is not empty", Code.contentForm[1], "[\(salt),\"\",1]"),
            signed43("a disclosure is an array", Code.contentForm[1], "{\"x\":1}"),
            signed43(
                "_sd occurs nowhere else: in a disclosed value", Code.contentForm[1],
                "[\(salt),\"x\",{\"_sd\":[\"y\"]}]"),
            signed43(
                "... occurs nowhere else: in a disclosed value", Code.contentForm[1],
                "[\(salt),\"x\",[{\"...\":\"y\"}]]"),
            signed43(
                "_sd_alg occurs nowhere: in a disclosed value", Code.contentForm[1],
                "[\(salt),\"x\",{\"y\":{\"_sd_alg\":1}}]"),
            unread43("no null in a disclosure", "[\(salt),\"x\",null]"),
            signed43("a field's disclosure has a name", Code.contentAltered[1], "[\(salt),1]"),
        ]
        + ["type", "of", "to", "by", "seen", "withheld", "digests", "_sd", "_sd_alg", "..."].map {
            signed43(
                "a disclosed name is none of the structural ones: \($0)", Code.contentForm[1], "[\(salt),\"\($0)\",1]")
        } + [
            Sentence("4.3 an element's disclosure has no name", Code.contentAltered[1]) { ledger, isBroken in
                guard isBroken else { return }
                let named = ledger.disclosure("x", 1)
                ledger.append(
                    ["type": "event", "quotes": [["...": .string(Hash.sha256(named).base64)]]], by: [.rahmon],
                    shown: [named])
            },
            Sentence("4.3 a disclosed name is none twice", Code.contentName[1]) { ledger, isBroken in
                ledger.content(
                    Forge.Content(fields: [("title", "x"), (isBroken ? "title" : "date", "x")]), by: [.rahmon])
            },
            Sentence("4.3 a disclosed name is none that is in the clear: a list", Code.contentName[1]) {
                ledger, isBroken in
                ledger.content(Forge.Content(fields: [(isBroken ? "actors" : "title", "x")]), by: [.rahmon])
            },
            Sentence("4.3 a disclosed name is none that is in the clear: a field", Code.contentName[1]) {
                ledger, isBroken in
                ledger.content(
                    Forge.Content(fields: [(isBroken ? "weight" : "title", "x")], clear: ["weight": 3]), by: [.rahmon])
            },
            Sentence("4.3 what is shown is what was signed: a value changed", Code.contentAltered[1]) {
                ledger, isBroken in
                ledger.event()
                if isBroken { ledger.host { $0["content/000.jsonl"]?.replace("2023-12", with: "2023-11") } }
            },
            Sentence("4.3 any disclosure that was not signed", Code.contentAltered[1]) { ledger, isBroken in
                ledger.event()
                if isBroken { ledger.entries[1].shown.append(ledger.disclosure("note", "Added later")) }
            },
            Sentence("4.3 any disclosure that was not signed: another entry's", Code.contentAltered[1]) {
                ledger, isBroken in
                ledger.event()
                ledger.event()
                if isBroken { ledger.entries[1].shown.append(ledger.entries[2].shown[0]) }
            },
            Sentence("4.3 any disclosure beside a control entry", Code.contentOnControl[0]) { ledger, isBroken in
                if isBroken { ledger.entries[0].shown = [ledger.disclosure("title", "Added later")] }
            },
            Sentence("4.3 any other missing disclosure: one of a list", Code.contentMissing[1]) { ledger, isBroken in
                ledger.event()
                if isBroken { ledger.entries[1].shown.removeLast() }
            },
            Sentence("4.3 any other missing disclosure: all of an entry", Code.contentMissing[1]) { ledger, isBroken in
                ledger.event()
                ledger.event()
                if isBroken { ledger.entries[1].shown = [] }
            },
            Sentence("4.3 any other missing disclosure: the whole file", Code.contentMissing[1], Code.contentMissing[2])
            { ledger, isBroken in
                ledger.event()
                ledger.event()
                if isBroken { ledger.host { $0["content/000.jsonl"] = nil } }
            },
        ]

    // MARK: Lines

    private static func line43(
        _ what: String, _ found: Found..., changing change: @escaping @Sendable (inout [UInt8]) -> Void
    ) -> Sentence {
        Sentence(breach: "4.3 a content line: \(what)", .findings(found)) { ledger, isBroken in
            ledger.event()
            ledger.event()
            if isBroken { ledger.host { change(&$0["content/000.jsonl", default: []]) } }
        }
    }

    private static let lines43: [Sentence] = [
        line43("canonical", Code.contentForm.whole, Code.contentMissing[1]) { $0.replace("{\"disc", with: "{ \"disc") },
        line43("no further member", Code.contentForm.whole, Code.contentMissing[1]) {
            $0.replace(",\"entry\":1}", with: ",\"entry\":1,\"x\":1}")
        },
        line43("its number in one spelling", Code.contentForm.whole, Code.contentMissing[1]) {
            $0.replace("\"entry\":1}", with: "\"entry\":01}")
        },
        line43("CRLF", Code.contentForm.whole, Code.contentMissing[1]) { $0.replace("}\n", with: "}\r\n") },
        line43("no empty line", Code.contentForm.whole) { $0.replace("}\n", with: "}\n\n") },
        line43("an end to the last", Code.contentForm.whole, Code.contentMissing[2]) { $0.removeLast() },
        line43("no surplus at the end", Code.contentForm.whole) { $0 += Array("x".utf8) },
        line43("no disclosures is no line", Code.contentForm.whole) {
            $0 = Array("{\"disclosures\":[],\"entry\":0}\n".utf8) + $0
        },
        line43("in order", Code.contentOrder[1]) { bytes in
            let lines = bytes.split(separator: 10).map { Array($0) + [10] }
            bytes = lines[1] + lines[0]
        },
        line43("one for an entry", Code.contentOrder[2]) { bytes in
            bytes += bytes.split(separator: 10).map { Array($0) + [10] }[1]
        },
        Sentence("4.3 disclosures ascending by digest", Code.contentForm[1]) { ledger, isBroken in
            ledger.event()
            let shown = ledger.entries[1].shown.sorted { Hash.sha256($0) > Hash.sha256($1) }
            if isBroken { ledger.host { $0["content/000.jsonl"] = raw43(shown, entry: 1) } }
        },
        Sentence("4.3 disclosures strictly ascending", Code.contentAltered[1]) { ledger, isBroken in
            ledger.event()
            let shown = ledger.entries[1].shown.sorted { Hash.sha256($0) < Hash.sha256($1) }
            if isBroken { ledger.host { $0["content/000.jsonl"] = raw43([shown[0]] + shown, entry: 1) } }
        },
        Sentence("4.3 256 entries a file", Code.contentForm.whole, Code.contentMissing[256]) {
            ledger, isBroken in
            for _ in 1...256 { ledger.content(Forge.Content(fields: [("n", 1)], lists: []), by: [.rahmon]) }
            if isBroken {
                ledger.host {
                    $0["content/000.jsonl", default: []] += $0.removeValue(forKey: "content/001.jsonl") ?? []
                }
            }
        },
    ]

    private static func raw43(_ disclosures: [[UInt8]], entry: Int) -> [UInt8] {
        Array("{\"disclosures\":[".utf8) + disclosures.joined(separator: [UInt8(ascii: ",")])
            + Array("],\"entry\":\(entry)}\n".utf8)
    }
}
