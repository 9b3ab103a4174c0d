import Testing

@testable import Daftar

/// A checkpoint may claim any size: what it claims costs nothing before it is there.
@Suite struct ClaimedSizeTests {
    static let most = Limits.integer
    static let lastBundle = LedgerPlace.entries(index: (most - 1) / Limits.tileWidth, width: most % Limits.tileWidth)

    /// The largest size of all, of which the first bundle is there, or the last one, or both.
    @Test(.timeLimit(.minutes(1)), arguments: [[], ["first"], ["last"], ["first", "last"]])
    func theLargest(_ there: [String]) throws {
        var forge = Forge()
        while forge.entries.count < 256 { forge.content(Forge.Content(fields: [], lists: []), by: [.rahmon]) }
        forge.publishing.checkpointText = { $0.replace("\n256\n", with: "\n\(Self.most)\n") }
        forge.host { files in
            if there.contains("last") { files[Self.lastBundle.path] = files["tile/entries/000"] }
            if !there.contains("first") { files["tile/entries/000"] = nil }
        }
        let report = try forge.published().verify()
        #expect(report.verdict == .notIntact && report.size == Self.most)
        #expect(report.findings.contains { $0.code == .bundleMissing && $0.through == Self.most - 1 })
        #expect(report.findings.count < 1000)
    }
}
