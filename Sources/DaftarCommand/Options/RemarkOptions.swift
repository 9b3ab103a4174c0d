import ArgumentParser
import DaftarExchange

/// What a remark says: in a file, on the command line, or some of it in each.
struct RemarkOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What is to be said.", valueName: "text"))
    var text: String?
    @Option(help: ArgumentHelp("Of the text; else the ledger's first.", valueName: "tag"))
    var language: String?

    func written(_ kind: String, _ file: String?) -> WrittenContent {
        var written = WrittenContent(form: .remark, file: file, words: ["kind": kind], language: language)
        written.texts["text"] = text
        return written
    }
}
