import Testing

@testable import Daftar

/// How a policy is changed and written: what it asks for is the same once it is read again.
@Suite struct PolicyEditingTests {
    private typealias Lines = PolicyTests

    @Test(arguments: PolicyTests.accepted) func isWrittenBack(_ what: String, _ text: String) throws {
        let policy = try Lines.policy(text), again = try Lines.policy(policy.text)
        #expect(again.ledgerKeys == policy.ledgerKeys && again.witnesses == policy.witnesses, "\(what)")
        #expect(again.quorum == policy.quorum, "\(what)")
        #expect(again.text == policy.text, "\(what)")
    }

    @Test func aKeyIsRotated() throws {
        var policy = try Lines.policy(Lines.log + "quorum none\n")
        let old = try VerifierKey(parsing: TestKey.ledger.vkey),
            new = try VerifierKey(parsing: TestKey.laterLedger.vkey)
        #expect(throws: Policy.EditError.lastLedgerKey) { try policy.remove(ledgerKey: old) }
        try policy.add(ledgerKey: new)
        #expect(throws: Policy.EditError.listed(new.nameAndID)) { try policy.add(ledgerKey: new) }
        try policy.remove(ledgerKey: old)
        #expect(try Lines.policy(policy.text).ledgerKeys == [new])
        #expect(throws: Policy.EditError.notListed(old.nameAndID)) { try policy.remove(ledgerKey: old) }
    }

    @Test func onlyKeysOfTheirKind() throws {
        var policy = try Lines.policy(Lines.log + Lines.w1 + "quorum one\n")
        let witness = try VerifierKey(parsing: TestKey.otherWitness.vkey)
        let stranger = try VerifierKey(parsing: TestKey("other.example").vkey)
        #expect(throws: Policy.EditError.otherOrigin(stranger.nameAndID)) { try policy.add(ledgerKey: stranger) }
        #expect(throws: Policy.EditError.otherType(stranger.nameAndID)) { try policy.add(witness: stranger) }
        #expect(throws: Policy.EditError.otherOrigin(witness.nameAndID)) { try policy.add(ledgerKey: witness) }
    }

    @Test func witnessesComeAndGo() throws {
        var policy = try Lines.policy(Lines.log + "quorum none\n")
        let keys = try [TestKey.witness, .otherWitness, .thirdWitness].map { try VerifierKey(parsing: $0.vkey) }
        for key in keys { try policy.add(witness: key) }
        #expect(!policy.asksForWitnesses)
        #expect(throws: Policy.EditError.quorum(4, of: 3)) { try policy.ask(for: 4, of: keys) }
        try policy.ask(for: 2, of: keys)
        #expect(policy.quorum.isMet(by: [0, 2]) && !policy.quorum.isMet(by: [1]))
        #expect(throws: Policy.EditError.quorumNeeds(keys[0].nameAndID)) { try policy.remove(witness: keys[0]) }
        try policy.ask(for: 1, of: [keys[1]])
        try policy.remove(witness: keys[0])
        let again = try Lines.policy(policy.text)
        #expect(again == policy)
        // The one that the quorum names is the same key, at another place.
        #expect(again.witnesses[0].key == keys[1] && again.quorum == .witness(0))
        try policy.ask(for: 0, of: [])
        #expect(try Lines.policy(policy.text).quorum == Policy.Quorum.none)
    }
}
