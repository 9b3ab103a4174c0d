import Daftar
import DaftarExchange
import DaftarStore

/// A file that is to be imported, and what it holds.
struct ImportInput {
    enum Form: String, Hashable, CaseIterable {
        case csv, jsonl, yaml, auto
    }

    let file: InputFile
    let form: Form

    private static let extensions: [(ending: String, form: Form)] = [
        (".csv", .csv), (".tsv", .csv), (".tab", .csv), (".jsonl", .jsonl), (".ndjson", .jsonl), (".yaml", .yaml),
        (".yml", .yaml), (".md", .yaml), (".markdown", .yaml),
    ]

    /// All files that are named; of a folder all in it that hold events, by name.
    static func all(_ names: [String], as wanted: Form, in session: Session) throws(Failure) -> [ImportInput] {
        var inputs: [ImportInput] = []
        for name in names {
            let path = session.path(name)
            if FileSystem.isFolder(path) {
                inputs += try inFolder(name, path, as: wanted, session)
            } else {
                inputs.append(try one(name, path, as: wanted))
            }
        }
        return inputs
    }

    // MARK: Forms

    private static func one(_ name: String, _ path: String, as wanted: Form) throws(Failure) -> ImportInput {
        guard FileSystem.exists(path) else {
            throw Failure("\(name): there is no such file", hint: "a table, JSON Lines, or a folder of event files")
        }
        if wanted != .auto { return ImportInput(name, path, wanted) }
        if let form = form(of: name) { return ImportInput(name, path, form) }
        return ImportInput(name, path, try beginsAsJSON(path) ? .jsonl : .csv)
    }

    private init(_ name: String, _ path: String, _ form: Form) {
        file = InputFile(name: name, path: path, kind: form == .yaml ? .event : .jsonLines)
        self.form = form
    }

    private static func form(of name: String) -> Form? {
        let name = name.lowercased()
        return extensions.first { name.hasSuffix($0.ending) }?.form
    }

    /// For a name that says nothing: people keep tables in .txt, and in files without an ending.
    private static func beginsAsJSON(_ path: String) throws(Failure) -> Bool {
        do throws(SystemError) {
            var pieces = try FilePieces(path, limit: InputFile.limit)
            return try pieces.next().bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        } catch { throw Failure(error) }
    }

    private static func inFolder(
        _ name: String, _ path: String, as wanted: Form, _ session: Session
    ) throws(Failure) -> [ImportInput] {
        let names: [String]
        do { names = try FileSystem.names(in: path) } catch { throw Failure(error) }
        // What is one event there is spread over files, and loses its texts in other languages.
        if Set(names).isSuperset(of: ["events.csv", "sources.csv", "actors.csv"]) {
            throw Failure(
                "\(name): is an export in tables, which are for reading",
                hint: "daftar export --format jsonl writes what can be imported")
        }
        var inputs: [ImportInput] = [], notes: [String] = []
        for file in names where !file.hasPrefix(".") && !["shared.yaml", "charter.yaml"].contains(file) {
            guard let form = form(of: file), wanted == .auto || form == wanted else { continue }
            let input = ImportInput(Path.join(name, file), Path.join(path, file), form)
            if input.isNote { notes.append(file) } else { inputs.append(input) }
        }
        if !notes.isEmpty { session.note("without a head between lines ---, so no event: \(Words.list(notes))") }
        guard !inputs.isEmpty else {
            throw Failure(
                "\(name): there is nothing to import in this folder",
                hint: "files that end in .csv, .tsv, .jsonl, .yaml or .md")
        }
        return inputs
    }

    /// Markdown without a head: a README, most of the time.
    private var isNote: Bool {
        guard FrontMatter.isMarkdown(file.name), let bytes = try? FileSystem.read(file.path, limit: 4 << 20) else {
            return false
        }
        return !FrontMatter.begins(bytes)
    }
}
