import Daftar
import Foundation
import Testing

@testable import DaftarStore

@Suite struct DurableTests {
    @Test func filesAppearAtTheEndOfARound() throws {
        let box = try Sandbox(), durable = Durable(root: box.path, mode: 0o600)
        try durable.write([1], to: "a/b/c")
        try durable.write([2], to: "a/d")
        #expect(FileManager.default.fileExists(atPath: box.file("a/b/c")) == false)
        try durable.finish()
        #expect(try box.read("a/b/c") == [1] && box.read("a/d") == [2])
        #expect(try box.mode("a/d") == 0o600 && box.mode("a") == 0o700)
        // Two files, and the folders a/b, a and the root.
        #expect(durable.syncCount == 5)
        #expect(try FileManager.default.contentsOfDirectory(atPath: box.file("a")).sorted() == ["b", "d"])
    }

    @Test func manyFilesAreWrittenAtOnce() throws {
        let box = try Sandbox(), durable = Durable(root: box.path, mode: 0o600)
        try durable.write(all: (0..<40).map { (bytes: [UInt8($0)], path: "a/\($0)") })
        #expect(try FileManager.default.contentsOfDirectory(atPath: box.file("a")).allSatisfy { $0.hasPrefix(".tmp-") })
        try durable.finish()
        for i in 0..<40 { #expect(try box.read("a/\(i)") == [UInt8(i)]) }
        // The files, their folder and the root.
        #expect(durable.syncCount == 42)
        try box.write("a file", "b")
        #expect(throws: SystemError.self) { try durable.write(all: (0..<40).map { (bytes: [1], path: "b/\($0)") }) }
        #expect(throws: SystemError.self) { try durable.finish() }
    }

    @Test func neverWritesThroughALink() throws {
        let box = try Sandbox(), durable = Durable(root: box.path, mode: 0o600)
        try box.write("precious", "precious")
        try FileManager.default.createSymbolicLink(
            atPath: box.file(".tmp-x"), withDestinationPath: box.file("precious"))
        try durable.write([1], to: "x")
        try durable.finish()
        #expect(try box.read("precious") == Array("precious".utf8))
        #expect(try box.read("x") == [1])
    }

    @Test func failsForGood() throws {
        let box = try Sandbox(), durable = Durable(root: box.path, mode: 0o600)
        try box.write("a file", "a")
        #expect(throws: SystemError.self) { try durable.write([1], to: "a/b") }
        #expect(throws: SystemError.self) { try durable.write([1], to: "c") }
        #expect(throws: SystemError.self) { try durable.finish() }
    }

    @Test func aLockIsWaitedForAndThenNamed() throws {
        let box = try Sandbox(), path = box.file("lock")
        func second() throws { _ = try Lock.take(path, isFolder: false, patience: .milliseconds(50)) }
        do {
            let first = try Lock.take(path, isFolder: false)
            #expect { try second() } throws: { if case StoreError.locked(path) = $0 { true } else { false } }
            _ = consume first
        }
        try second()
        _ = try Lock.take(box.path, isFolder: true)
    }
}
