@testable import Daftar

/// DESIGN 4.1: what authors sign.
extension Sentence {
    static let statements: [Sentence] = form41 + ledgers41 + signers41 + seen41

    /// One statement in each spelling that is not the one: the text is signed as it stands, and refused all the same.
    private static let form41: [Sentence] = [
        text41("its first line", "daftar/statement@v1\n", "daftar/statement\n"),
        text41("its first line has no leading zero", "daftar/statement@v1\n", "daftar/statement@v01\n"),
        text41("its first line is lower-case", "daftar/statement@v1\n", "Daftar/statement@v1\n"),
        text41("CRLF", "daftar/statement@v1\n", "daftar/statement@v1\r\n"),
        text41("the order of lines", "ledger \(Forge.origin)\nby ", "by "),
        text41("stray space after ledger", "ledger \(Forge.origin)\n", "ledger  \(Forge.origin)\n", step: .otherLedger),
        text41("stray space after a line", "ledger \(Forge.origin)\n", "ledger \(Forge.origin) \n", step: .otherLedger),
        text41("two spaces before the key", "by ", "by  "),
        text41("a space after the keys", "\nseen 1", " \nseen 1"),
        text41("upper-case hex", TestKey.rahmon.nameAndID, TestKey.rahmon.name + "+" + upper(TestKey.rahmon.id)),
        text41("a key without its ID", "+" + VerifierKey.hex(TestKey.rahmon.id), ""),
        text41("no key at all", "by \(TestKey.rahmon.nameAndID)\n", "by \n"),
        text41("a tab between words", "by ", "by\t"),
        text41("leading zero in seen", "seen 1 ", "seen 01 "),
        text41("sign in seen", "seen 1 ", "seen +1 "),
        text41("seen beyond 2^53-1", "seen 1 ", "seen 9007199254740992 "),
        text41("seen without a root", "seen 1 ", "seen 1"),
        text41("the root not padded", "=\n{", "\n{"),
        text41("a line too many", "\n{", "\nmore\n{"),
        text41("white space in the body", "{\"_sd\"", "{ \"_sd\""),
        text41("a body that is no object", "{\"_sd\"", "[{\"_sd\""),
        text41("a body without a type", "\"type\":\"event\"", "\"typo\":\"event\""),
        text41("a type that is no string", "\"type\":\"event\"", "\"type\":1"),
        text41("a type in upper case", "\"type\":\"event\"", "\"type\":\"Event\""),
        text41("an empty type", "\"type\":\"event\"", "\"type\":\"\""),
        text41("a type of only !", "\"type\":\"event\"", "\"type\":\"!\""),
        text41("a type with two !", "\"type\":\"event\"", "\"type\":\"!!a\""),
        text41("a type of 33 characters", "\"type\":\"event\"", "\"type\":\"\(String(repeating: "a", count: 33))\""),
        text41("an escape in the type", "\"type\":\"event\"", "\"type\":\"e\\u0076ent\""),
        statement41("the text goes on after the body", "}\n\n\u{2014}", "}\n\n\n\u{2014}"),
        statement41("no empty line", "}\n\n\u{2014}", "}\n\u{2014}"),
        statement41("a hyphen for the dash", "\n\n\u{2014} ", "\n\n- "),
        statement41("a line after the signatures", "=\n", "=\n\n", last: true),
        statement41("no newline at the end", "=\n", "=", last: true),
        statement41("base64 without its padding", "=\n", "\n", last: true),
        statement41("base64 padded twice", "=\n", "==\n", last: true),
        statement41("two spaces in a signature line", "\n\n\u{2014} ", "\n\n\u{2014}  "),
        Sentence("4.1 A signed note, one encoding: padding bits of a signature", Code.statementForm[1]) {
            ledger, isBroken in
            ledger.event(isBroken ? .statement { $0[$0.count - 3] = otherSpelling($0[$0.count - 3]) } : EntryHooks())
        },
        Sentence("4.1 A signed note: there is a signature line", Code.statementForm[1]) { ledger, isBroken in
            ledger.event(by: [.rahmon], isBroken ? .lines { $0 = [] } : EntryHooks())
        },
    ]

    /// What the author signs is written otherwise.
    private static func text41(_ what: String, _ old: String, _ new: String, step: FindingCode = .statementForm)
        -> Sentence
    {
        Sentence("4.1 Five lines, one encoding: \(what)", step[1]) { ledger, isBroken in
            ledger.event(isBroken ? .text { $0.replace(old, with: new) } : EntryHooks())
        }
    }

