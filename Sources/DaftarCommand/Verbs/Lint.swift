import ArgumentParser
import Daftar
import DaftarExchange

/// `daftar lint`: everything that is wrong with event files, at once.
struct Lint: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Say everything that is wrong with event files.",
        discussion: """
            Errors forbid signing; warnings ask you to look, above all where a person
            could be put at risk: what is published can't be taken back. Nothing is signed.

            EXAMPLE:
              daftar lint huawei.yaml
              daftar explain person-contact
            """)

    @Argument(help: ArgumentHelp("Event files (.yaml, .jsonl) or folders of them.", valueName: "file"))
    var files: [String]
    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        var reader = EventFiles(), report = LintReport()
        for file in try InputFile.all(files, in: session) where file.kind != .statement {
            for reading in try reader.read(file) { report.add(reading, path: file.name) }
        }
        let isGood = report.isGood && !reader.diagnostics.contains { $0.severity == .error }
        if json {
            session.print(report.json)
        } else {
            let text = reader.diagnostics.map(\.text).joined() + report.text
            session.out.write(text.cleanedLines)
        }
        return isGood ? .done : .failed
    }
}
