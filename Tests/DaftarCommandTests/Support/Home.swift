import Daftar
import DaftarCommand
import Foundation

/// A home of its own, in which commands run: no test ever looks at the real one.
final class Home {
    let path: String
    private let isOwner: Bool
    var environment: [String: String]
    var today = RecordedDay(year: 2026, month: 11, day: 24)
    /// Seconds since 1970: ten in the morning of that day.
    var now: Int64? = 1_795_514_400

    init() throws {
        path = FileManager.default.temporaryDirectory.appending(path: "daftar-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        isOwner = true
        environment = ["HOME": path]
    }

    /// The same home, for somebody who comes at the same time; it is the first who cleans up.
    init(at path: String) {
        self.path = path
        isOwner = false
        environment = ["HOME": path]
    }

    /// A second machine with the same keys and the same ledger.
    convenience init(copying other: Home, withState: Bool = false) throws {
        try self.init()
        try FileManager.default.removeItem(atPath: path)
        try FileManager.default.copyItem(atPath: other.path, toPath: path)
        if !withState { try FileManager.default.removeItem(atPath: path + "/.local/state/daftar/ledgers") }
    }

    deinit { if isOwner { try? FileManager.default.removeItem(atPath: path) } }

    /// What a run left.
    struct Result {
        let exit: Exit
        let out: String
        let err: String
        let bytes: [UInt8]

        var json: JSONValue? { try? CanonicalJSON.parse(Array(out.utf8.dropLast()), levels: 16) }
    }

    /// Runs one command line in this home's folder.
    func run(_ arguments: String..., person: (any Person)? = nil, columns: Int = 80) -> Result {
        run(arguments, person: person, columns: columns)
    }

    func run(_ arguments: [String], person: (any Person)? = nil, columns: Int = 80) -> Result {
        let out = MemorySink(), err = MemorySink()
        let session = Session(
            environment: environment, out: Output(out, .init(isTerminal: false, columns: columns)),
            err: Output(err, .init(isTerminal: false, columns: columns)), person: person, today: today, now: now,
            folder: path)
        let exit = Program.run(arguments, in: session)
        return Result(exit: exit, out: out.text, err: err.text, bytes: out.bytes)
    }

    // MARK: Files

    func file(_ name: String) -> String { path + "/" + name }

    func write(_ text: String, _ name: String) throws {
        let url = URL(filePath: file(name))
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
    }

    func read(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: file(name)))) }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: file(name)) }

    func copy(_ name: String, to other: String) throws {
        try FileManager.default.copyItem(atPath: file(name), toPath: file(other))
    }

    /// Copies a folder from another home, where it may be called otherwise.
    func take(_ name: String, from other: Home, as source: String? = nil) throws {
        try FileManager.default.copyItem(atPath: other.file(source ?? name), toPath: file(name))
    }

    /// All files below a folder, as names in this home.
    func files(_ folder: String) -> [String] {
        (FileManager.default.subpaths(atPath: file(folder)) ?? []).sorted().map { folder + "/" + $0 }
    }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: file(name), withDestinationPath: target)
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: file(name)) }

    /// Copies one of the example ledgers, as `Records` and `Keys`, maybe into a folder.
    func takeExample(_ name: String = "small", as folder: String = "") throws {
        if !folder.isEmpty {
            try FileManager.default.createDirectory(atPath: file(folder), withIntermediateDirectories: true)
        }
        for part in ["Records", "Keys"] {
            try FileManager.default.copyItem(
                atPath: Home.vectors + "/example/\(name)/\(part)", toPath: file(folder + "/" + part))
        }
    }

    /// Flips a bit of one byte.
    func flip(_ name: String, at offset: Int) throws {
        var bytes = try read(name)
        bytes[offset] ^= 1
        try Data(bytes).write(to: URL(filePath: file(name)))
    }

    static let vectors = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Vectors").path
}

/// Answers from a list; nothing once it is empty.
final class Typist: Person {
    private var answers: [String]
    private(set) var questions: [String] = []

    init(_ answers: String...) { self.answers = answers }

    func secret(_ prompt: String) throws(Exit) -> Passphrase? {
        guard var bytes = try answer(prompt).map({ Array($0.utf8) }) else { return nil }
        return Passphrase(wiping: &bytes)
    }

    func answer(_ question: String) throws(Exit) -> String? {
        questions.append(question)
        let answer = answers.isEmpty ? nil : answers.removeFirst()
        if answer == "^C" { throw .interrupted }
        return answer
    }
}
