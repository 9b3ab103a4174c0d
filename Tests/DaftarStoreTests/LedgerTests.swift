import Daftar
import Foundation
import Testing

@testable import DaftarStore

@Suite struct LedgerTests {
    @Test func whatIsAppendedVerifies() throws {
        let world = try World(), ledger = try world.create()
        #expect(try world.verify(ledger.anchors).verdict == .intact)
        var seen = try ledger.seen()
        let done = try world.append([world.event("One", seen: seen), world.event("Two", seen: seen)], to: ledger)
        #expect(done.first == 1 && done.leaves.count == 2 && done.checkpoint.checkpoint.size == 3)
        let report = try world.verify(ledger.anchors)
        #expect(report.verdict == .intact && report.size == 3 && report.findings.isEmpty, "\(report.findings)")
        // Across a full tile, in one batch and one by one.
        seen = try ledger.seen()
        try world.append((0..<252).map { try world.event("\($0)", seen: seen) }, to: ledger)
        for i in 255..<258 { try world.append([world.event("\(i)", seen: ledger.seen())], to: ledger) }
        let later = try world.verify(ledger.anchors)
        #expect(
            later.verdict == .intact && later.size == 258 && later.notes.isEmpty, "\(later.findings) \(later.notes)")
        #expect(FileManager.default.fileExists(atPath: world.directory + "/tile/0/000.p") == false)
        #expect(FileManager.default.fileExists(atPath: world.directory + "/tile/entries/000") == true)
    }

    @Test func aLongLogIsFoldedInBesidePublishing() throws {
        let world = try World(), ledger = try world.create(), seen = try ledger.seen()
        let text = String(repeating: "word ", count: 180_000)
        try world.append((0..<4).map { try world.event("\($0) \(text)", seen: seen) }, to: ledger)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
        // The file alone has it all, while the ledger is still open.
        let names = try FileManager.default.subpathsOfDirectory(atPath: world.box.file("state"))
        let state = try #require(names.first { $0.hasSuffix("ledger.sqlite") })
        try FileManager.default.copyItem(atPath: world.box.file("state/" + state), toPath: world.box.file("copy"))
        #expect(try LedgerDatabase(world.box.file("copy")).read { try LedgerHead($0) }.size == 5)
        try ledger.close()
    }

    @Test func theStoreIsBuiltAnewFromTheFiles() throws {
        let world = try World(), ledger = try world.create()
        try world.append((0..<300).map { try world.event("\($0)", seen: ledger.seen()) }, to: ledger)
        let seen = try ledger.seen(), rights = try ledger.rights().saved
        try ledger.close()
        try FileManager.default.removeItem(atPath: world.box.file("state"))
        let again = try world.open(ledger.anchors)
        #expect(try again.seen() == seen && again.rights().saved == rights)
        try world.append([world.event("next", seen: again.seen())], to: again)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
    }

    @Test func anOlderStoreAdoptsAndANewerOnePublishes() throws {
        let world = try World(), ledger = try world.create(), manager = FileManager.default
        try manager.copyItem(atPath: world.directory, toPath: world.box.file("old"))
        try ledger.close()
        try manager.copyItem(atPath: world.box.file("state"), toPath: world.box.file("old-state"))
        let newer = try world.open(ledger.anchors)
        try world.append([world.event("One", seen: newer.seen())], to: newer)
        let seen = try newer.seen(), checkpoint = try world.box.read("Records/checkpoint")
        try newer.close()
        // Files from a backup: published once more, to the byte.
        try manager.removeItem(atPath: world.directory)
        try manager.moveItem(atPath: world.box.file("old"), toPath: world.directory)
        try world.open(ledger.anchors).close()
        #expect(try world.box.read("Records/checkpoint") == checkpoint)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
        // State from a backup: it adopts.
        try manager.removeItem(atPath: world.box.file("state"))
        try manager.moveItem(atPath: world.box.file("old-state"), toPath: world.box.file("state"))
        #expect(try world.open(ledger.anchors).seen() == seen)
    }

    @Test func twoHistoriesAreNeverMixed() throws {
        let world = try World(), ledger = try world.create(), manager = FileManager.default
        try ledger.close()
        try manager.copyItem(atPath: world.directory, toPath: world.box.file("other"))
        try manager.copyItem(atPath: world.box.file("state"), toPath: world.box.file("other-state"))
        let one = try world.open(ledger.anchors)
        try world.append([world.event("One", seen: one.seen())], to: one)
        try one.close()
        for name in ["Records", "state"] { try manager.removeItem(atPath: world.box.file(name)) }
        try manager.moveItem(atPath: world.box.file("other"), toPath: world.directory)
        try manager.copyItem(atPath: world.box.file("other-state"), toPath: world.box.file("state"))
        let two = try world.open(ledger.anchors)
        try world.append((0..<2).map { try world.event("\($0)", seen: two.seen()) }, to: two)
        try two.close()
        // The store of the first history meets the files of the second.
        let files = try world.box.read("Records/checkpoint")
        try manager.removeItem(atPath: world.box.file("state"))
        try manager.moveItem(atPath: world.box.file("other-state"), toPath: world.box.file("state"))
        let adopted = try world.open(ledger.anchors)
        #expect(try adopted.seen().size == 3)
        try world.append([world.event("four", seen: adopted.seen())], to: adopted)
        try Data(files).write(to: URL(filePath: world.directory + "/checkpoint"))
        #expect(try world.open(ledger.anchors).seen().size == 4)
    }

    @Test func refusalsLeaveEverythingAsItWas() throws {
        let world = try World(), ledger = try world.create(), seen = try ledger.seen()
        let before = try world.box.read("Records/checkpoint")
        func refusal(_ batch: [Submission]) -> Refusal? {
            do { try world.append(batch, to: ledger) } catch StoreError.refused(let refusal) { return refusal } catch {}
            return nil
        }
        let good = try world.event("One", seen: seen)
        let stranger = try NoteSigner(SigningKey.generate(), name: world.origin.text + "/stranger")
        let bad = try world.event("Two", seen: seen, by: stranger)
        #expect(refusal([good, bad])?.position == 1)
        #expect(refusal([Submission(good.statement, disclosures: Array(good.disclosures.dropFirst()))]) != nil)
        #expect(
            refusal([Submission(good.statement, disclosures: good.disclosures + good.disclosures)])?.reason
                == .foreignDisclosure)
        #expect(refusal([try world.event("x", seen: Seen(size: 1, root: Hash.emptyTree))]) != nil)
        #expect(refusal([good, good])?.position == 1)
        #expect(refusal([try world.control(["type": "surprise"], seen: seen)])?.reason == .notUnderstood("surprise"))
        #expect(throws: StoreError.self) { try world.append([], to: ledger) }
        #expect(throws: StoreError.self) { try ledger.append([good], ledgerKeys: [world.editor], today: world.day) }
        let early = try #require(RecordedDay("2026-11-23"))
        #expect(throws: StoreError.self) { try ledger.append([good], ledgerKeys: [world.ledgerKey], today: early) }
        #expect(try world.box.read("Records/checkpoint") == before && ledger.seen() == seen)
        try ledger.dryRun([good], today: world.day)
        #expect(try ledger.seen() == seen)
        // A forged signature, by somebody who has no key of ours.
        var bytes = good.statement.bytes
        bytes[bytes.count - 10] ^= 1
        if let forged = try? Statement(parsing: bytes) {
            #expect(refusal([Submission(forged, disclosures: good.disclosures)]) != nil)
        }
        try world.append([Submission(good.statement, disclosures: good.disclosures)], to: ledger)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
    }

    @Test func aLedgerThatWantsWitnessesWaits() throws {
        let witness = try SigningKey.generate()
        let id = VerifierKey.id(name: "witness.example/w", type: 4, material: witness.publicKey)
        let hex = String(id, radix: 16), padded = String(repeating: "0", count: 8 - hex.count) + hex
        let key = "witness.example/w+\(padded)+\(Base64.encode([4] + witness.publicKey))"
        let world = try World(witness: "witness w \(key)\nquorum w"), ledger = try world.create()
        #expect(FileManager.default.fileExists(atPath: world.directory + "/checkpoint") == false)
        #expect(try world.verify(ledger.anchors).verdict == .unvouched)
        try world.append([world.event("One", seen: ledger.seen())], to: ledger)
        // The witness cosigns what waits; the next command moves it into place.
        var pending = try SignedCheckpoint(parsing: world.box.read("Records/checkpoint.pending"))
        #expect(pending.checkpoint.size == 2)
        let time: [UInt8] = [0, 0, 0, 0, 0x6A, 0, 0, 0]
        let message = Cosignature.message(time: 0x6A00_0000, checkpoint: pending.note.text)
        pending.note.merge(
            SignedNote.Signature(name: "witness.example/w", id: id, bytes: time + (try witness.sign(message))))
        try Data(pending.encoded).write(to: URL(filePath: world.directory + "/checkpoint.pending"))
        try ledger.whileLocked { () throws(StoreError) in
            var publisher = Publisher(try ledger.openFiles(), ledger.database, world.policy, ledger.staged)
            try publisher.publish(from: 2)
        }
        #expect(try world.box.read("Records/checkpoint") == pending.encoded)
        #expect(FileManager.default.fileExists(atPath: world.directory + "/checkpoint.pending") == false)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
    }

    @Test func contentIsWithdrawnAndReleased() throws {
        let world = try World(), ledger = try world.create()
        let content = Commitments.Content(
            type: "event", fields: [("title", ["en": "A"]), ("kind", "law/adopt"), ("date", "2023")],
            lists: [("actors", [["id": "a"], ["id": "b"]])])
        let made = try Commitments(content) { name, _ in name == "kind" }
        let event = try Submission(signing: made, ledger: world.origin, seen: ledger.seen(), signers: [world.recorder])
        try world.append([event], to: ledger)
        let actor = try #require(made.disclosures.first { Disclosure(parsing: $0.encoded)?.name == nil })
        let of = JSONValue.string(event.statement.hash.base64)
        func digests(_ hash: Hash) -> JSONValue { [.string(hash.base64)] }
        try world.append(
            [
                world.control(
                    ["of": of, "digests": digests(actor.digest), "reason": "safety", "type": "withdrawal"],
                    seen: ledger.seen())
            ],
            to: ledger)
        var report = try world.verify(ledger.anchors)
        #expect(
            report.verdict == .intact && report.withdrawn == [1: 1] && report.withheld == [1: 1], "\(report.findings)")
        #expect(try world.box.read("Records/content/000.jsonl").count > 0)
        let release: JSONValue = ["of": of, "digests": digests(made.withheld[0].digest), "type": "release"]
        let bare = try world.control(release, seen: ledger.seen())
        #expect(throws: StoreError.self) { try world.append([bare], to: ledger) }
        let whole = Submission(bare.statement, disclosures: [made.withheld[0].encoded])
        let after = try world.event("after", seen: ledger.seen())
        #expect(throws: StoreError.self) { try world.append([whole, after], to: ledger) }
        try world.append([after, whole], to: ledger)
        report = try world.verify(ledger.anchors)
        #expect(
            report.verdict == .intact && report.withheld.isEmpty && report.notes.isEmpty,
            "\(report.findings) \(report.notes)")
        try world.append([world.event("last", seen: ledger.seen())], to: ledger)
        #expect(try world.verify(ledger.anchors).verdict == .intact)
    }
}
