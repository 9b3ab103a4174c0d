import Daftar
import Foundation
import Testing

@testable import DaftarStore

@Suite struct FolderTests {
    @Test func xdgRules() throws {
        let folders = try UserFolders(environment: [
            "HOME": "/home/z", "XDG_STATE_HOME": "relative", "XDG_DATA_HOME": "/d",
        ])
        #expect(
            folders
                == UserFolders(
                    state: "/home/z/.local/state/daftar", config: "/home/z/.config/daftar", data: "/d/daftar"))
        #expect(throws: StoreError.self) { try UserFolders(environment: [:]) }
    }

    func signer(_ name: String = "daftar.example/t/a") throws -> NoteSigner {
        try NoteSigner(SigningKey.generate(), name: name)
    }

    @Test func keysAreFoundByTheirID() throws {
        let box = try Sandbox(), keys = KeyFolder(box.folders), signer = try signer()
        let path = keys.path(forKeyNamed: signer.verifierKey.name)
        try KeyFolder.write(signer.key, as: signer.verifierKey, to: path, passphrase("secret"))
        #expect(try box.mode("config/keys/a.pem") == 0o600 && box.mode("config/keys") == 0o700)
        let file = try #require(try keys.find(anyOf: [try self.signer().verifierKey, signer.verifierKey]))
        #expect(try file.open(passphrase("secret")).publicKey == signer.key.publicKey)
        #expect(file.verifierKey == signer.verifierKey && !file.isOpenToOthers)
        #expect(throws: KeyFolder.Failure.self) {
            try KeyFolder.write(signer.key, as: signer.verifierKey, to: path, passphrase("secret"))
        }
        #expect(throws: KeyFolder.Failure.self) {
            try KeyFolder.write(signer.key, as: signer.verifierKey, to: path + "2", passphrase(""))
        }
        #expect(throws: KeyFile.Failure.self) { try file.open(passphrase("other")) }
    }

    @Test(arguments: [".git/config", ".hg/x", "checkpoint"])
    func keysStayOutOfWhatIsCopied(_ mark: String) throws {
        let box = try Sandbox()
        try box.write("", mark)
        let path = box.file("deep/er/key.pem"), signer = try signer()
        #expect(throws: KeyFolder.Failure.self) {
            try KeyFolder.write(signer.key, as: signer.verifierKey, to: path, passphrase("secret"))
        }
        #expect(FileManager.default.fileExists(atPath: box.file("deep")) == false)
    }

    @Test func anotherNameAboveAKeyIsNoticed() throws {
        let box = try Sandbox(), one = try signer(), two = try signer()
        let bytes = try KeyFile.encode(one.key, two.verifierKey, passphrase("secret"))
        let file = try KeyFile(try box.write(String(decoding: bytes, as: UTF8.self), "key.pem"))
        #expect(throws: KeyFile.Failure.self) { try file.open(passphrase("secret")) }
    }

    func anchors(_ keys: [NoteSigner], charter: Hash = Hash.emptyTree) throws -> TrustAnchors {
        let origin = try #require(Origin("daftar.example/t"))
        return TrustAnchors(policy: Policy(origin: origin, ledgerKeys: keys.map(\.verifierKey)), charter: charter)
    }

    @Test func trustIsAcceptedAndCompared() throws {
        let box = try Sandbox(), one = try signer("daftar.example/t"), two = try signer("daftar.example/t")
        let trust = AcceptedTrust(box.folders), first = try anchors([one]), second = try anchors([one, two])
        try TrustFolder.write(first, keys: [("ledger", one.verifierKey)], to: box.file("Keys"))
        try TrustFolder.write(second, keys: [], to: box.file("Keys2"))
        #expect(throws: TrustFolder.Failure.self) { try TrustFolder.write(second, keys: [], to: box.file("Keys")) }
        #expect(try TrustFolder.read(box.file("Keys")) == first)
        #expect(try trust.anchors(for: first.policy.origin) == nil)
        try trust.accept(from: box.file("Keys"))
        #expect(try trust.anchors(for: first.policy.origin) == first)
        try trust.accept(from: box.file("Keys2"))
        #expect(try trust.all() == [second])
        #expect(TrustChange.between(first, second) == [.ledgerKeyAdded(two.verifierKey)])
        #expect(TrustChange.between(second, second).isEmpty)
    }

    @Test func anInterruptedSwapOfAnchorsIsUndone() throws {
        let box = try Sandbox(), first = try anchors([try signer("daftar.example/t")])
        try TrustFolder.write(first, keys: [], to: box.file("Keys"))
        let trust = AcceptedTrust(box.folders)
        try trust.accept(from: box.file("Keys"))
        let name = Hash.sha256(Array("daftar.example/t".utf8)).hex, root = box.file("config/trust/")
        try FileManager.default.moveItem(atPath: root + name, toPath: root + ".old-" + name)
        #expect(try trust.anchors(for: first.policy.origin) == first)
    }

    @Test func memoryKnowsItsOwnDamage() throws {
        let box = try Sandbox(), signer = try signer("daftar.example/t")
        let origin = try #require(Origin("daftar.example/t"))
        let key = Hash.sha256([1]), memory = Memory(box.folders, key)
        let checkpoint = try SignedCheckpoint.sign(Checkpoint(origin: origin, size: 3, root: key), [signer])
        #expect(try memory.recall(.checkpoint) == .nothing)
        try memory.remember(checkpoint)
        #expect(try memory.recall(.checkpoint) == .checkpoint(checkpoint))
        #expect(try memory.recall(.pending) == .nothing)
        let name = "state/memory/\(key.hex)/checkpoint", good = try box.read(name)
        #expect(try box.mode(name) == 0o600)
        for i in good.indices {
            var bad = good
            bad[i] ^= 1
            #expect(Memory.parse(bad) == nil)
        }
        try box.write("", name)
        #expect(try memory.recall(.checkpoint) == .damaged(path: box.file(name)))
    }
}
