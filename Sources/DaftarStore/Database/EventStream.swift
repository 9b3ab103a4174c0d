import Daftar
import Dispatch
import GRDB

/// Reads events on another thread, a piece ahead of whoever takes them. All of it is one reading transaction: what a
/// writer commits meanwhile does not show.
final class EventStream: @unchecked Sendable {
    // Sendable: `waiting` and `isStopped` are handed over by the semaphores.
    private var waiting: Result<[RecordedEvent]?, StoreError> = .success(nil)
    private var isStopped = false
    private let isReady = DispatchSemaphore(value: 0)
    private let isTaken = DispatchSemaphore(value: 0)

    /// How many events are read at a time.
    private static let piece = 512

    /// - Parameters:
    ///   - size: of the ledger as it is looked at; nil for now.
    ///   - places: which events, in which order.
    init(
        _ database: LedgerDatabase, at size: Int?,
        places: @escaping @Sendable (Database, EventMoment) throws -> [EventPlace]
    ) {
        DispatchQueue(label: "daftar.events").async { [self] in
            do throws(StoreError) {
                try database.read { db in
                    let moment = try EventMoment(db, at: size)
                    try run(try EventReader(db, moment), try places(db, moment))
                }
                if !isStopped { hand(.success(nil)) }
            } catch {
                hand(.failure(error))
            }
        }
    }

    /// The next few hundred; nil at the end.
    func next() throws(StoreError) -> [RecordedEvent]? {
        isReady.wait()
        let piece = try waiting.get()
        if piece != nil { isTaken.signal() }
        return piece
    }

    /// Lets the reader go, when nobody wants more.
    func stop() {
        isReady.wait()
        isStopped = true
        isTaken.signal()
    }

    private func run(_ reader: EventReader, _ places: [EventPlace]) throws {
        for start in stride(from: 0, to: places.count, by: Self.piece) {
            let raw = try places[start..<min(start + Self.piece, places.count)].map(reader.read)
            hand(.success(try RawEvent.events(raw)))
            isTaken.wait()
            if isStopped { return }
        }
    }

    private func hand(_ result: Result<[RecordedEvent]?, StoreError>) {
        waiting = result
        isReady.signal()
    }
}
