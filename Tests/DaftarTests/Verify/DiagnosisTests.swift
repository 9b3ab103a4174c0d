import Testing

@testable import Daftar

/// Which finding is the cause, and what merely follows from it.
@Suite struct DiagnosisTests {
    /// An author admits a key, which nobody but editors can: whatever that key does, and its end, follow from there.
    @Test func whatMissesAKeyFollowsFromItsGrant() throws {
        var ledger = Forge()
        ledger.event()
        let grant = ledger.grant(.zafar, by: [.rahmon])
        let signed = ledger.event(by: [.zafar])
        let ended = ledger.revoke(.zafar)
        let foreign = ledger.revoke(.future)
        ledger.event()
        let report = try ledger.published().verify()
        func follows(_ entry: Int) -> [Int?] { report.findings.filter { $0.entry == entry }.map(\.follows) }
        #expect(report.findings.map(\.code) == [.notEntitled, .stranger, .revocationWrong, .revocationWrong])
        #expect(follows(grant) == [nil])
        #expect(follows(signed) == [grant] && follows(ended) == [grant])
        #expect(follows(foreign) == [nil])
    }

    /// What has a finding of its own is no mere consequence.
    @Test func whatIsWrongByItselfIsACause() throws {
        var ledger = Forge()
        let grant = ledger.grant(.zafar, by: [.rahmon])
        ledger.event(by: [.zafar], .header { $0.replace("2026-11-20", with: "2026-02-29") })
        let report = try ledger.published().verify()
        #expect(Set(report.findings.map(\.entry)) == [grant, grant + 1])
        #expect(report.findings.allSatisfy { $0.follows == nil })
    }
}
