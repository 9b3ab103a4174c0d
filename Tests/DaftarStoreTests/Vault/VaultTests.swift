import Daftar
import Foundation
import Testing

@testable import DaftarStore

@Suite struct VaultTests {
    private let box: Sandbox
    private let ledger = Hash.sha256(Array("a ledger".utf8))

    init() throws { box = try Sandbox() }

    private func disclosure(_ text: String) -> [UInt8] {
        CanonicalJSON.encode(["MmG0MmG0MmG0MmG0MmG0MmG0", "summary", ["en": .string(text)]])
    }

    private func filled() throws -> (Vault, WithheldRecord, Hash) {
        let vault = try Vault.create(box.folders, ledger, passphrase("secret"))
        let record = WithheldRecord(
            statement: Hash.sha256(Array("one".utf8)), disclosures: [disclosure("Zulfiya"), disclosure("Firdavs")])
        try vault.keep([record])
        let capture = try vault.keep(
            CaptureFile(try box.write(String(repeating: "page ", count: 40_000), "page.html")))
        return (vault, record, capture.digest)
    }

    private func capture(_ digest: Hash, of vault: Vault) throws -> [UInt8] {
        var bytes: [UInt8] = []
        try vault.read(capture: digest) { bytes += $0 }
        return bytes
    }

    @Test func keepsAndGivesBack() throws {
        let (_, record, digest) = try filled()
        let again = try Vault.open(box.folders, ledger, passphrase("secret"))
        #expect(try again.record(of: record.statement) == record)
        #expect(try again.record(of: Hash.sha256([])) == nil)
        #expect(try capture(digest, of: again) == box.read("page.html"))
        #expect(try again.holds(digest) && !again.holds(Hash.sha256([])))
        #expect(try again.check().isEmpty)
        let status = try VaultStatus(box.folders, ledger)
        #expect(status.statements == 1 && status.captures == 1)
    }

    /// Neither a name nor a word of what is kept lies on the disk, and nobody else may look.
    @Test func nothingIsInTheClear() throws {
        let (vault, record, digest) = try filled()
        for file in FileManager.default.subpaths(atPath: vault.path) ?? [] {
            let path = vault.path + "/" + file
            #expect(!file.contains(record.statement.hex) && !file.contains(digest.hex))
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? NSNumber
            #expect((mode?.intValue ?? -1) & 0o077 == 0)
            guard let bytes = FileManager.default.contents(atPath: path) else { continue }
            for word in ["Zulfiya", "Firdavs", "summary", "page page", "secret"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(file)")
            }
        }
    }

