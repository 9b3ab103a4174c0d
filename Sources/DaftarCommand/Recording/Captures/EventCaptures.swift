import Daftar
import DaftarExchange
import DaftarStore

/// Puts a capture into an event file, as little as can be changed of it.
struct EventCaptures {
    let file: InputFile
    private let before: [UInt8]
    private let reader: EventReader

    init(_ name: String, in session: Session) throws(Failure) {
        guard let file = try InputFile.all([name], in: session).first, file.kind == .event else {
            throw Failure("\(name): captures are added to an event in YAML", hint: "name a .yaml file")
        }
        self.file = file
        before = try file.read()
        var files = EventFiles()
        reader = try files.reader(for: file)
    }

    /// The file with the capture in it.
    func adding(_ item: CaptureItem) throws(Failure) -> (bytes: [UInt8], lint: EventReader.Reading) {
        switch CaptureEdit.adding(item, to: before) {
        case .isThere: throw Failure("\(file.name): has this capture of \(item.source) already; nothing was changed")
        case .refused:
            throw Failure(
                "\(file.name): can't be extended line by line as it is written; nothing was changed",
                hint: "without --event, the lines to put in are printed")
        case .edited(let bytes):
            let old = reader.read(before, path: file.name), new = reader.read(bytes, path: file.name)
            guard new.errorCount <= old.errorCount else {
                let known = Set(old.diagnostics.map(\.message))
                let error = new.diagnostics.first { $0.severity == .error && !known.contains($0.message) }
                throw Failure(
                    "\(file.name): \(error?.message ?? "is not sound with this capture"); nothing was changed",
                    hint: "--to takes the id of one of its sources")
            }
            return (bytes, new)
        }
    }

    func write(_ bytes: [UInt8]) throws(Failure) {
        guard try file.read() == before else {
            throw Failure("\(file.name): was changed meanwhile; it was left as it is", hint: "try again")
        }
        try OutFile.write(bytes, to: FileSystem.real(file.path) ?? file.path)
    }
}
