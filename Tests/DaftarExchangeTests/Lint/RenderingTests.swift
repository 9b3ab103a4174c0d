import Daftar
import DaftarExchange
import Testing

@Suite("Diagnostics as a person reads them")
struct RenderingTests {
    @Test("have path, line, column, code, the line itself and what to do")
    func shape() {
        let text = Sample.read(Sample.replacing("date", "date: [2023-12-01..2023-12-15]")).diagnostics.map(\.text)
            .joined()
        #expect(
            text == """
                event.yaml:5:7: error[date-needs-quotes] `date` is a YAML list here
                  5 | date: [2023-12-01..2023-12-15]
                    |       ^^^^^^^^^^^^^^^^^^^^^^^^
                    = hint: quote it: date: "[2023-12-01..2023-12-15]"

                """)
    }

    @Test("say what was meant behind the carets")
    func label() {
        let text = Sample.read(Sample.adding("actors:\n  - {id: a, name: A, type: state, role: signatary}")).diagnostics
            .map(\.text).joined()
        #expect(
            text
                == """
                event.yaml:15:43: error[word-unknown] no role `signatary`
                 15 |   - {id: a, name: A, type: state, role: signatary}
                    |                                         ^^^^^^^^^ did you mean `signatory`?

                """.replacing(":43", ":41"))
    }

    @Test("stand below wide and combining characters")
    func wide() {
        let text = Sample.read(Sample.adding("actors:\n  - {id: a, name: 华为 Е\u{308}, type: sate, role: party}"))
            .diagnostics.map(\.text).joined()
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines[1].hasPrefix(" 15 |   - {id: a, name: 华为 "))
        // Two wide characters take four columns, the mark none.
        #expect(lines[2] == "    |" + String(repeating: " ", count: 33) + "^^^^ did you mean `state`?")
    }

    @Test("never send a control character to the terminal")
    func harmless() {
        let file = "title: a\u{1B}[2Jb\n" + Sample.yaml
        for diagnostic in Sample.read(file).diagnostics {
            let shown = diagnostic.text + (diagnostic.json["source"]?.string ?? "")
            #expect(
                shown.unicodeScalars.allSatisfy { $0 == "\n" || !(0..<0x20).contains($0.value) && $0.value != 0x7F })
        }
        let tabbed = Sample.read(Sample.replacing("title", "title:\tabc")).diagnostics.map(\.text).joined()
        #expect(tabbed.contains("  4 | title: abc\n    |       ^"))
    }

    @Test("show a part of a long line")
    func long() {
        let line = "{\"slug\":\"tj-a\",\"x-pad\":\"\(String(repeating: "y", count: 500))\",\"foo\":1}"
        let text = EventReader().readJSON(Array(line.utf8), path: "a.jsonl", line: 7).diagnostics.map(\.text).joined()
        #expect(text.contains("a.jsonl:7:"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 130 })
        #expect(text.contains("…"))
    }

    @Test("end with what came of it")
    func summary() {
        #expect(report([Sample.yaml]).summary == "0.yaml: good; 1 source, an original")
        #expect(report([Sample.replacing("date", "date: x")]).summary == "1 error in 1 file; nothing was signed")
        #expect(
            report([Sample.yaml, Sample.adding("foo: a\nsummary: write to a@b.example")]).summary
                == "1 error, 1 warning in 2 files; nothing was signed")
        #expect(report([Sample.yaml, Sample.yaml]).summary == "2 events in 2 files: good")
        #expect(
            report([Sample.adding("summary: write to a@b.example")]).summary
                == "0.yaml: good, 1 warning; 1 source, an original")
        var huawei = LintReport()
        huawei.add(EventReader().read(Files.huawei, path: "huawei.yaml"), path: "huawei.yaml")
        #expect(huawei.text == "huawei.yaml: good; 4 sources, 1 of them an original\n")
    }

    @Test("are counted when there are more than anybody reads")
    func bounded() {
        var report = LintReport(keeping: 3)
        for line in 1...5 {
            let reading = EventReader().readJSON(Array("{}".utf8), path: "a.jsonl", line: line, keeping: report.room)
            #expect(reading.draft == nil && reading.diagnostics.count <= 3 && reading.errorCount > 3)
            report.add(reading, path: "a.jsonl")
        }
        #expect(report.diagnostics.count == 3 && report.eventCount == 5 && report.room == 0)
        #expect(report.errorCount % 5 == 0 && !report.isGood)
        #expect(report.summary == "\(report.errorCount) errors in 1 file; nothing was signed")
    }

    @Test("are JSON for machines")
    func json() throws {
        let json = report([Sample.replacing("date", "date: 2023-13")]).json
        #expect(json["errors"] == 1)
        #expect(json["warnings"] == 0)
        let first = try #require(json["diagnostics"]?.array?.first)
        #expect(first["code"] == "date-month")
        #expect(first["line"] == 5)
        #expect(first["path"] == "0.yaml")
    }

    private func report(_ texts: [String]) -> LintReport {
        var report = LintReport()
        for (i, text) in texts.enumerated() {
            report.add(EventReader().read(Array(text.utf8), path: "\(i).yaml"), path: "\(i).yaml")
        }
        return report
    }
}