    @Test func anotherPassphraseOpensNothing() throws {
        let (vault, record, _) = try filled()
        #expect(throws: VaultError.wrongPassphrase(vault.path + "/vault")) {
            try Vault.open(box.folders, ledger, passphrase("Secret"))
        }
        try vault.changePassphrase(passphrase("other"))
        #expect(throws: VaultError.self) { try Vault.open(box.folders, ledger, passphrase("secret")) }
        #expect(try Vault.open(box.folders, ledger, passphrase("other")).record(of: record.statement) == record)
        #expect(throws: VaultError.exists(vault.path)) {
            try Vault.create(box.folders, ledger, passphrase("third"))
        }
    }

    /// Each byte is covered: a change, a cut, another file's place.
    @Test func damageIsNoticed() throws {
        let (vault, _, _) = try filled()
        let names = (FileManager.default.subpaths(atPath: vault.path) ?? []).filter { $0.contains("/") }
        #expect(names.count == 2)
        for name in names {
            let path = vault.path + "/" + name
            let good = try #require(FileManager.default.contents(atPath: path))
            let places = [0, 16, 20, 33, 40, good.count / 2, 65_584, 65_586, good.count - 1].filter { $0 < good.count }
            for place in places {
                var bad = good
                bad[place] ^= 1
                try bad.write(to: URL(filePath: path))
                #expect(try vault.check() == [path], "byte \(place) of \(name)")
            }
            for length in [0, 10, 33, 48, 33 + 65_552, good.count - 1] where length < good.count {
                try good.prefix(length).write(to: URL(filePath: path))
                #expect(try vault.check() == [path], "cut at \(length)")
            }
            try (good + [0]).write(to: URL(filePath: path))
            #expect(try vault.check() == [path])
            try good.write(to: URL(filePath: path))
        }
        let one = try #require(FileManager.default.contents(atPath: vault.path + "/" + names[0]))
        try one.write(to: URL(filePath: vault.path + "/" + names[1]))
        #expect(try vault.check().count == 1)
    }

    /// Lengths around the size of a piece, the empty file among them.
    @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])
    func capturesOfEveryLength(_ count: Int) throws {
        let vault = try Vault.create(box.folders, ledger, passphrase("secret"))
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
        try Data(bytes).write(to: URL(filePath: box.file("f")))
        let kept = try vault.keep(CaptureFile(box.file("f")))
        #expect(kept.byteCount == count && kept.digest == Hash.sha256(bytes))
        #expect(try capture(kept.digest, of: vault) == bytes)
    }

    /// What somebody looked at is what is kept: nothing of a file that was written to since it was opened stays behind.
    @Test func whatChangesMeanwhileIsNotKept() throws {
        let vault = try Vault.create(box.folders, ledger, passphrase("secret")), path = try box.write("first", "f")
        for isHashed in [false, true] {
            let file = try CaptureFile(path)
            if isHashed { _ = try file.digest() }
            try box.write("other", "f")
            #expect(throws: VaultError.changing(path)) { try vault.keep(file) }
            #expect(throws: VaultError.changing(path)) { try StagedEvidence(box.folders).stage(file) }
        }
        #expect(try VaultStatus(box.folders, ledger).captures == 0)
        #expect(try vault.keep(CaptureFile(path)).digest == Hash.sha256(Array("other".utf8)))
    }

    @Test func onlyFilesAreKept() throws {
        let vault = try Vault.create(box.folders, ledger, passphrase("secret"))
        try box.write("x", "x")
        try FileManager.default.createSymbolicLink(atPath: box.file("link"), withDestinationPath: box.file("x"))
        for path in [box.file("link"), box.path, "/dev/zero", box.file("absent")] {
            #expect(throws: (any Error).self) { try vault.keep(CaptureFile(path)) }
        }
    }

    // MARK: Backup

    private func backup() throws -> String {
        var bytes: [UInt8] = []
        try VaultBackup.write(box.folders, ledger) { bytes += $0 }
        try Data(bytes).write(to: URL(filePath: box.file("backup")))
        return box.file("backup")
    }

    @Test func aBackupBringsItBack() throws {
        let (_, record, digest) = try filled()
        let file = try backup(), other = try Sandbox()
        #expect(try VaultBackup.restore(file, other.folders, ledger, passphrase("secret")) == 2)
        let vault = try Vault.open(other.folders, ledger, passphrase("secret"))
        #expect(try vault.record(of: record.statement) == record)
        #expect(try capture(digest, of: vault) == box.read("page.html"))
        #expect(try VaultBackup.restore(file, other.folders, ledger, passphrase("secret")) == 0)
        #expect(throws: VaultError.self) {
            try VaultBackup.restore(file, other.folders, ledger, passphrase("wrong"))
        }
    }

    @Test func aDamagedBackupLeavesNothing() throws {
        _ = try filled()
        let file = try backup()
        let good = try #require(FileManager.default.contents(atPath: file))
        for place in stride(from: 0, to: good.count, by: 1_999) {
            var bad = good
            bad[place] ^= 1
            try bad.write(to: URL(filePath: file))
            let other = try Sandbox()
            #expect(throws: VaultError.self, "byte \(place)") {
                try VaultBackup.restore(file, other.folders, ledger, passphrase("secret"))
            }
            #expect(!Vault.isThere(other.folders, ledger))
            let left = FileManager.default.subpaths(atPath: Vault.path(other.folders, ledger)) ?? []
            #expect(!left.contains { $0.contains(".tmp-") }, "\(left)")
        }
        try good.dropLast(70).write(to: URL(filePath: file))
        #expect(throws: VaultError.self) {
            try VaultBackup.restore(file, try Sandbox().folders, ledger, passphrase("secret"))
        }
    }

    @Test func aBackupOfAnotherVaultIsRefused() throws {
        _ = try filled()
        let file = try backup(), other = try Sandbox()
        _ = try Vault.create(other.folders, ledger, passphrase("secret"))
        #expect(throws: VaultError.otherVault(Vault.path(other.folders, ledger))) {
            try VaultBackup.restore(file, other.folders, ledger, passphrase("secret"))
        }
        #expect(throws: VaultError.backup(file)) {
            try VaultBackup.restore(file, other.folders, Hash.sha256([]), passphrase("secret"))
        }
    }

    // MARK: Somebody else's program

    /// The format as the documentation has it, read by Python's `cryptography` and nothing of ours.
    @Test func pythonOpensIt() throws {
        let (vault, record, _) = try filled()
        let python = Process(), pipe = Pipe()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.arguments = ["python3", "-c", Self.script, vault.path, "secret"]
        python.standardOutput = pipe
        python.standardError = FileHandle.nullDevice
        try python.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        python.waitUntilExit()
        if python.terminationStatus == 77 {
            print("LOUD: python3 has no cryptography: the vault's format was not checked by it")
            return
        }
        #expect(python.terminationStatus == 0)
        #expect(output == Data(record.encoded))
    }

    private static let script = """
        import sys, os, base64, hashlib, hmac
        try:
            from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
        except ImportError:
            sys.exit(77)
        vault, passphrase = sys.argv[1], sys.argv[2].encode()
        lines = open(os.path.join(vault, "vault")).read().split("\\n")
        _, n, r, p, salt = lines[1].split(" ")
        outer = hashlib.scrypt(passphrase, salt=base64.b64decode(salt), n=int(n), r=int(r), p=int(p),
                               maxmem=160 << 20, dklen=32)
        key = ChaCha20Poly1305(outer).decrypt(bytes(12), base64.b64decode(lines[2].split(" ")[1]), None)
        folder = os.path.join(vault, "withheld")
        name = "withheld/" + os.listdir(folder)[0]
        sealed = open(os.path.join(vault, name), "rb").read()
        assert sealed[:17] == b"daftar/sealed@v1\\n"
        own = hmac.digest(key, b"file" + sealed[17:33] + name.encode(), "sha256")
        rest, number = sealed[33:], 0
        while True:
            piece, rest = rest[:65552], rest[65552:]
            nonce = number.to_bytes(11, "big") + bytes([0 if rest else 1])
            sys.stdout.buffer.write(ChaCha20Poly1305(own).decrypt(nonce, piece, None))
            number += 1
            if not rest: break
        """
}
