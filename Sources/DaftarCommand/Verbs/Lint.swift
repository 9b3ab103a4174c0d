import ArgumentParser
import Daftar
import DaftarExchange

/// `daftar lint`: everything that is wrong with event files, at once.
struct Lint: Verb {
    static let configuration = CommandConfiguration(
        commandName: "lint", abstract: "Say everything that is wrong with event files.",
        discussion: """
            Errors forbid signing; warnings ask you to look, above all where a person
            could be put at risk: what is published can't be taken back. Nothing is signed.

            EXAMPLE:
              daftar lint huawei.yaml
              daftar explain person-contact
            """)

    @Argument(
        help: ArgumentHelp("Event files (.yaml, .jsonl) or folders of them.", valueName: "file"), completion: .file())
    var files: [String]
    @Flag(help: "Print what was found as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        var reader = EventFiles(), report = LintReport()
        let inputs = try InputFile.all(files, in: session)
        // In a folder they are passed over; one that was named is an answer to another question.
        if let statement = inputs.first(where: { $0.kind == .statement && files.contains($0.name) }) {
            throw Failure(
                "\(statement.name): is signed already, and lint reads event files",
                hint: "daftar append \(statement.name) --dry-run looks at it")
        }
        for file in inputs where file.kind != .statement {
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
