import Daftar
import DaftarExchange
import DaftarStore

/// A file on this machine, to be looked into.
struct FileOfCapture: CaptureBytes {
    let file: CaptureFile
    var byteCount: Int { file.byteCount }

    func read(from offset: Int, count: Int) throws -> [UInt8] { try file.read(from: offset, count: count) }
}

/// A file that is to become a capture: looked at before anything is kept or written.
struct NewCapture {
    let name: String
    let file: CaptureFile
    let look: CaptureLook

    init(_ name: String, in session: Session) throws(Failure) {
        self.name = name
        do {
            file = try CaptureFile(session.path(name))
            look = try CaptureLook.at(FileOfCapture(file: file))
        } catch let error as SystemError { throw NewCapture.failure(error, name) } catch {
            throw Failure("\(name): \(error)")
        }
        if file.byteCount == 0 {
            throw Failure("\(name): is empty, and shows nothing", hint: "capture it again")
        }
    }

    /// Says what in it tells of the person who captured it, and what is wrong with it.
    func warn(in session: Session) {
        Self.warn(name, look, in: session)
        for fault in look.faults.prefix(20) { session.warn("\(name): \(fault)") }
    }

    static func warn(_ name: String, _ look: CaptureLook, in session: Session) {
        guard !look.traces.isEmpty else { return }
        session.warn("\(name): says things that may tell who captured it, where, or on which machine")
        for trace in look.traces.prefix(20) {
            let value = trace.value.isEmpty ? "" : ": \(trace.value)"
            session.err.paragraph("\(trace.what)\(value)".cleaned, indent: "  ")
        }
        if look.traces.count > 20 { session.err.paragraph("and \(look.traces.count - 20) more", indent: "  ") }
    }

    // MARK: What it is

    /// By what its bytes show, else by its name.
    var mediaType: String { look.mediaType ?? Self.types[ending] ?? "application/octet-stream" }

    /// What a digest of such a file is usually of.
    var digestOf: String {
        switch mediaType {
        case "application/warc": "warc-file"
        case "application/wacz": "wacz-file"
        case "application/pdf": "pdf-print"
        case "text/plain": "extracted-text"
        case let type where type.hasPrefix("image/"): "screenshot"
        default: "body"
        }
    }

    private var ending: String {
        name.lastIndex(of: ".").map { String(name[name.index(after: $0)...]).lowercased() } ?? ""
    }

    private static let types = [
        "html": "text/html", "htm": "text/html", "txt": "text/plain", "json": "application/json",
        "xml": "application/xml",
        "csv": "text/csv", "mp4": "video/mp4", "webm": "video/webm", "mp3": "audio/mpeg", "webp": "image/webp",
        "md": "text/markdown",
    ]

    private static func failure(_ error: SystemError, _ name: String) -> Failure {
        switch error.reason {
        case let reason where reason.contains("Too many levels"):
            Failure("\(name): is a link", hint: "name the file that it leads to")
        case let reason where reason.contains("Invalid argument") || reason.contains("No such device"):
            Failure("\(name): is a device or a pipe, not a file", hint: "save it to a file first")
        default: Failure(error)
        }
    }
}
