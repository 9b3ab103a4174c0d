import DaftarExchange
import Foundation
import Testing

/// Archives that our writer makes, and those that our reader must refuse.
@Suite struct ZipTests {
    /// An archive of these files, in the order given.
    static func pack(_ files: [(String, [UInt8])]) throws -> [UInt8] {
        var zip = ZipWriter(), bytes: [UInt8] = []
        for (name, file) in files {
            var checksum = CRC32()
            checksum.update(file)
            bytes += try zip.header(name, size: file.count, checksum: checksum) + file
        }
        return bytes + zip.end()
    }

    static func open(_ bytes: [UInt8]) throws(ZipError) -> ZipArchive {
        let archive = try ZipArchive(size: bytes.count) { offset, count in
            offset < bytes.count ? Array(bytes[offset..<min(bytes.count, offset + count)]) : []
        }
        try archive.checkBytes()
        return archive
    }

    /// What opening says; nil where it is read.
    static func refusal(_ bytes: [UInt8]) -> ZipError? {
        do throws(ZipError) { _ = try open(bytes) } catch { return error }
        return nil
    }

    static let files: [(String, [UInt8])] = [
        ("a/empty", []), ("a/first", Array("one".utf8)), ("b", Array(repeating: 7, count: 3000)),
    ]

    @Test func comesBack() throws {
        let archive = try Self.open(Self.pack(Self.files))
        #expect(archive.entries.map(\.name) == Self.files.map(\.0))
        for (name, bytes) in Self.files {
            let entry = try #require(archive[name])
            #expect(try archive.read(entry, from: 0, count: 1 << 20) == bytes)
        }
        let first = try #require(archive["a/first"])
        #expect(try archive.read(first, from: 1, count: 1) == Array("n".utf8))
        #expect(try archive.read(first, from: 9, count: 1) == [])
    }

    /// Python's own reader finds the same files, and the first time that the format knows.
    @Test func othersReadIt() throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "daftar-\(UUID().uuidString).zip").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(Self.pack(Self.files)).write(to: URL(filePath: path))
        let lines = """
            import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip())
            print([(i.filename, i.file_size, i.date_time[0], i.external_attr, i.extra) for i in z.infolist()])
            """
        #expect(
            try Python.run(lines, path)
                == "None\n[('a/empty', 0, 1980, 0, b''), ('a/first', 3, 1980, 0, b''), ('b', 3000, 1980, 0, b'')]\n")
    }

    @Test func anyChangedByteIsNoticed() throws {
        let bytes = try Self.pack(Array(Self.files.prefix(2)))
        for offset in bytes.indices {
            var changed = bytes
            changed[offset] ^= 1
            let result = try? Self.open(changed)
            // A name is what it is: another good name is another archive.
            let isName = result?.entries.map(\.name) != ["a/empty", "a/first"]
            #expect(result == nil || isName, "byte \(offset)")
        }
        for count in 0..<bytes.count { #expect(Self.refusal(Array(bytes.prefix(count))) != nil, "\(count) bytes") }
    }

    @Test func holdsNoMoreThanItSays() throws {
        let bytes = try Self.pack(Self.files)
        #expect(Self.refusal([1] + bytes) != nil)
        #expect(Self.refusal(bytes + [0]) == .noArchive)
        #expect(Self.refusal(bytes + bytes) != nil)
    }

    @Test(arguments: ["../up", "/root", "a/../b", "a//b", ".", "a/", "a\\b", "C:x", "a b", "é", ""])
    func namesThatClimbOut(_ name: String) {
        #expect(throws: ZipError.name(name)) { try Self.pack([(name, [1])]) }
    }

    @Test func namesOnceAndInOrder() {
        #expect(throws: ZipError.order("a")) { try Self.pack([("b", []), ("a", [])]) }
        #expect(throws: ZipError.order("a")) { try Self.pack([("a", []), ("a", [])]) }
    }

    /// What others write, well-formed or hostile: compressed (so a bomb too), a climbing name, a name twice, a size that lies.
    @Test(arguments: [
        "z.writestr(i('a'), b'0' * (1 << 24), 8)", "z.writestr(i('../a'), b'x')", "z.writestr(i('/etc/a'), b'x')",
        "z.writestr(i('a'), b'x'); z.writestr(i('a'), b'y')", "z.writestr(i('b'), b'x'); z.writestr(i('a'), b'y')",
        "z.writestr(i('a'), b'x'); z.comment = b'more'",
        "n = i('a'); n.extra = b'\\x01\\x02\\x00\\x00'; z.writestr(n, b'x')",
        "z.writestr(i('a'), b'x'); z.infolist()[0].file_size = 1 << 31; z.infolist()[0].compress_size = 1 << 31",
        "z.writestr(i('a'), b'x'); z.infolist()[0].header_offset = 40",
        "z.writestr(i('a'), b'x'); z.infolist()[0].CRC = 7",
        "z.fp.write(b'hidden'); z.start_dir = 6; z.writestr(i('a'), b'x')",
    ])
    func whatOthersWrite(_ lines: String) throws {
        #expect(Self.refusal(try Self.written(lines)) != nil)
        // The same but for what is wrong with it is read.
        #expect(Self.refusal(try Self.written("z.writestr(i('a'), b'x'); z.writestr(i('b'), b'y')")) == nil)
    }

    /// An archive that Python writes, in our spelling unless the lines say otherwise.
    static func written(_ lines: String) throws -> [UInt8] {
        let script = """
            import io, sys, warnings, zipfile; warnings.simplefilter('ignore')
            out = io.BytesIO()
            def i(name):
                info = zipfile.ZipInfo(name)
                info.create_system = 0
                return info
            with zipfile.ZipFile(out, 'w', 0) as z:
                \(lines.replacingOccurrences(of: "; ", with: "\n    "))
                for info in z.infolist(): info.external_attr = 0
            print(out.getvalue().hex())
            """
        let hex = try Python.run(script).dropLast()
        let bytes = Python.bytes(hex: hex)
        #expect(bytes.count > 22)
        return bytes
    }

    /// What `fits` says before a byte is written is what the writer says.
    @Test func theLargestThereIs() throws {
        let heads = 22 + 30 + 46 + 2 * 3, most = Int(UInt32.max) - 1 - heads
        for (size, isGood) in [(most, true), (most + 1, false)] {
            #expect(ZipWriter.fits([("a/b", size)]) == isGood)
            var zip = ZipWriter()
            let header = try? zip.header("a/b", size: size, checksum: CRC32())
            #expect((header != nil) == isGood)
        }
        #expect(!ZipWriter.fits((0..<65_535).map { ("a\($0)", 0) }))
    }

    @Test func sizesThatNobodyHas() {
        #expect(Self.refusal([]) == .noArchive)
        var end: [UInt8] = [0x50, 0x4B, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0]
        #expect(Self.refusal(end) == .tooLarge)
        end.replaceSubrange(12..<16, with: [46, 0, 0, 0])
        #expect(Self.refusal(end) == .gap("the directory"))
    }
}

/// A second opinion.
enum Python {
    static func bytes(hex: Substring) -> [UInt8] {
        var digits = hex.utf8.makeIterator(), bytes: [UInt8] = []
        while let high = digits.next(), let low = digits.next() {
            bytes.append(UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16) ?? 0)
        }
        return bytes
    }

    static func run(_ script: String, _ arguments: String...) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/python3")
        process.arguments = ["-c", script] + arguments
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }
}
