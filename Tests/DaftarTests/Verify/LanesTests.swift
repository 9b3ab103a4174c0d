import Testing

@testable import Daftar

@Suite struct LanesTests {
    @Test(arguments: [0, 1, 2, 1000])
    func resultsAreInOrder(_ count: Int) {
        let job = Lanes.start(count) { "\($0)" }
        #expect(Lanes.map(count) { "\($0)" } == (0..<count).map(String.init))
        #expect(job.finish() == (0..<count).map(String.init))
    }

    /// Verifications on all cores at once: each that waits for its work helps with it, so all of them end.
    @Test func jobsWithinLanes() {
        let sums = Lanes.map(64) { i in Lanes.start(100) { $0 * i }.finish().reduce(0, +) }
        #expect(sums == (0..<64).map { 4950 * $0 })
    }

    /// A verification that can't go on leaves what is under way: it ends by itself.
    @Test func workMayBeLeft() {
        for _ in 0..<100 { _ = Lanes.start(10) { [UInt8](repeating: 1, count: 1000 + $0) } }
    }
}
