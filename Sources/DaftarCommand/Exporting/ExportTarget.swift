import Daftar
import DaftarExchange
import DaftarStore

/// Where an export goes. What was not finished leaves nothing.
protocol ExportTarget {
    /// The order that it takes events in.
    var order: EventWindow.Order { get }
    /// Hears how many will come, before the first.
    func expect(_ count: Int) throws(Failure)
    /// Takes events that follow each other.
    func add(_ events: [RecordedEvent], after previous: RecordedEvent?) throws(StoreError)
    /// Puts it in its place.
    func finish() throws(Failure)
}

extension ExportTarget {
    func expect(_ count: Int) throws(Failure) {}
}

/// One stream of bytes: standard output, or a file.
struct StreamTarget: ExportTarget {
    private let exporter: any EventExporter
    private let output: Output
    private let file: OutFile?
    var order: EventWindow.Order { .date }

    /// - Parameter path: nil for standard output.
    init(_ exporter: any EventExporter, _ path: String?, isPrivate: Bool, in session: Session) throws(Failure) {
        self.exporter = exporter
        file = try path.map { path throws(Failure) in try OutFile(path, isPrivate: isPrivate) }
        output = file.map { Output($0, .init(isTerminal: false)) } ?? session.out
        output.write(bytes: exporter.head)
    }

    func add(_ events: [RecordedEvent], after previous: RecordedEvent?) {
        output.write(bytes: exporter.encode(events, after: previous))
    }

    func finish() throws(Failure) {
        output.write(bytes: exporter.tail)
        output.flush()
        try file?.finish()
    }
}

/// The tables as a database, in a file that the store writes.
struct DatabaseTarget: ExportTarget {
    private let copy: EventCopy
    /// The rows of a table go into it as they stand there: by entry.
    var order: EventWindow.Order { .entry }

    init(_ context: ExportContext, _ path: String) throws(Failure) {
        try OutFile.checkNew(path)
        do throws(StoreError) {
            copy = try EventCopy(path, about: DatabaseTarget.about(context), isPrivate: context.isPrivate)
        } catch { throw Failure(error) }
    }

    func add(_ events: [RecordedEvent], after previous: RecordedEvent?) throws(StoreError) { try copy.add(events) }

    func finish() throws(Failure) {
        do throws(StoreError) { try copy.finish() } catch { throw Failure(error) }
    }

    private static func about(_ context: ExportContext) -> EventCopy.About {
        EventCopy.About(
            origin: context.origin.text, size: context.size, root: context.root.base64,
            lastDay: context.day?.description, title: context.title, licence: context.licence, filter: context.filter,
            caveat: ExportContext.caveat)
    }
}
