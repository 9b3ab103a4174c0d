import ArgumentParser
import Daftar

/// What every verb takes that makes one statement: for which ledger, by which keys, and whether it is appended here or
/// written to a file for others to sign.
struct StatementOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Write a .statement file, and append nothing.", valueName: "file"), completion: .file())
    var output: String?
    @Option(help: ArgumentHelp("Another who signs it, with -o; may be repeated.", valueName: "vkey"))
    var with: [String] = []
    @Option(
        help: ArgumentHelp("A checkpoint, with -o: what was seen of the ledger.", valueName: "file"),
        completion: .file())
    var checkpoint: String?
    @OptionGroup var append: AppendOptions
}

/// One word of a closed list on the command line.
enum WordArgument {
    static func read<Word: RawRepresentable<String> & CaseIterable>(_ text: String) throws -> Word {
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("`\(text)` is none of \(words)")
        }
        return word
    }
}

/// A vkey on the command line, or a file that holds one.
enum VKeyArgument {
    static func read(_ text: String, in session: Session) throws(Failure) -> VerifierKey {
        if let key = try? VerifierKey(parsing: text) { return key }
        guard !text.contains("+"), let key = try? KeyReading(session.path(text), named: text).key else {
            throw Failure(
                "\(text): is no vkey, and no file that holds one", hint: "daftar key show FILE prints it", exit: .usage)
        }
        return key
    }
}