    /// What stands around the text is written otherwise.
    private static func statement41(_ what: String, _ old: String, _ new: String, last: Bool = false) -> Sentence {
        Sentence("4.1 A signed note, one encoding: \(what)", Code.statementForm[1]) { ledger, isBroken in
            ledger.event(
                isBroken
                    ? .statement {
                        if last {
                            $0 = $0.dropLast(old.utf8.count) + Array(new.utf8)
                        } else {
                            $0.replace(old, with: new)
                        }
                    } : EntryHooks())
        }
    }

    /// The last character before `=` with a padding bit set: the same bytes, spelt otherwise.
    private static func otherSpelling(_ character: UInt8) -> UInt8 {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        return alphabet[Int(Base64.value(of: character)) | 1]
    }

    private static func upper(_ id: UInt32) -> String {
        let hex = VerifierKey.hex(id).uppercased()
        return hex == hex.lowercased() ? "A" + hex.dropFirst() : hex
    }

    private static let ledgers41: [Sentence] = [
        Sentence("4.1 ledger: a statement can't be replayed into another ledger", Code.otherLedger[1]) {
            ledger, isBroken in
            ledger.event(
                isBroken
                    ? .text { $0.replace("ledger \(Forge.origin)", with: "ledger \(Forge.origin)-2") } : EntryHooks())
        },
        Sentence("4.1 Its identity is the statement hash: no statement twice", Code.repeated[2]) { ledger, isBroken in
            ledger.event()
            let first = ledger.entries[1]
            // Behind the header's empty line.
            let statement = first.bytes.firstRange(of: [10, 10]).map { Array(first.bytes[$0.upperBound...]) }
            ledger.event(isBroken ? .statement { $0 = statement ?? [] } : EntryHooks())
            if isBroken { ledger.entries[2].shown = first.shown }
        },
    ]

    private static let signers41: [Sentence] = [
        Sentence("4.1 by: the keys that sign are ascending", Code.statementForm[1]) { ledger, isBroken in
            let keys = [TestKey.alice, .bela]
            ledger.event(
                by: keys, isBroken ? .text { $0.replace(both41(keys), with: both41(keys.reversed())) } : EntryHooks())
        },
        Sentence("4.1 by: strictly ascending, no key twice", Code.statementForm[1]) { ledger, isBroken in
            let name = TestKey.alice.nameAndID
            ledger.event(
                by: [.alice], isBroken ? .text { $0.replace("by \(name)", with: "by \(name) \(name)") } : EntryHooks())
        },
        Sentence("4.1 The signature lines are exactly these: none is stripped", Code.signatureLines[1]) {
            ledger, isBroken in
            ledger.event(by: [.alice, .bela], isBroken ? .lines { $0.removeLast() } : EntryHooks())
        },
        Sentence("4.1 The signature lines are exactly these: none is added", Code.signatureLines[1]) {
            ledger, isBroken in
            ledger.event(by: [.alice], isBroken ? .statement { add(.bela, to: &$0) } : EntryHooks())
        },
        Sentence("4.1 The signature lines are in this order", Code.signatureLines[1]) { ledger, isBroken in
            ledger.event(by: [.alice, .bela], isBroken ? .lines { $0.reverse() } : EntryHooks())
        },
        Sentence("4.1 A signature line carries the key's ID", Code.signatureLines[1]) { ledger, isBroken in
            ledger.event(
                by: [.alice],
                isBroken
                    ? .lines {
                        $0[0] = SignedNote.Signature(name: $0[0].name, id: $0[0].id ^ 1, bytes: $0[0].bytes)
                    } : EntryHooks())
        },
        Sentence("4.1 Each signature is over the text: not another's", Code.signatureInvalid[1]) { ledger, isBroken in
            ledger.event(
                by: [.alice],
                isBroken
                    ? .lines { lines in
                        lines[0] = SignedNote.Signature(
                            name: lines[0].name, id: lines[0].id, bytes: TestKey.bela.signature(over: []))
                    } : EntryHooks())
        },
        Sentence("4.1 Each signature is over the text: not one bit of it changed", Code.signatureInvalid[1]) {
            ledger, isBroken in
            ledger.event(isBroken ? .statement { $0.replace("\"actors\"", with: "\"actorz\"") } : EntryHooks())
        },
        Sentence("4.1 A signature has 64 bytes", Code.signatureInvalid[1]) { ledger, isBroken in
            ledger.event(
                by: [.alice],
                isBroken
                    ? .lines {
                        $0[0] = SignedNote.Signature(name: $0[0].name, id: $0[0].id, bytes: $0[0].bytes + [0])
                    } : EntryHooks())
        },
        Sentence("4 Ed25519: S < L", Code.signatureInvalid[1]) { ledger, isBroken in
            ledger.event(
                by: [.alice],
                isBroken
                    ? .lines { lines in
                        lines[0] = SignedNote.Signature(
                            name: lines[0].name, id: lines[0].id, bytes: withOrderAdded(lines[0].bytes))
                    } : EntryHooks())
        },
        Sentence("4.1 All sign: that is how a two-person rule is met", Code.approvalsShort[1]) { ledger, isBroken in
            ledger = Forge(approvals: 2)
            ledger.grant(.zafar, by: isBroken ? [.alice] : [.alice, .bela])
        },
    ]

