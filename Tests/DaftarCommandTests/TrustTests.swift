import DaftarCommand
import Testing

@Suite struct TrustTests {
    let home: Home

    init() throws {
        home = try Home()
        try home.takeExample()
    }

    @Test func acceptsAndLists() {
        #expect(home.run("trust", "list").out == "")
        #expect(
            home.run("trust", "add", "Keys").out.contains("charter     80Lco7BS0EeKuN72YhBJ9zeUQQXrsMZyhcDzggUGkJA="))
        #expect(home.run("trust", "list").out.contains("example.org/ledger+d6a01f35"))
        #expect(home.run("trust", "add", "Keys").err.contains("nothing changes"))
    }

    @Test func anotherCharterIsAnAlarm() throws {
        _ = home.run("trust", "add", "Keys")
        try home.write("FGJbQaViKfFyyuq4LpZLCbvoBn04dK9YxGwPdypjhMI=\n", "Keys/charter")
        let verdict = home.run("verify", "Records")
        #expect(verdict.exit == .done)
        #expect(verdict.err.contains("ask the publisher by another channel"))
        #expect(verdict.err.contains("ANOTHER CHARTER"))
        let person = Typist("n")
        let refused = home.run("trust", "add", "Keys", person: person)
        #expect(refused.exit == .failed)
        #expect(refused.err.contains("another ledger under the same name"))
        #expect(person.questions.count == 1)
        #expect(home.run("trust", "add", "Keys", person: Typist("y")).exit == .done)
        #expect(home.run("verify", "Records").exit == .notIntact)
    }

    @Test func aNewWitnessIsNoAlarmOfThatKind() throws {
        _ = home.run("trust", "add", "Keys")
        let policy = String(decoding: try home.read("Keys/policy"), as: UTF8.self)
        let kept = policy.split(separator: "\n").filter {
            !$0.hasPrefix("witness") && !$0.hasPrefix("group") && !$0.hasPrefix("quorum")
        }
        try home.write(kept.joined(separator: "\n") + "\nquorum none\n", "Keys/policy")
        let result = home.run("trust", "add", "Keys")
        #expect(result.exit == .done)
        #expect(result.err.contains("witness removed: witness.example/one"))
        #expect(result.err.contains("charter unchanged"))
    }

    @Test func badAnchors() throws {
        #expect(home.run("trust", "add", "nothing").exit == .failed)
        try home.write("nonsense\n", "Keys/policy")
        #expect(home.run("trust", "add", "Keys").exit == .failed)
    }

    @Test func showsPublicKeys() {
        #expect(home.run("key", "show", "Keys/editor-a.pem").out.hasPrefix("-----BEGIN PUBLIC KEY-----"))
        #expect(home.run("key", "show", "Keys/policy").exit == .keyUnusable)
        #expect(home.run("key", "show", "nothing").exit == .failed)
    }

    @Test func explainsEachCode() {
        #expect(home.run("explain").out.contains("seen-other-history"))
        #expect(home.run("explain", "seen-other-history").out.contains("another history"))
        #expect(home.run("explain", "nonsense").exit == .failed)
    }
}
