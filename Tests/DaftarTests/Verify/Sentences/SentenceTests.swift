import Testing

@testable import Daftar

/// Every sentence of DESIGN 4 that a ledger can break, broken by itself.
@Suite struct SentenceTests {
    @Test(arguments: Sentence.all) func holds(_ sentence: Sentence) throws {
        let report = try sentence.ledger(isBroken: true).verify()
        let found = Set(report.findings.map(Sentence.Found.init))
        switch sentence.outcome {
        case .findings(let expected):
            #expect(found == Set(expected), "\(report.findings)")
            #expect(report.verdict == .notIntact)
        case .files(let expected):
            #expect(
                Set(report.findings.filter { $0.step <= .tree }.map(Sentence.Found.init)) == Set(expected),
                "\(report.findings)")
            #expect(report.verdict == .notIntact)
        case .exit(let code):
            #expect(report.findings == [])
            #expect(report.verdict.exitCode == code)
        }
        for note in sentence.notes { #expect(report.notes.contains { $0.code == note }, "\(note)") }
        if case .exit = sentence.outcome { #expect(report.doubted == sentence.doubted) }
        guard let exit = sentence.sibling else { return }
        let sibling = try sentence.ledger(isBroken: false).verify()
        #expect(sibling.findings == [], "the sibling")
        #expect(sibling.verdict.exitCode == exit, "the sibling")
    }

    @Test func eachIsNamedOnce() {
        var seen: Set<String> = []
        for sentence in Sentence.all { #expect(seen.insert(sentence.text).inserted, "\(sentence.text)") }
    }

    /// The closed table of findings: each one is found in some ledger here, or it is no finding of a ledger.
    @Test func eachFindingIsFound() {
        var found: Set<FindingCode> = [
            .timestampForm, .timestampOther, .timestampUntrusted,  // the tests of step 11
            .contentUnlisted,  // takes a selection: the tests of `bundle`
            .notAFile,  // takes a folder: the tests of `verify`
        ]
        for sentence in Sentence.all {
            switch sentence.outcome {
            case .findings(let codes), .files(let codes): found.formUnion(codes.map(\.code))
            case .exit: break
            }
        }
        #expect(Set(FindingCode.allCases).subtracting(found) == [])
    }
}