    private static func both41(_ keys: [TestKey]) -> String { keys.map(\.nameAndID).joined(separator: " ") }

    /// Adds a line of a key that `by` does not name.
    private static func add(_ key: TestKey, to statement: inout [UInt8]) {
        guard var note = try? SignedNote(parsing: statement, limit: Limits.entry) else { return }
        note.merge(key.line(over: note.text))
        statement = note.encoded
    }

    /// The same signature with L added to S: valid mathematically, refused by RFC 8032 §5.1.7.
    private static func withOrderAdded(_ signature: [UInt8]) -> [UInt8] {
        let order: [UInt8] = [
            0xED, 0xD3, 0xF5, 0x5C, 0x1A, 0x63, 0x12, 0x58, 0xD6, 0x9C, 0xF7, 0xA2, 0xDE, 0xF9, 0xDE, 0x14, 0, 0, 0, 0,
            0,
            0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
        ]
        var forged = signature, carry = 0
        for i in 0..<32 {
            let sum = Int(forged[32 + i]) + Int(order[i]) + carry
            forged[32 + i] = UInt8(sum & 255)
            carry = sum >> 8
        }
        return forged
    }

    private static let seen41: [Sentence] = [
        Sentence("4.1 seen: the root of the ledger as the authors saw it", Code.seenOtherHistory[2]) {
            ledger, isBroken in
            ledger.event()
            let wrong = ledger.roots[1].base64, right = ledger.roots[2].base64
            ledger.event(isBroken ? .text { $0.replace("seen 2 \(right)", with: "seen 2 \(wrong)") } : EntryHooks())
        },
        Sentence("4.1 seen: not more than there was", Code.seenFuture[1]) { ledger, isBroken in
            ledger.event(isBroken ? .text { $0.replace("seen 1 ", with: "seen 2 ") } : EntryHooks())
        },
        Sentence("4.1 Only the charter has seen 0", Code.seenNothing[1]) { ledger, isBroken in
            ledger.event(seen: isBroken ? 0 : 1)
        },
        Sentence("4.1 The charter has seen 0 with the root of the empty tree", Code.seenOtherHistory[0]) {
            ledger, isBroken in
            ledger = Forge(
                isBroken ? .text { $0.replace(Hash.emptyTree.base64, with: Hash.sha256([1]).base64) } : EntryHooks())
        },
        Sentence("4.1 The charter has seen 0 and not more", Code.seenFuture[0]) { ledger, isBroken in
            ledger = Forge(isBroken ? .text { $0.replace("seen 0 ", with: "seen 1 ") } : EntryHooks())
        },
        Sentence("4.1 For each key, seen never decreases from one of its entries to its next", Code.seenBack[3]) {
            ledger, isBroken in
            ledger.event()
            ledger.event(seen: 2)
            ledger.event(seen: isBroken ? 1 : 2)
        },
        Sentence("4.1 seen never decreases: for each key of by", Code.seenBack[3]) { ledger, isBroken in
            ledger.event()
            ledger.event(by: [.alice, .rahmon], seen: 2)
            ledger.event(by: [.alice, .sitora], seen: isBroken ? 1 : 2)
        },
        .allows("4.1 seen may be older than another key's, and than the head") { ledger, _ in
            ledger.event()
            ledger.event(seen: 2)
            ledger.event(by: [.sitora], seen: 1)
        },
        .allows("4.1 A key's revocation of itself is excepted: signed in advance, kept elsewhere") { ledger, _ in
            ledger.event()
            ledger.event(seen: 2)
            ledger.revoke(.rahmon, by: [.rahmon], seen: 1)
        },
        Sentence("4.1 Only its revocation of itself: an editor's of another key is not excepted", Code.seenBack[3]) {
            ledger, isBroken in
            ledger.event()
            ledger.event(by: [.alice], seen: 2)
            ledger.revoke(.rahmon, by: [.alice], seen: isBroken ? 1 : 2)
        },
        Sentence("4.1 Only its revocation of itself: not with a co-signer", Code.seenBack[3]) { ledger, isBroken in
            ledger.event()
            ledger.event(by: [.bela], seen: 2)
            ledger.revoke(.bela, by: [.alice, .bela], seen: isBroken ? 1 : 2)
        },
    ]
}
