import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// What is withdrawn, and what goes with it.
@Suite struct WithdrawalTests {
    let world: World
    let ledger: Ledger

    init() throws {
        world = try World()
        ledger = try world.create()
    }

    private func holding(_ text: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: world.box.path).filter { name in
            let bytes = FileManager.default.contents(atPath: world.box.file(name))
            return bytes?.range(of: Data(text.utf8)) != nil
        }
    }

    /// In one batch: the index has it in a single segment then, which FTS5 takes for merged already.
    @Test func anEventAndItsWithdrawalInOneBatch() throws {
        let event = try world.event("Zubaida was here", seen: ledger.seen())
        let digests = Set(event.disclosures.map { Hash.sha256($0) })
        try world.append([event, world.withdrawal(of: event, seen: ledger.seen())], to: ledger)
        #expect(try holding("Zubaida") == [] && holding("zubaida") == [])
        #expect(try world.verify(ledger.anchors).withdrawn == [1: digests.count])
    }

    @Test func aDigestThatIsNotThereIsRefused() throws {
        let event = try world.event("One", seen: ledger.seen())
        try world.append([event], to: ledger)
        #expect {
            try world.append([world.withdrawal(of: event, [Hash.sha256([1])], seen: ledger.seen())], to: ledger)
        } throws: {
            guard case StoreError.refused(let refusal) = $0, case .findings(let findings) = refusal.reason else {
                return false
            }
            return findings.map(\.code) == [.digestUnknown]
        }
        #expect(try ledger.seen().size == 2)
    }

    /// A capture goes with the last disclosure that names it, and what a crash left of it too.
    @Test func evidenceGoesWithTheLastThatNamesIt() throws {
        let bytes = Array("a page as it was\n".utf8), hash = Hash.sha256(bytes)
        let capture: JSONValue = ["digest": .string("sha256:\(hash.hex)"), "stored": "public", "source": "a"]
        func event(_ title: String) throws -> (Submission, Hash) {
            let made = try Commitments(
                Commitments.Content(
                    type: "event", fields: [("title", ["en": .string(title)]), ("kind", "law/adopt")],
                    lists: [("captures", [capture])]))
            let part = try #require(made.disclosures.first { Disclosure(parsing: $0.encoded)?.name == nil })
            let submission = try Submission(
                signing: made, ledger: world.origin, seen: ledger.seen(), signers: [world.recorder])
            return (submission, part.digest)
        }
        let (one, first) = try event("One"), (two, second) = try event("Two")
        let place = "Records/" + LedgerPlace.evidence(hash).path
        try world.box.write(String(decoding: bytes, as: UTF8.self), place)
        try world.append([one, two], to: ledger)
        #expect(try world.verify(ledger.anchors).evidenceFiles == 1)
        try world.append([world.withdrawal(of: one, [first], seen: ledger.seen())], to: ledger)
        #expect(try world.verify(ledger.anchors).evidenceFiles == 1)
        let left = (place as NSString).deletingLastPathComponent + "/.tmp-" + (place as NSString).lastPathComponent
        try world.box.write("half", left)
        try world.append([world.withdrawal(of: two, [second], seen: ledger.seen())], to: ledger)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
        for path in [place, left] { #expect(!FileManager.default.fileExists(atPath: world.box.file(path))) }
    }

    /// The kind of a remark stands beside the entry that it is about; taken out, the remark counts for nothing.
    @Test func theKindOfARemarkIsForgotten() throws {
        let event = try world.event("One", seen: ledger.seen())
        try world.append([event], to: ledger)
        let made = try Commitments(
            Commitments.Content(
                type: "remark", of: event.statement.hash, fields: [("kind", "dispute"), ("reason", ["en": "No."])]))
        let remark = try Submission(signing: made, ledger: world.origin, seen: ledger.seen(), signers: [world.editor])
        try world.append([remark], to: ledger)
        #expect(try ledger.event(1)?.marks.disputedBy == [2])
        try world.append([world.withdrawal(of: remark, seen: ledger.seen())], to: ledger)
        #expect(try ledger.event(1)?.marks.disputedBy == [])
    }

    /// A reader who does not let go keeps the log alive: that is said, and the next command ends it.
    @Test func aReaderWhoDoesNotLetGo() throws {
        let event = try world.event("Zubaida was here", seen: ledger.seen())
        try world.append([event], to: ledger)
        let writer = try world.open(ledger.anchors), next = try world.withdrawal(of: event, seen: ledger.seen())
        try ledger.database.read { db in
            _ = try LedgerHead(db)
            #expect {
                try world.append([next], to: writer)
            } throws: { if case StoreError.notForgotten = $0 { true } else { false } }
        }
        #expect(try holding("Zubaida") != [])
        _ = try world.open(ledger.anchors)
        #expect(try holding("Zubaida") == [])
    }
}
