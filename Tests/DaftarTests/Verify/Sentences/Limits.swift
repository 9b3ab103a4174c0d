@testable import Daftar

/// The table of limits in DESIGN 4: the last that is within, and the first that is not.
extension Sentence {
    static let limits: [Sentence] = numbers4 + json4 + strings4

    private static let numbers4: [Sentence] = [
        Sentence("4 an author's key name: 1–32 after the origin and /", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + "/" + String(repeating: "k", count: isBroken ? 33 : 32)))
        },
        Sentence("4 an author's key name: at least 1", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + "/" + (isBroken ? "" : "k")))
        },
        Sentence("4 an author's key name: of a-z 0-9 -", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + "/" + (isBroken ? "K" : "k-9")))
        },
        Sentence("4 an author's key name: no further /", Code.controlFields[1]) { ledger, isBroken in
            ledger.grant(TestKey(Forge.origin + (isBroken ? "/a/b" : "/a-b")))
        },
        Sentence("4 16 signatures", Code.statementForm[13]) { ledger, isBroken in
            let keys = (10..<22).map { TestKey(Forge.origin + "/k\($0)") }
            for key in keys { ledger.grant(key) }
            let all = keys + [.alice, .bela, .cyrus, .rahmon] + (isBroken ? [.sitora] : [])
            ledger.event(by: all)
        },
        Sentence("4 1,024 digests", Code.digestForm[1]) { ledger, isBroken in
            let lists: [(String, [JSONValue])] = [("quotes", (0..<256).map { .integer($0) })]
            let fields: [(String, JSONValue)] = (0..<(isBroken ? 769 : 768)).map { ("f\($0)", 1) }
            ledger.content(Forge.Content(fields: fields, lists: lists), by: [.rahmon])
        },
        Sentence("4 a content line of 1 MiB", Code.contentForm.whole, Code.contentMissing[1]) { ledger, isBroken in
            let frame = ContentLine.encode(entry: 1, encoded: [ledger.disclosure("x", "")]).count - 1
            let text = String(repeating: "x", count: (1 << 20) - frame + (isBroken ? 1 : 0))
            ledger.content(Forge.Content(fields: [("x", .string(text))], lists: []), by: [.rahmon])
        },
        .allows("4 an entry of 65,535 bytes") { ledger, _ in
            let frame = ledger.event(by: [.alice]), size = ledger.entries[frame].bytes.count
            let text = String(repeating: "x", count: 65_535 - size - "\"x\":\"\",".utf8.count)
            ledger.content(Forge.Content(clear: ["x": .string(text)]), by: [.alice])
        },
    ]

    // MARK: JSON

    /// An event whose body has this beside its type, in its own spelling.
    private static func body4(_ what: String, good: String, bad: String) -> Sentence {
        Sentence("4 JSON: \(what)", Code.statementForm[1]) { ledger, isBroken in
            ledger.append(
                ["type": "event"], by: [.rahmon], .body { $0.replace("{", with: "{" + (isBroken ? bad : good) + ",") })
        }
    }

    private static func nested(_ levels: Int) -> String {
        String(repeating: "[", count: levels) + "1" + String(repeating: "]", count: levels)
    }

    private static let json4: [Sentence] = [
        body4("8 levels, the outermost object being the first", good: "\"a\":\(nested(7))", bad: "\"a\":\(nested(8))"),
        body4("keys of A-Za-z0-9_.-", good: "\"A_b.c-9\":1", bad: "\"a b\":1"),
        body4("keys are ASCII", good: "\"a\":1", bad: "\"ā\":1"),
        body4("keys of at least 1", good: "\"a\":1", bad: "\"\":1"),
        body4(
            "keys of at most 64", good: "\"\(String(repeating: "k", count: 64))\":1",
            bad: "\"\(String(repeating: "k", count: 65))\":1"),
        body4("integers up to 2^53-1", good: "\"a\":9007199254740991", bad: "\"a\":9007199254740992"),
        body4("integers down to -(2^53-1)", good: "\"a\":-9007199254740991", bad: "\"a\":-9007199254740992"),
        body4("no -0", good: "\"a\":0", bad: "\"a\":-0"),
        body4("no leading zero", good: "\"a\":1", bad: "\"a\":01"),
        body4("no floats", good: "\"a\":1", bad: "\"a\":1.0"),
        body4("no exponents", good: "\"a\":1", bad: "\"a\":1e3"),
        body4("no null", good: "\"a\":true", bad: "\"a\":null"),
        body4("keys ascending", good: "\"a\":1,\"b\":1", bad: "\"b\":1,\"a\":1"),
        body4("no key twice", good: "\"a\":1,\"b\":1", bad: "\"a\":1,\"a\":1"),
        body4("no white space", good: "\"a\":[1,2]", bad: "\"a\":[1, 2]"),
        body4("no comma too many", good: "\"a\":[1]", bad: "\"a\":[1,]"),
        body4("no escape where none is due: /", good: "\"a\":\"/\"", bad: "\"a\":\"\\/\""),
        body4("no escape where none is due: \\u", good: "\"a\":\"a\"", bad: "\"a\":\"\\u0061\""),
        body4("escapes: \\n \\t \\\" \\\\", good: "\"a\":\"\\n\\t\\\"\\\\\"", bad: "\"a\":\"\\r\""),
        Sentence("4 a content line has 10 levels", Code.contentForm.whole, Code.contentMissing[1]) { ledger, isBroken in
            // The object, the list of disclosures, the disclosure: seven are left.
            var value: JSONValue = 1
            for _ in 0..<(isBroken ? 8 : 7) { value = [value] }
            ledger.content(Forge.Content(fields: [("x", value)], lists: []), by: [.rahmon])
        },
    ]

    /// The first and last of each range that no string may hold, and a neighbour that it may.
    private static let strings4: [Sentence] = [
        string4("U+0000", 0x0000, 0x09), string4("U+0008", 0x08, 0x0A), string4("U+001F", 0x1F, 0x20),
        string4("U+007F", 0x7F, 0x7E), string4("U+0080", 0x80, 0xA0), string4("U+009F", 0x9F, 0xA0),
        string4("U+2028", 0x2028, 0x2027), string4("U+2029", 0x2029, 0x202F), string4("U+FEFF", 0xFEFF, 0xFEFE),
        string4("U+202A", 0x202A, 0x200F), string4("U+202E", 0x202E, 0x202F), string4("U+2066", 0x2066, 0x2065),
        string4("U+2069", 0x2069, 0x206A), string4("U+E0000", 0xE0000, 0xDFFFD), string4("U+E007F", 0xE007F, 0xE0080),
        string4("U+FDD0", 0xFDD0, 0xFDCF), string4("U+FDEF", 0xFDEF, 0xFDF0), string4("U+FFFE", 0xFFFE, 0xFFFD),
        string4("U+FFFF", 0xFFFF, 0xFFFD), string4("U+1FFFE", 0x1FFFE, 0x1FFFD),
        string4("U+10FFFF", 0x10FFFF, 0x10FFFD),
        Sentence("4 JSON strings are UTF-8: no surrogates", Code.statementForm[1]) { ledger, isBroken in
            ledger.append(
                ["type": "event", "a": "x"], by: [.rahmon],
                isBroken ? .body { $0.replaceSubrange(6...6, with: [0xED, 0xA0, 0x80]) } : EntryHooks())
        },
        .allows("4 JSON strings are never normalised") { ledger, _ in
            ledger.append(["type": "event", "a": "e\u{301}", "b": "\u{E9}", "c": "\u{1F4DC}\u{200D}"], by: [.rahmon])
        },
    ]

    private static func string4(_ name: String, _ bad: UInt32, _ good: UInt32) -> Sentence {
        Sentence("4 JSON strings: no \(name)", Code.statementForm[1]) { ledger, isBroken in
            guard let scalar = Unicode.Scalar(isBroken ? bad : good) else { return }
            ledger.append(["type": "event", "a": .string(String(scalar))], by: [.rahmon])
        }
    }
}
