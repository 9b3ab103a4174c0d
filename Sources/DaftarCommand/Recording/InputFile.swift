import Daftar
import DaftarExchange
import DaftarStore

/// A file that a person hands to `lint`, `sign` or `append`.
struct InputFile {
    enum Kind: Hashable {
        /// An event in YAML.
        case event
        /// One event a line.
        case jsonLines
        /// A signed statement with its content.
        case statement
    }

    /// As it was named: that is how the person knows it.
    let name: String
    let path: String
    let kind: Kind

    /// The most bytes of a file of many lines.
    static let limit = 4 << 30

    /// All files that are named; of a folder all events in it, by name.
    static func all(_ names: [String], in session: Session) throws(Failure) -> [InputFile] {
        var files: [InputFile] = []
        for name in names {
            let path = session.path(name)
            if FileSystem.isFolder(path) {
                let inside = try inFolder(name, path)
                guard !inside.isEmpty else {
                    throw Failure(
                        "\(name): there are no event files in this folder",
                        hint: "they end in .yaml, .jsonl or .statement")
                }
                files += inside
            } else {
                files.append(try one(name, path))
            }
        }
        return files
    }

    func read() throws(Failure) -> [UInt8] {
        do { return try FileSystem.read(path, limit: kind == .statement ? StatementFile.limit : Self.limit) } catch {
            throw Failure(error)
        }
    }

    // MARK: Kinds

    private static func one(_ name: String, _ path: String) throws(Failure) -> InputFile {
        guard FileSystem.exists(path) else {
            throw Failure("\(name): there is no such file", hint: "daftar new KIND FILE begins one")
        }
        guard let kind = kind(of: name) else {
            throw Failure(
                "\(name): can't tell what this file is by its name",
                hint: "events end in .yaml or .jsonl, signed statements in .statement")
        }
        return InputFile(name: name, path: path, kind: kind)
    }

    private static func kind(of name: String) -> Kind? {
        if name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return .event }
        if name.hasSuffix(".jsonl") || name.hasSuffix(".ndjson") { return .jsonLines }
        return name.hasSuffix(".statement") ? .statement : nil
    }

    private static func inFolder(_ name: String, _ path: String) throws(Failure) -> [InputFile] {
        let names: [String]
        do { names = try FileSystem.names(in: path) } catch { throw Failure(error) }
        return names.compactMap { file in
            // What is described once for all events, and what says who may speak, are no events.
            guard !file.hasPrefix("."), !["shared.yaml", "charter.yaml"].contains(file), let kind = kind(of: file)
            else { return nil }
            return InputFile(name: Path.join(name, file), path: Path.join(path, file), kind: kind)
        }
    }
}

/// Reads event files, each with what `shared.yaml` beside it describes.
struct EventFiles {
    private var readers: [String: EventReader] = [:]

    /// What is wrong with a `shared.yaml` that was read.
    private(set) var diagnostics: [Diagnostic] = []

    mutating func reader(for file: InputFile) throws(Failure) -> EventReader {
        let folder = Path.parent(file.path)
        if let reader = readers[folder] { return reader }
        let path = Path.join(folder, "shared.yaml")
        var things = SharedThings()
        if FileSystem.exists(path) {
            let bytes: [UInt8]
            do { bytes = try FileSystem.read(path, limit: 4 << 20) } catch { throw Failure(error) }
            let reading = SharedThings.read(bytes, path: Path.join(Path.parent(file.name), "shared.yaml"))
            things = reading.things
            diagnostics += reading.diagnostics
        }
        let reader = EventReader(shared: things)
        readers[folder] = reader
        return reader
    }

    /// Everything in an event file; `.statement` files are none.
    mutating func read(_ file: InputFile) throws(Failure) -> [EventReader.Reading] {
        let reader = try reader(for: file), bytes = try file.read()
        guard file.kind == .jsonLines else { return [reader.read(bytes, path: file.name)] }
        return EventReader.lines(of: bytes.span).map { line in
            reader.readJSON(Array(bytes[line.range]), path: file.name, line: line.number)
        }
    }
}
