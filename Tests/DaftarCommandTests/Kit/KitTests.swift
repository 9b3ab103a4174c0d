import Daftar
import DaftarCommand
import DaftarExchange
import Foundation
import Testing

/// What `daftar bundle` makes, and what those make of it who have Python and openssl, or `daftar check`.
@Suite struct KitTests {
    let home: Home

    init() throws {
        home = try Home()
        try home.takeExample()
    }

    private func bundle(_ name: String, _ more: String...) throws {
        let result = home.run(["bundle", "-o", name, "--ledger", "Records", "--trust", "Keys"] + more)
        try #require(result.exit == .done, "\(result.err)")
    }

    /// Runs a line with nothing but what every machine has.
    private func bare(_ line: String, in folder: String) throws -> [String] {
        try Bare.run(line, in: home.file(folder)).split(separator: "\n").map(String.init)
    }

    @Test func wholeLedger() throws {
        try bundle("kit")
        let result = home.run("check", "kit", "--trust", "Keys")
        #expect(result.exit == .done)
        #expect(result.out.hasPrefix("Good: 15 entries of example.org/ledger, with all their content"))
        #expect(home.run("check", "kit").exit == .unvouched)
        #expect(home.run("verify", "kit/Records", "--trust", "kit/Keys").exit == .done)
        #expect(home.run("bundle", "-o", "kit").exit == .failed)
        #expect(home.run("bundle", "-o", "Records/kit").exit == .failed)
    }

