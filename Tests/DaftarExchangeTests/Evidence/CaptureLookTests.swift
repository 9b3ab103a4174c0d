import Daftar
import Foundation
import Testing

@testable import DaftarExchange

/// What captured files tell of the person who captured them, and hostile ones. Archives are made by Python.
@Suite struct CaptureLookTests {
    /// Runs a script that writes bytes to its standard output.
    static func python(_ script: String) throws -> [UInt8] {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            "import sys, io, zipfile, gzip, zlib, hashlib, base64, json, struct\nout = sys.stdout.buffer\n" + script,
        ]
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return Array(data)
    }

    func look(_ script: String) throws -> CaptureLook { try CaptureLook.at(MemoryBytes(Self.python(script))) }

    func whats(_ look: CaptureLook) -> [String] { look.traces.map { "\($0.what)=\($0.value)" } }

    static let warc = """
        def record(kind, ctype, block, payload=None, sha=None):
            p = payload if payload is not None else block
            d = base64.b32encode(hashlib.sha1(p).digest()).decode()
            b = sha or hashlib.sha256(block).hexdigest()
            head = f'WARC/1.1\\r\\nWARC-Type: {kind}\\r\\nContent-Type: {ctype}\\r\\nWARC-Payload-Digest: sha1:{d}\\r\\nWARC-Block-Digest: sha256:{b}\\r\\nContent-Length: {len(block)}\\r\\n\\r\\n'
            return head.encode() + block + b'\\r\\n\\r\\n'
        info = record('warcinfo', 'application/warc-fields', b'operator: Zarina\\r\\nhostname: zarinas-laptop\\r\\nip: 10.0.0.7\\r\\n')
        body = b'<p>text</p>' * 9000
        page = record('response', 'application/http; msgtype=response', b'HTTP/1.1 200 OK\\r\\n\\r\\n' + body, body)

        """

    @Test(arguments: [
        "out.write(info + page)", "out.write(gzip.compress(info) + gzip.compress(page))",
        "out.write(gzip.compress(info + page, 1))", "out.write(gzip.compress(info + page, 0))",
    ])
    func webArchive(_ packing: String) throws {
        let look = try look(Self.warc + packing)
        #expect(look.mediaType == "application/warc" && look.checkedDigests == 4, "\(look)")
        #expect(look.faults == [])
        #expect(
            whats(look) == [
                "WARC warcinfo: operator=Zarina", "WARC warcinfo: hostname=zarinas-laptop",
                "WARC warcinfo: ip=10.0.0.7",
            ])
    }

    @Test(arguments: [
        ("out.write(info + page.replace(b'<p>', b'<q>', 1))", "its payload is not sha1:"),
        ("out.write(info + page[:-9])", "ends in the middle"),
        ("out.write(info.replace(b'Content-Length: ', b'Content-Length: 99999999999'))", "ends in the middle"),
        ("out.write(info.replace(b'Content-Length', b'Content-Longth'))", "without a length"),
        ("out.write(gzip.compress(info)[:-4] + b'\\x00' * 4)", "CRC or length"),
        ("out.write(gzip.compress(info)[:-20])", "ends in the middle"),
        ("out.write(b'WARC/1.1\\r\\n' + b'a' * 70000)", "head of no end"),
    ])
    func badWebArchive(_ packing: String, _ fault: String) throws {
        let look = try look(Self.warc + packing)
        #expect(look.faults.contains { $0.contains(fault) }, "\(look)")
    }

    static let wacz = """
        def wacz(files, lies={}):
            listed = [{'path': n, 'hash': 'sha256:' + hashlib.sha256(lies.get(n, b)).hexdigest(), 'bytes': len(b)} for n, b in files]
            pack = json.dumps({'profile': 'data-package', 'software': 'crawler 1', 'ok': True, 'resources': listed}).encode()
            z = io.BytesIO()
            with zipfile.ZipFile(z, 'w') as f:
                for n, b in files: f.writestr(n, b)
                f.writestr('datapackage.json', pack, zipfile.ZIP_DEFLATED)
                f.writestr('datapackage-digest.json', json.dumps({'path': 'datapackage.json', 'hash': 'sha256:' + hashlib.sha256(pack).hexdigest()}))
            return z.getvalue()

        """

    @Test func package() throws {
        let good = try look(
            Self.warc + Self.wacz
                + "out.write(wacz([('archive/a.warc.gz', gzip.compress(info) + gzip.compress(page)), ('pages/p.jsonl', b'{}')]))"
        )
        #expect(good.mediaType == "application/wacz" && good.checkedDigests == 7 && good.faults == [], "\(good)")
        #expect(
            whats(good).contains("WACZ: software=crawler 1") && whats(good).contains("WARC warcinfo: operator=Zarina"))
        let lie = try look(Self.wacz + "out.write(wacz([('pages/p.jsonl', b'{}')], {'pages/p.jsonl': b'[]'}))")
        #expect(lie.faults.contains { $0.contains("pages/p.jsonl is not sha256:") }, "\(lie)")
    }

    @Test(arguments: [
        ("z.writestr('../../.ssh/authorized_keys', b'x')", "climbs out"),
        ("z.writestr('/etc/passwd', b'x')", "climbs out"),
        ("z.writestr('datapackage.json', b'{}'); z.writestr('archive/x.warc.gz', b'junk, not gzip')", "no gzip"),
        ("z.writestr('datapackage.json', b'[1')", "can't be read"),
    ])
    func hostilePackage(_ writes: String, _ fault: String) throws {
        let look = try look("b = io.BytesIO()\nwith zipfile.ZipFile(b, 'w') as z: \(writes)\nout.write(b.getvalue())")
        #expect(look.faults.contains { $0.contains(fault) }, "\(look)")
    }

    /// A size that lies, files in each other, and a bomb: each is said before much is unpacked.
    @Test func zipBombs() throws {
        let small =
            "b = io.BytesIO()\nwith zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z: z.writestr('datapackage.json', b' ' * 1000)\nd = bytearray(b.getvalue())\nc = d.index(b'PK\\x01\\x02')\n"
        let lies = try look(small + "struct.pack_into('<I', d, c + 24, 10)\nout.write(bytes(d))")
        #expect(lies.faults.contains { $0.contains("zip bomb") || $0.contains("more than it says") }, "\(lies)")
        let inside = try look(
            small
                + "e = d[c:c + 46 + 16]\ne2 = bytearray(e); e2[46:48] = b'xx'\nn = len(d) - c - 22\nend = struct.pack('<4sHHHHIIH', b'PK\\x05\\x06', 0, 0, 2, 2, 2 * n, c, 0)\nout.write(bytes(d[:c]) + bytes(e) + bytes(e2) + end)"
        )
        #expect(!inside.faults.isEmpty, "\(inside)")
        let bomb = try look(
            "out.write(gzip.compress(b'WARC/1.1\\r\\nContent-Length: 9\\r\\n\\r\\n' + b'\\0' * (64 << 20)))")
        #expect(!bomb.faults.isEmpty, "\(bomb)")
    }

    /// A package that names one file again and again would have it unpacked as often; one that is packed twice is said.
    @Test func packagesThatWaste() throws {
        let again = try look(
            """
            listed = [{'path': 'a', 'hash': 'sha256:' + hashlib.sha256(b'x').hexdigest(), 'bytes': 1}] * 50
            z = io.BytesIO()
            with zipfile.ZipFile(z, 'w') as f:
                f.writestr('a', b'x')
                f.writestr('datapackage.json', json.dumps({'resources': listed}))
            out.write(z.getvalue())
            """)
        #expect(again.faults == ["names a twice"], "\(again)")
        let packed = try look(
            Self.warc + """
                z = io.BytesIO()
                with zipfile.ZipFile(z, 'w', zipfile.ZIP_DEFLATED) as f:
                    f.writestr('archive/a.warc', info)
                    f.writestr('datapackage.json', json.dumps({'resources': [{'path': 'archive/a.warc'}]}))
                out.write(z.getvalue())
                """)
        #expect(packed.faults.contains { $0.contains("packed once more") }, "\(packed)")
    }

    /// What a hostile picture says of itself is not looked through without end.
    @Test(.timeLimit(.minutes(1))) func endlessMetadata() throws {
        let look = try look(
            "s = b'http://ns.adobe.com/xap/1.0/\\0<dc:creator>' + b'<' * 60000 + b'</dc:creator>'\n"
                + "out.write(b'\\xff\\xd8\\xff\\xe1' + struct.pack('>H', len(s) + 2) + s + b'\\xff\\xda\\0\\2')")
        #expect(look.traces.map(\.what) == ["XMP: dc:creator"] && look.traces[0].value.count <= 1_024)
    }

    /// Fill bytes before a marker hide nothing (ITU-T T.81 B.1.1.2); what is no marker is said.
    @Test func filledPictures() throws {
        let filled = try look(
            "out.write(b'\\xff\\xd8\\xff\\xff\\xff\\xfe\\0\\x08Zarina\\xff\\xda\\0\\2')")
        #expect(whats(filled) == ["JPEG: comment=Zarina"], "\(filled)")
        let broken = try look("out.write(b'\\xff\\xd8\\xff\\xe0\\0\\4abjunk behind it')")
        #expect(broken.faults == ["is no JPEG up to its picture"], "\(broken)")
    }

    @Test func pictures() throws {
        let exif =
            "def tag(t, typ, n, v): return struct.pack('<HHII', t, typ, n, v)\nexif = b'II*\\0\\x08\\0\\0\\0' + struct.pack('<H', 3) + tag(0x13B, 2, 7, 50) + tag(0x8825, 4, 1, 8) + tag(0xA431, 2, 4, 0x00333231) + b'\\0' * 4 + b'Zarina\\0'\n"
        let jpeg = try look(
            exif
                + "s = b'Exif\\0\\0' + exif\nout.write(b'\\xff\\xd8\\xff\\xe1' + struct.pack('>H', len(s) + 2) + s + b'\\xff\\xda\\0\\2')"
        )
        #expect(jpeg.mediaType == "image/jpeg")
        #expect(whats(jpeg) == ["Exif: artist=Zarina", "Exif: place (GPS)=", "Exif: serial number=123"])
        let png = try look(
            exif
                + "def chunk(n, b): return struct.pack('>I', len(b)) + n + b + struct.pack('>I', zlib.crc32(n + b))\nout.write(b'\\x89PNG\\r\\n\\x1a\\n' + chunk(b'tEXt', b'Author\\0Zarina') + chunk(b'eXIf', exif) + chunk(b'IEND', b''))"
        )
        #expect(whats(png).prefix(2) == ["PNG: Author=Zarina", "Exif: artist=Zarina"], "\(png)")
        let lie = try look("out.write(b'\\x89PNG\\r\\n\\x1a\\n\\xff\\xff\\xff\\xfftEXt')")
        #expect(lie.faults == ["has a chunk whose length lies"])
    }

    @Test func documents() throws {
        let pdf = try look("out.write(b'%PDF-1.7\\n<< /Author (Zarina \\\\(Z\\\\)) /Producer <feff0041> >>')")
        #expect(whats(pdf) == ["PDF: Author=Zarina (Z)", "PDF: Producer=A"])
        let octal = try look("out.write(b'%PDF-1.7\\n<< /Author (\\\\376\\\\377\\\\000Z\\\\004\\\\060) >>')")
        #expect(whats(octal) == ["PDF: Author=Zа"])
        let docx = try look(
            "b = io.BytesIO()\nwith zipfile.ZipFile(b, 'w', zipfile.ZIP_DEFLATED) as z:\n  z.writestr('[Content_Types].xml', '<x/>'); z.writestr('word/document.xml', '<x/>'); z.writestr('docProps/core.xml', '<a><dc:creator>Zarina</dc:creator></a>')\nout.write(b.getvalue())"
        )
        #expect(docx.mediaType?.hasSuffix("wordprocessingml.document") == true)
        #expect(whats(docx) == ["document: dc:creator=Zarina"])
        #expect(try look("pass").faults == ["is empty"])
    }

    /// Newer programs pack the author away: into object streams, and into XMP that is packed.
    @Test(arguments: [
        ("stream('/ObjStm', b'7 0 << /Author (Zarina) >>')", ["PDF: Author=Zarina"]),
        (
            "stream('/Metadata /Subtype /XML', b'<dc:creator>Zarina</dc:creator>', b'\\r\\n')",
            ["XMP: dc:creator=Zarina"]
        ),
        ("stream('/XObject', b'/Author (Zarina)')", []),
        ("stream('/ObjStm', b'/Author (Zarina)' + b' ' * (5 << 20))", ["PDF: Author=Zarina", Self.notWhole]),
        ("stream('/ObjStm', b'/Author (Zarina)').replace(b'/Flate', b'/LZW')", [Self.notWhole]),
        ("stream('/ObjStm', b'/Author (Zarina)')[:-25]", [Self.notWhole]),
        ("b'trailer << /Encrypt 3 0 R >>'", [Self.notWhole]),
        ("b' ' * ((8 << 20) - 60) + stream('/ObjStm', b'/Author (Zarina)')", ["PDF: Author=Zarina"]),
    ])
    func packedPDF(_ object: String, _ traces: [String]) throws {
        let look = try look(
            """
            def stream(kind, plain, end=b'\\n'):
                head = f'12 0 obj\\n<< /Type {kind} /Filter /FlateDecode /Length 3 0 R >>\\nstream'
                return head.encode() + end + zlib.compress(plain) + b'\\nendstream endobj'
            out.write(b'%PDF-1.7\\n' + \(object))
            """)
        #expect(whats(look) == traces && look.faults == [], "\(look)")
    }

    static let notWhole = "PDF: parts that are packed, encrypted or too long to be looked into: look yourself="

    /// A thousand streams that unpack to megabytes each are not followed to their end.
    @Test(.timeLimit(.minutes(1))) func packedPDFBomb() throws {
        let look = try look(
            "one = b'1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\\n' + zlib.compress(b' ' * (4 << 20), 9)\n"
                + "out.write(b'%PDF-1.7\\n' + one * 400)")
        #expect(whats(look) == [Self.notWhole], "\(look)")
    }

    @Test func digestsHaveOneForm() throws {
        let hex = "da39a3ee5e6b4b0d3255bfef95601890afd80709"
        #expect(RecordDigest("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ")?.text == "sha1:\(hex)")
        #expect(RecordDigest("SHA-1:\(hex.uppercased())")?.text == "sha1:\(hex)")
        #expect(RecordDigest("sha1:2jmj7l5rSw0yVb/vlWAYkK/YBwk=")?.text == "sha1:\(hex)")
        #expect(RecordDigest("sha1:3I42H3S6") == nil && RecordDigest("blake3:00") == nil)
    }

    /// Whatever bits are turned, it ends, and says something or nothing.
    @Test func turnedBits() throws {
        let good = try Self.python(
            Self.warc + Self.wacz
                + "out.write(wacz([('archive/a.warc.gz', gzip.compress(info) + gzip.compress(page))]))")
        for i in stride(from: 0, to: good.count, by: 7) {
            var bytes = good
            bytes[i] ^= 1 << UInt8(i % 8)
            _ = try CaptureLook.at(MemoryBytes(bytes))
        }
    }
}
