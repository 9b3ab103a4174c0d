import Foundation
import Testing

@testable import DaftarExchange

/// Reading a table, against Python's `csv` and by hand.
@Suite struct CSVTests {
    /// All rows, the file handed in by pieces of `piece` bytes.
    static func rows(_ text: [UInt8], piece: Int = .max, delimiter: UInt8 = UInt8(ascii: ",")) -> [CSVRecord] {
        var splitter = CSVSplitter(delimiter: delimiter), records: [CSVRecord] = [], start = 0
        repeat {
            let end = piece < text.count - start ? start + piece : text.count
            splitter.add(text[start..<end], isLast: end == text.count)
            while let record = splitter.next() { records.append(record) }
            start = end
        } while start < text.count
        return records
    }

    private static func cells(_ record: CSVRecord) -> [String] {
        let row = TableRow(record, delimiter: UInt8(ascii: ","))
        return row.cells.map { row.text(of: $0).text }
    }

    /// Random files of the characters that matter: the same rows as Python's strict reader, wherever that takes the file,
    /// and a fault wherever it doesn't; and the same whatever the pieces are in which the file comes.
    @Test func sameAsPython() throws {
        var random = Random(state: 7), files: [String] = []
        let pieces = ["a", "б", ",", ",", "\"", "\"", "\"\"", "\n", "\r\n", "\r", " ", "x\"y", "\"a,b\"", "\"c\nd\""]
        for _ in 0..<3_000 {
            files.append((0..<random.below(14)).map { _ in pieces[random.below(pieces.count)] }.joined())
        }
        let script = """
            import csv, io, json, sys
            for text in json.load(sys.stdin):
                try:
                    rows = list(csv.reader(io.StringIO(text, newline=''), strict=True))
                    print(json.dumps([[c.strip().replace('\\r\\n', '\\n').replace('\\r', '\\n') for c in r] for r in rows]))
                except csv.Error:
                    print('null')
            """
        let lines = try python(script, try JSONEncoder().encode(files)).split(separator: "\n")
        try #require(lines.count == files.count)
        var taken = 0
        for (text, line) in zip(files, lines) {
            let records = Self.rows(Array(text.utf8)), isSound = records.allSatisfy { $0.fault == nil }
            #expect(isSound == (line != "null"), "\(text.debugDescription) \(line)")
            for piece in [1, 3] {
                let again = Self.rows(Array(text.utf8), piece: piece)
                #expect(again.map(\.bytes) == records.map(\.bytes) && again.map(\.fault) == records.map(\.fault))
            }
            guard isSound, line != "null" else { continue }
            taken += 1
            let expected = try JSONDecoder().decode([[String]].self, from: Data(line.utf8))
            // Python gives an empty line no cell, we give it an empty one.
            #expect(records.map(Self.cells) == expected.map { $0.isEmpty ? [""] : $0 }, "\(text.debugDescription)")
        }
        #expect(taken > 500)
    }

    private func python(_ script: String, _ input: Data) throws -> String {
        let process = Process(), output = Pipe(), source = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        (process.standardInput, process.standardOutput) = (source, output)
        try process.run()
        let write = source.fileHandleForWriting
        Thread.detachNewThread {
            write.write(input)
            try? write.close()
        }
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The line is the one where the quote opens, and what follows it is read all the same.
    @Test func strayQuotes() {
        let text = "a,b\r\n1,\"open\r\n2,two\r\n3,\"three\"\r\n4,\"say \"yes\"\"\r\n5,five\r\n\"never"
        let records = Self.rows(Array(text.utf8))
        #expect(records.map(\.line) == [1, 2, 3, 4, 5, 6, 7])
        #expect(records[1].fault == CSVFault(reason: .closesInside(line: 4), offset: 2))
        #expect(records[4].fault == CSVFault(reason: .textBehind, offset: 8))
        #expect(records[6].fault == CSVFault(reason: .unclosed, offset: 0))
        #expect(Self.cells(records[3]) == ["3", "three"])
    }

    @Test func placesOfCells() {
        let record = Self.rows(Array("ж,\"a\nb\", x ,\n".utf8))[0]
        let row = TableRow(record, delimiter: UInt8(ascii: ","))
        #expect(
            row.cells.map { [$0.place.line, $0.place.column, $0.place.length] } == [
                [1, 1, 1], [1, 3, 1], [2, 4, 3], [2, 8, 1],
            ])
        #expect(Self.cells(record) == ["ж", "a\nb", "x", ""])
    }

    @Test(arguments: [
        ("\u{FEFF}a;b;c\n1,5;2;3\n", ";"), ("a\tb,c\n1\t2\n", "\t"), ("a|b\n", "|"), ("sep=;\r\na,b;c\n", ";"),
        ("\"x;y;z\",b,c\n1,2,3\n", ","), ("alone\n", ","),
    ])
    func separators(_ text: String, _ expected: String) {
        #expect(TableForm(Array(text.utf8)).delimiter == expected.utf8.first)
    }

    @Test func otherFiles() {
        for bytes: [UInt8] in [
            [0x50, 0x4B, 3, 4, 20], [0xFF, 0xFE, 0x61, 0], [0xD0, 0xCF, 0x11, 0xE0], [0x61, 0, 0x62],
        ] {
            #expect(TableForm.foreign(bytes) != nil)
        }
        #expect(TableForm.foreign(Array("a,b\n".utf8)) == nil)
    }

    /// A row that never ends, and a file of nothing but open quotes, cost no more than a bounded look at each.
    @Test func hostile() {
        let endless = Self.rows([UInt8](repeating: UInt8(ascii: "a"), count: CSVSplitter.limit + 2), piece: 1 << 20)
        #expect(endless.first?.fault?.reason == .tooLong)
        let quotes = Self.rows(Array(String(repeating: "\"a\n", count: 20_001).utf8))
        #expect(quotes.count <= 200)
    }
}
