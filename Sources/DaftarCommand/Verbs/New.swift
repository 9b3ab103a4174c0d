import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar new`: a file to begin with.
struct New: Verb {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Write a template for an event, or for a charter.",
        discussion: """
            Every line says what it is for. Without a kind it lists the kinds; without a
            file the template goes to standard output.

            EXAMPLE:
              daftar new instrument/memorandum huawei.yaml
              daftar new charter charter.yaml
            """)

    @Argument(help: ArgumentHelp("The kind of event, or `charter`.", valueName: "kind"))
    var kind: String?
    @Argument(help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var file: String?

    func run(in session: Session) throws -> Exit {
        guard let kind else {
            list(session.out)
            return .done
        }
        guard let template = kind == "charter" ? Template.charter : Template.event(kind) else {
            let nearest = Kind.nearest(to: kind).map { "did you mean \($0)?" }
            throw Failure("\(kind): there is no such kind of event", hint: nearest ?? "daftar new lists them")
        }
        guard let file else {
            session.out.write(template)
            return .done
        }
        let path = session.path(file)
        if FileSystem.exists(path) {
            throw Failure("\(file): is there already", hint: "choose another name: nothing is overwritten")
        }
        try OutFile.write(Array(template.utf8), to: path)
        let next = kind == "charter" ? "daftar init DIR --origin O --title T --charter \(file)" : "daftar lint \(file)"
        session.say("\(file.cleaned): a template for \(kind); next: \(next.cleaned)")
        return .done
    }

    private func list(_ out: Output) {
        for kind in Kind.vocabulary.words {
            out.write(
                Wrap.hanging("\(kind.padded(to: 31))  ", Kind.vocabulary.meaning(of: kind) ?? "", out.screen.columns))
        }
    }
}
