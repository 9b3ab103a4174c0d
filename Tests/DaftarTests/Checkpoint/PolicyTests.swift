import Testing

@testable import Daftar

/// C2SP tlog-policy, and DESIGN 4.6: one origin, type 0x01 and 0x04, all raw keys distinct.
@Suite struct PolicyTests {
    static let log = "log \(TestKey.ledger.vkey)\n"
    static let w1 = "witness one \(TestKey.witness.vkey)\n", w2 = "witness two \(TestKey.otherWitness.vkey)\n"
    static let w3 = "witness three \(TestKey.thirdWitness.vkey)\n"

    static func policy(_ text: String) throws -> Policy { try Policy(parsing: Array(text.utf8)) }

    static let accepted: [(String, String)] = [
        ("no witness", log + "quorum none\n"),
        ("the quorum first, where it is none", "quorum none\n" + log),
        ("a witness that no quorum needs", log + w1 + "quorum none\n"),
        ("comments, empty lines and white space", "# a\n\n \t \n  # b\n\t" + log + " quorum\t none \n"),
        ("a comment that begins with a combining character", "#\u{301} a\n" + log + "quorum none\n"),
        (
            "addresses",
            "log \(TestKey.ledger.vkey) https://ledger.example/ \n"
                + "witness one \(TestKey.witness.vkey) http://[::1]/\nquorum one\n"
        ),
        ("two keys of the ledger", log + "log \(TestKey.laterLedger.vkey)\nquorum none\n"),
        (
            "names that Swift takes for equal",
            log + "witness K \(TestKey.witness.vkey)\nwitness \u{212A} \(TestKey.otherWitness.vkey)\nquorum K\n"
        ),
        ("a group that no quorum needs", log + w1 + "group g 1 one\nquorum one\n"),
        ("the group of a group", log + w1 + w2 + "group g any one two\ngroup h all g\nquorum h\n"),
        ("names like keywords", log + "witness all \(TestKey.witness.vkey)\ngroup any 1 all\nquorum any\n"),
    ]

    @Test(arguments: accepted) func accepts(_ what: String, _ text: String) throws {
        #expect(try Self.policy(text).origin.text == Forge.origin)
    }

    static let refused: [(String, Int, String)] = [
        ("nothing", 0, ""),
        ("no quorum", 0, log),
        ("no log", 0, "quorum none\n"),
        ("no newline at the end", 0, log + "quorum none"),
        ("two quorums", 3, log + "quorum none\nquorum none\n"),
        ("a carriage return", 1, log.dropLast() + "\r\nquorum none\n"),
        ("DEL in a comment", 1, "# \u{7F}\n" + log + "quorum none\n"),
        ("an unknown keyword", 1, "logs \(TestKey.ledger.vkey)\n" + log + "quorum none\n"),
        ("a keyword in upper case", 1, "Log \(TestKey.ledger.vkey)\nquorum none\n"),
        ("a log without a key", 1, "log\nquorum none\n"),
        ("a log with three words", 1, "log \(TestKey.ledger.vkey) a b\nquorum none\n"),
        ("a log that is a witness's key", 1, "log \(TestKey.witness.vkey)\nquorum none\n"),
        ("a witness that is a ledger's key", 2, log + "witness one \(TestKey.laterLedger.vkey)\nquorum one\n"),
        ("two origins", 0, log + "log \(TestKey("other.example").vkey)\nquorum none\n"),
        ("a name that is no origin", 0, "log \(TestKey("daftar/x").vkey)\nquorum none\n"),
        ("a log twice", 2, log + log + "quorum none\n"),
        ("a witness twice under two names", 3, log + w1 + "witness two \(TestKey.witness.vkey)\nquorum one\n"),
        (
            "one raw key as log and as witness", 2,
            log + "witness one \(TestKey("w", seed: Forge.origin, type: 4).vkey)\nquorum one\n"
        ),
        (
            "a key of small order", 1,
            "log \(TestKey(name: "a", type: 1, material: [UInt8](repeating: 0, count: 32)).vkey)\nquorum none\n"
        ),
        ("a name twice", 3, log + w1 + "witness one \(TestKey.otherWitness.vkey)\nquorum one\n"),
        ("a group named as a witness", 3, log + w1 + "group one any one\nquorum one\n"),
        ("a witness named none", 2, log + "witness none \(TestKey.witness.vkey)\nquorum none\n"),
        ("a group named none", 3, log + w1 + "group none any one\nquorum none\n"),
        ("none as a member", 3, log + w1 + "group g any none one\nquorum g\n"),
        ("a quorum before its witness", 2, log + "quorum one\n" + w1),
        ("a quorum that is undefined", 3, log + w1 + "quorum two\n"),
        ("a member before it is defined", 2, log + "group g any one\n" + w1 + "quorum g\n"),
        ("a group of itself", 3, log + w1 + "group g any one g\nquorum g\n"),
        ("a group without members", 3, log + w1 + "group g any\nquorum one\n"),
        ("a member twice in a group", 3, log + w1 + "group g 2 one one\nquorum g\n"),
        ("a member of two groups", 5, log + w1 + w2 + "group g any one\ngroup h all one two\nquorum h\n"),
        ("a threshold of 0", 3, log + w1 + "group g 0 one\nquorum g\n"),
        ("a threshold above the members", 3, log + w1 + "group g 2 one\nquorum g\n"),
        ("a threshold with a leading zero", 3, log + w1 + "group g 01 one\nquorum g\n"),
        ("a threshold that is no number", 3, log + w1 + "group g some one\nquorum g\n"),
        ("a quorum of two names", 4, log + w1 + w2 + "quorum one two\n"),
    ]

    @Test(arguments: refused) func refuses(_ what: String, _ line: Int, _ text: String) {
        let error = #expect(throws: Policy.ParseError.self) { try Self.policy(text) }
        #expect(error?.line == line, "\(String(describing: error))")
    }

    @Test func aPolicyHasAtMost64KiB() throws {
        let rest = Self.log + "quorum none\n"
        let comment = "#" + String(repeating: "x", count: Limits.checkpoint - rest.utf8.count - 2) + "\n"
        #expect(try Self.policy(comment + rest).ledgerKeys.count == 1)
        #expect(throws: Policy.ParseError.self) { try Self.policy("#" + comment + rest) }
    }

    /// The specification's own policy: two of X1–X3, and one of Y1–Y3.
    @Test func quorumsOfGroups() throws {
        var text = Self.log
        for name in ["X1", "X2", "X3", "Y1", "Y2", "Y3"] {
            text += "witness \(name) \(TestKey("w.example/\(name)", type: 4).vkey)\n"
        }
        text += "group X 2 X1 X2 X3\ngroup Y any Y1 Y2 Y3\ngroup both all X Y\nquorum both\n"
        let policy = try Self.policy(text)
        for set in 0..<64 {
            let cosigned = Set((0..<6).filter { set & 1 << $0 != 0 })
            let expected = cosigned.count { $0 < 3 } >= 2 && cosigned.contains { $0 >= 3 }
            #expect(policy.quorum.isMet(by: cosigned) == expected, "\(cosigned)")
        }
    }

    @Test func charterPins() {
        let pin = Hash.sha256([1]).base64
        #expect(TrustAnchors.charterPin(Array((pin + "\n").utf8)) == Hash.sha256([1]))
        for bad in [pin, pin + "\n\n", pin + "\r\n", " " + pin + "\n", String(pin.dropLast()) + "\n", ""] {
            #expect(TrustAnchors.charterPin(Array(bad.utf8)) == nil)
        }
    }
}