    /// The page fits a terminal, and each of its lines does what it says with nothing but openssl, python3 and a shell.
    @Test(arguments: ["small", "wide", "records"]) func thePageDoesWhatItSays(_ ledger: String) throws {
        let home = try Home()
        if ledger == "records" {
            for name in ["Records", "Keys"] {
                let project = TranscriptTests.project.appending(path: name).path
                try FileManager.default.copyItem(atPath: project, toPath: home.file(name))
            }
        } else {
            try home.takeExample(ledger)
        }
        #expect(home.run("bundle", "-o", "kit", "--trust", "Keys").exit == .done)
        let page = String(decoding: try home.read("kit/README.txt"), as: UTF8.self)
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 80 && !$0.hasSuffix(" ") })
        let steps = Transcript(markdown: Bare.markdown(page)).steps
        #expect(steps.count == 10)
        for step in steps {
            let output = try Bare.run(step.command, in: home.file("kit")).split(separator: "\n").map(String.init)
            #expect(Transcript.matches(output, step.expected), "\(step.command)\n\(output)")
        }
    }

    /// Text whose lines were broken to fit a terminal.
    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    // MARK: Python

    @Test(arguments: [
        ("Records/content/000.jsonl", 200, "not signed"), ("Records/tile/entries/000.p/15", 700, ""),
        ("Records/checkpoint", 30, "signature"), ("Keys/charter", 3, "pins"),
    ])
    func pythonFindsWhatWasChanged(_ file: String, _ offset: Int, _ word: String) throws {
        try bundle("kit")
        try home.flip("kit/" + file, at: offset)
        let output = try bare("python3 check.py", in: "kit")
        #expect(output.first?.hasPrefix("NOT GOOD: ") == true, "\(output)")
        #expect(word.isEmpty || output.contains { $0.contains(word) }, "\(output)")
    }

    @Test func pythonSaysWhatIsMissing() throws {
        try bundle("kit")
        try home.remove("kit/Records/content/000.jsonl")
        #expect(try bare("python3 check.py", in: "kit").contains { $0.contains("content is missing") })
        // It leaves nothing of its own behind.
        #expect(home.files("kit").allSatisfy { !$0.contains("__pycache__") })
    }

    /// What plain openssl takes, and nobody should: keys of small order, and keys that are not reduced. An S that was
    /// moved by the order of the group openssl refuses itself.
    @Test func pythonRefusesWeakKeys() throws {
        try bundle("kit")
        try home.write(
            """
            from formats import *
            L = 2**252 + 27742317777372353535851937790883648493
            policy = {}
            for line in read('Keys/policy').decode().splitlines():
                if line.startswith('log '):
                    name, kind, key = split_key(line.split()[1])
            text, lines = split_note(read('Records/checkpoint'))
            blob = dict(lines)[name]
            high = int.from_bytes(blob[32:], 'little') + L
            weak = ['00' * 32, '00' * 31 + '80', '01' + '00' * 31, 'ec' + 'ff' * 30 + '7f',
                    '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
                    'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa', 'ee' + 'ff' * 30 + '7f']
            for number, (key, blob) in enumerate(
                    [(key, blob), (key, blob[:32] + high.to_bytes(32, 'little'))]
                    + [(bytes.fromhex(key), bytes.fromhex(key) + bytes(32)) for key in weak]):
                try:
                    verify(key, text, blob, '')
                    print(number, 'good')
                except SystemExit as error:
                    print(number, error)
            """, "kit/attack.py")
        let said = try bare("python3 attack.py", in: "kit")
        #expect(
            said == ["0 good", "1 NOT GOOD: : its signature is not valid"]
                + (2...8).map { "\($0) NOT GOOD: : is no key" })
    }

    // MARK: Selections

    @Test func selection() throws {
        try bundle("part", "5")
        let result = home.run("check", "part", "--trust", "Keys")
        #expect(result.exit == .done)
        #expect(Self.unwrapped(result.out).contains("left out of this bundle"))
        #expect(!result.out.lowercased().contains("intact"))
        #expect(home.run("check", "part", "--trust", "Keys", "--json").json?["verdict"]?.string == "selection")
        #expect(try bare("python3 check.py", in: "part").contains { $0.contains("left out") })
        // It is no whole ledger, and says where to go.
        let verify = home.run("verify", "part/Records", "--trust", "Keys")
        #expect(verify.exit == .notIntact)
        #expect(Self.unwrapped(verify.err).contains("leaves content out: daftar check"))
        #expect(try home.read("part/Records/tile/entries/000.p/15") == home.read("Records/tile/entries/000.p/15"))
        #expect(try home.read("part/Records/content/000.jsonl").count < home.read("Records/content/000.jsonl").count)
    }

    @Test func aSelectionByFilter() throws {
        let home = try Home.withLedger()
        for slug in ["one", "two", "three"] { try home.add(slug, date: slug == "two" ? "2020" : "2023-12") }
        let result = home.run("bundle", "-o", "part", "--from", "2023")
        #expect(result.exit == .done, "\(result.err)")
        #expect(result.err.contains("the content of entries 1, 3"))
        #expect(home.run("bundle", "-o", "none", "--from", "2030").exit == .failed)
        #expect(home.run("bundle", "-o", "control", "0").exit == .failed)
    }

    @Test func whatSelectionsDoNotHide() throws {
        try bundle("part", "5")
        let part = try home.read("part/Records/content/000.jsonl")
        // More than it says.
        try home.write(
            String(decoding: try home.read("Records/content/000.jsonl"), as: UTF8.self),
            "part/Records/content/000.jsonl")
        #expect(home.run("check", "part", "--trust", "Keys").out.contains("content added"))
        // Less than it says.
        try home.write("", "part/Records/content/000.jsonl")
        #expect(home.run("check", "part", "--trust", "Keys").out.contains("content missing"))
        try home.write(String(decoding: part, as: UTF8.self), "part/Records/content/000.jsonl")
        #expect(home.run("check", "part", "--trust", "Keys").exit == .done)
        // Of another state.
        try home.write("daftar/selection@v1\nexample.org/ledger\n14\n5\n", "part/selection")
        #expect(home.run("check", "part", "--trust", "Keys").exit == .notIntact)
        try home.write("daftar/selection@v1\nexample.org/ledger\n15\n05\n", "part/selection")
        #expect(home.run("check", "part", "--trust", "Keys").exit == .failed)
    }

    /// Without a control entry rights can't be judged, and that is noticed by both.
    @Test(arguments: [0, 1, 3]) func aMissingControlEntry(_ entry: Int) throws {
        try bundle("part", "5")
        let file = "part/Records/tile/entries/000.p/15"
        var bytes = try home.read(file), position = 0
        for _ in 0..<entry { position += 2 + Int(bytes[position]) << 8 + Int(bytes[position + 1]) }
        bytes.removeSubrange(position..<position + 2 + Int(bytes[position]) << 8 + Int(bytes[position + 1]))
        try Data(bytes).write(to: URL(filePath: home.file(file)))
        #expect(home.run("check", "part", "--trust", "Keys").exit == .notIntact)
        #expect(try bare("python3 check.py", in: "part").first?.hasPrefix("NOT GOOD: ") == true)
    }

    /// What was withdrawn is packed for nobody, whatever this copy still holds.
    @Test func withdrawnContentStaysBehind() throws {
        let home = try Home.withLedger()
        try home.add("one")
        let old = try home.read("Records/content/000.jsonl")
        let result = home.run("withdraw", "1", "title", "--reason", "safety", "--passphrase-file", "pass", "--yes")
        try #require(result.exit == .done, "\(result.err)")
        try Data(old).write(to: URL(filePath: home.file("Records/content/000.jsonl")))
        let made = home.run("bundle", "-o", "kit")
        #expect(made.exit == .done, "\(made.err)")
        for file in home.files("kit") where (try? home.read(file)) != nil {
            #expect(try home.read(file).firstRange(of: Array("Title of one".utf8)) == nil, "\(file)")
        }
    }

    // MARK: Archives

    @Test func archive() throws {
        try bundle("kit.zip")
        try bundle("kit")
        #expect(home.run("check", "kit.zip", "--trust", "Keys").exit == .done)
        #expect(home.run("check", "kit.zip").exit == .unvouched)
        _ = try bare("python3 -m zipfile -e kit.zip out && diff -r kit out/daftar-kit && touch same", in: "")
        #expect(home.exists("same"))
        // Nothing of the machine is in it.
        let other = try Home()
        try other.takeExample(as: "else/where")
        #expect(other.run("bundle", "-o", "x.zip", "--ledger", "else/where/Records").exit == .done)
        #expect(try other.read("x.zip") == home.read("kit.zip"))
    }

    /// Nothing that leaves the house names the house.
    @Test func noPathsOfThisMachine() throws {
        let home = try Home.withLedger()
        try home.add("one")
        for format in ["csv", "jsonl", "markdown"] + FeedTests.formats {
            #expect(home.run("export", "--format", format, "-o", "out.\(format)").exit == .done)
        }
        #expect(home.run("bundle", "-o", "kit").exit == .done)
        #expect(home.run("prove", "1", "-o", "out.proof").exit == .done)
        let mark = try #require(home.path.split(separator: "/").last).utf8
        let out = ["out.csv", "out.jsonl", "out.markdown", "out.proof"] + home.files("Records") + home.files("kit")
        for file in out where (try? home.read(file)) != nil {
            #expect(try home.read(file).firstRange(of: Array(mark)) == nil, "\(file)")
        }
    }

    @Test func damagedArchive() throws {
        try bundle("kit.zip")
        let count = try home.read("kit.zip").count
        for offset in stride(from: 0, to: count, by: count / 40) {
            try home.flip("kit.zip", at: offset)
            #expect(home.run("check", "kit.zip", "--trust", "Keys").exit == .failed, "byte \(offset)")
            try home.flip("kit.zip", at: offset)
        }
    }

    /// Well-formed, and with a file that no kit has.
    @Test func archiveWithMore() throws {
        var zip = ZipWriter()
        let bytes = try zip.header("daftar-kit/run.sh", size: 0, checksum: CRC32()) + zip.end()
        try Data(bytes).write(to: URL(filePath: home.file("more.zip")))
        let result = home.run("check", "more.zip", "--trust", "Keys")
        #expect(result.exit == .failed)
        #expect(result.err.contains("no part of a kit"))
    }
}

/// A machine that has openssl, python3 and a shell, and nothing else.
enum Bare {
    static func run(_ line: String, in folder: String) throws -> String {
        let process = Process(), output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["-i", "PATH=/usr/bin:/bin", "sh", "-c", line]
        process.currentDirectoryURL = URL(filePath: folder)
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text
    }

    /// A plain page whose shell lines stand four columns in, as Markdown with console blocks.
    static func markdown(_ page: String) -> String {
        var lines: [String] = [], isInside = false
        for line in page.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("    $ "), !isInside {
                lines.append("```console")
                isInside = true
            } else if line.isEmpty, isInside {
                lines.append("```")
                isInside = false
            }
            lines.append(isInside ? String(line.dropFirst(4)) : String(line))
        }
        return lines.joined(separator: "\n")
    }
}
