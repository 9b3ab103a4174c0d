import Daftar
import DaftarExchange
import DaftarStore

/// A page, on standard output or in a file: made once all its events are here.
final class PageTarget: ExportTarget {
    private let exporter: any PageExporter
    private let path: String?
    private let isPrivate: Bool
    private let out: Output
    private var events: [RecordedEvent] = []
    var order: EventWindow.Order { .date }

    /// - Parameter path: nil for standard output.
    init(_ exporter: any PageExporter, _ path: String?, isPrivate: Bool, in session: Session) throws(Failure) {
        if let path { try OutFile.check(path) }
        (self.exporter, self.path, self.isPrivate, self.out) = (exporter, path, isPrivate, session.out)
    }

    func expect(_ count: Int) throws(Failure) {
        let most = type(of: exporter).mostEvents
        if count <= most { return }
        throw Failure(
            "\(Words.grouped(count)) events are too many for one page, which takes \(Words.grouped(most))",
            hint: "take a part with --from, --to, --kind or --place; or --format jsonl, which takes any number",
            exit: .usage)
    }

    func add(_ events: [RecordedEvent], after previous: RecordedEvent?) { self.events += events }

    func finish() throws(Failure) {
        let page = exporter.page(events)
        if let path { return try OutFile.write(page, to: path, isPrivate: isPrivate) }
        out.write(bytes: page)
        out.flush()
    }
}
