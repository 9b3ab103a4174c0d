import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// A working state that an older version wrote: only its number of a version is read, and its checkpoint.
@Suite struct OlderStateTests {
    let world: World
    let anchors: TrustAnchors

    init() throws {
        world = try World()
        let ledger = try world.create()
        anchors = ledger.anchors
        try world.append([world.event("First", seen: ledger.seen())], to: ledger)
        try FileManager.default.copyItem(atPath: world.directory, toPath: world.box.file("Older"))
        try world.append([world.event("Second", seen: ledger.seen())], to: ledger)
        try ledger.close()
        let database = try LedgerDatabase(StateFolder(world.box.folders, anchors.memoryKey).database)
        try database.write { try $0.run("PRAGMA user_version = 1") }
        try database.close()
    }

    @Test func isMadeAnewFromThePublishedFiles() throws {
        let ledger = try world.open(anchors)
        #expect(try ledger.count(EventFilter()).all == 2)
        try world.append([world.event("Third", seen: ledger.seen())], to: ledger)
        #expect(try world.verify(anchors).verdict == .intact)
    }

    @Test func isKeptWhereItHoldsMoreThanIsPublished() throws {
        try FileManager.default.removeItem(atPath: world.directory)
        try FileManager.default.moveItem(atPath: world.box.file("Older"), toPath: world.directory)
        for _ in 0..<2 {
            #expect {
                _ = try world.open(anchors)
            } throws: { error in
                if case .olderState(1, size: 3)? = error as? StoreError { true } else { false }
            }
        }
    }
}
