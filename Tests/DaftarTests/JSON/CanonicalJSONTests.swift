import Testing

@testable import Daftar

/// RFC 8785 within the limits of DESIGN 4: what is read, and what is refused and why.
@Suite struct CanonicalJSONTests {
    static func nested(_ levels: Int) -> String {
        String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
    }

    static let accepted: [String] = [
        "{}", "[]", "0", "-1", "9007199254740991", "-9007199254740991", "true", "false", "\"\"",
        "{\"A\":1,\"a\":2}", "{\"-\":1,\".\":2,\"0\":3,\"A\":4,\"_\":5,\"a\":6}", "[[],{},[{}]]", "\"\\\"\\\\\\n\\t\"",
        "\"/\"",
        "\"\u{20}\u{7E}\u{A0}\u{FFFD}\u{10FFFD}\"", "\"ӯ ҷ ҳ “”📜\"", "\"e\u{301}\"", "\"\u{E9}\"",
        "\"\u{200D}\u{200F}\"",
        "{\"\(String(repeating: "k", count: 64))\":1}", nested(8),
    ]

    @Test(arguments: accepted) func accepts(_ text: String) throws {
        let bytes = Array(text.utf8)
        #expect(CanonicalJSON.encode(try CanonicalJSON.parse(bytes)) == bytes)
    }

    static let refused: [(String, JSONError.Reason)] = [
        ("", .endsTooEarly), ("{", .endsTooEarly), ("[1", .endsTooEarly), ("\"a", .endsTooEarly),
        ("\"\\", .endsTooEarly),
        ("null", .notJSON), ("[null]", .notJSON), (" 1", .notJSON), ("\u{FEFF}1", .notJSON), ("tru", .notJSON),
        ("[1 ,2]", .notJSON), ("[1, 2]", .notJSON), ("{\"a\" :1}", .notJSON), ("{\"a\": 1}", .notJSON),
        ("[1,]", .notJSON),
        ("[,1]", .notJSON), ("{\"a\":1,}", .notJSON), ("{a:1}", .notJSON), ("{1:1}", .notJSON), ("'a'", .notJSON),
        ("[1}", .notJSON), ("{\"a\":1]", .notJSON), ("NaN", .notJSON), ("+1", .notJSON), (".5", .notJSON),
        ("[1 2]", .notJSON),
        ("//\n1", .notJSON), ("{\"a\"}", .notJSON),
        ("1 ", .trailing), ("1\n", .trailing), ("{}{}", .trailing), ("truex", .trailing),
        ("1.0", .number), ("1e3", .number), ("1E3", .number), ("-0", .number), ("01", .number), ("-01", .number),
        ("-", .number),
        ("9007199254740992", .number), ("-9007199254740992", .number), ("99999999999999999999999", .number),
        ("1.", .number),
        ("{\"\":1}", .key), ("{\"a b\":1}", .key), ("{\"a/b\":1}", .key), ("{\"ā\":1}", .key), ("{\"a\\n\":1}", .key),
        ("{\"\(String(repeating: "k", count: 65))\":1}", .key),
        ("{\"b\":1,\"a\":1}", .keyOrder), ("{\"a\":1,\"a\":1}", .keyOrder), ("{\"a\":1,\"A\":1}", .keyOrder),
        ("{\"aa\":1,\"a\":1}", .keyOrder),
        (nested(9), .tooDeep), ("{\"a\":" + nested(8) + "}", .tooDeep),
        ("\"\\/\"", .escape), ("\"\\u0041\"", .escape), ("\"\\r\"", .escape), ("\"\\b\"", .escape),
        ("\"\\f\"", .escape),
        ("\"\\u2028\"", .escape), ("\"\\x\"", .escape),
    ]

    @Test(arguments: refused) func refuses(_ text: String, _ reason: JSONError.Reason) {
        let error = #expect(throws: JSONError.self) { try CanonicalJSON.parse(Array(text.utf8)) }
        #expect(error?.reason == reason)
    }

    /// Each character there is: refused are those of DESIGN 4, and no others.
    @Test func everyCharacter() {
        let refused: [ClosedRange<UInt32>] =
            [
                0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x2028...0x2029, 0xFEFF...0xFEFF, 0x202A...0x202E,
                0x2066...0x2069,
                0xE0000...0xE007F, 0xFDD0...0xFDEF,
            ] + (0...16).map { ($0 << 16 | 0xFFFE)...($0 << 16 | 0xFFFF) }
        for value in 0...0x10FFFF as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let isRefused = refused.contains { $0.contains(value) }
            let bytes = CanonicalJSON.encode(.string(String(scalar)))
            let isRead = (try? CanonicalJSON.parse(bytes)) != nil
            if isRead == isRefused { Issue.record("U+\(String(value, radix: 16))") }
        }
    }

    @Test(
        arguments: [
            [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xED, 0xBF, 0xBF],
            [0xF0, 0x80, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82],
            [0xF0, 0x9F, 0x93], [0xC3, 0x28], [0xE2, 0x28, 0xA1],
        ] as [[UInt8]])
    func refusesWhatIsNoUTF8(_ middle: [UInt8]) {
        let error = #expect(throws: JSONError.self) { try CanonicalJSON.parse([34] + middle + [34]) }
        #expect(error?.reason == .utf8 || error?.reason == .endsTooEarly)
    }

    /// Random values are read back as they were written.
    @Test func readsWhatItWrites() throws {
        var random = SeededGenerator(seed: 7)
        for _ in 0..<500 {
            let value = Self.value(levels: 5, &random)
            #expect(try CanonicalJSON.parse(CanonicalJSON.encode(value)) == value)
        }
    }

    private static func value(levels: Int, _ random: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<(levels > 0 ? 5 : 3), using: &random) {
        case 0: return .integer(Int.random(in: -Limits.integer...Limits.integer, using: &random))
        case 1: return .bool(Bool.random(using: &random))
        case 2: return .string(["", "a\"b", "\\", "\n\t", "ӯ", "📜", "\u{301}"].randomElement(using: &random) ?? "")
        case 3:
            return .array((0..<Int.random(in: 0..<4, using: &random)).map { _ in value(levels: levels - 1, &random) })
        default:
            let keys = ["a", "b", "A", "a.b", "_", "-9"].shuffled(using: &random).prefix(
                Int.random(in: 0..<6, using: &random))
            return .object(JSONObject(keys.map { ($0, value(levels: levels - 1, &random)) }))
        }
    }
}
