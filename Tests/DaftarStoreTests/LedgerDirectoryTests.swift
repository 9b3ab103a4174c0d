import Daftar
import Foundation
import Testing

@testable import DaftarStore

@Suite struct LedgerDirectoryTests {
    @Test func readsPlaces() throws {
        let box = try Sandbox()
        try box.write("hello", "tile/entries/x001/234.p/7")
        try box.write("0123456789", "content/000.jsonl")
        try box.write("", "timestamps/12.tsr")
        try box.write("", "timestamps/012.tsr")
        try box.write("", "tile/0/000.p/3")
        try box.write("", "tile/0/000.p/.tmp-4")
        try box.write("", "tile/0/000.p/256")
        try box.write("", "tile/9/000.p/3")
        try box.write("", "tile/1/000")
        let files = try LedgerDirectory(box.path)
        let bundle = LedgerPlace.entries(index: 1234, width: 7)
        #expect(try files.byteCount(of: bundle) == 5)
        #expect(try files.read(.content(index: 0), from: 3, count: 4) == Array("3456".utf8))
        #expect(try files.read(.content(index: 0), from: 8, count: 1 << 40) == Array("89".utf8))
        #expect(try files.read(.content(index: 1), from: 0, count: 1) == nil)
        #expect(try Set(files.partialPlaces()) == [bundle, .tile(level: 0, index: 0, width: 3)])
        #expect(try files.timestampSizes() == [12])
    }

    @Test func refusesWhatIsNoFile() throws {
        let box = try Sandbox(), manager = FileManager.default
        try box.write("secret", "secret")
        try manager.createSymbolicLink(atPath: box.file("checkpoint"), withDestinationPath: box.file("secret"))
        try manager.createDirectory(atPath: box.file("elsewhere"), withIntermediateDirectories: true)
        try box.write("secret", "elsewhere/000.jsonl")
        try manager.createSymbolicLink(atPath: box.file("content"), withDestinationPath: box.file("elsewhere"))
        try manager.createDirectory(atPath: box.file("tile/0/000"), withIntermediateDirectories: true)
        unsafe mkfifo(box.file("checkpoint.pending"), 0o600)
        let files = try LedgerDirectory(box.path)
        for place in [
            LedgerPlace.checkpoint, .content(index: 0), .tile(level: 0, index: 0, width: 256), .pendingCheckpoint,
        ] {
            #expect(throws: LedgerReadError.self) { try files.read(place, from: 0, count: 10) }
        }
    }
}
