import Daftar
import Dispatch

/// Makes the next piece of a batch ready on other cores while the last one is written. One piece waits at most, so memory
/// stays bounded however fast the source is.
final class Prefetch<Source: SubmissionSource, Piece: Sendable>: @unchecked Sendable {
    // Sendable: `source` is touched by the queue only, `waiting` is handed over by the semaphores.
    private var source: Source
    private let prepare: @Sendable ([Submission]) -> Piece
    private var waiting: Result<Piece?, any Error> = .success(nil)
    private let isReady = DispatchSemaphore(value: 0)
    private let queue = DispatchQueue(label: "daftar.prefetch")
    private var isAtEnd = false

    init(_ source: Source, prepare: @escaping @Sendable ([Submission]) -> Piece) {
        (self.source, self.prepare) = (source, prepare)
        fetch()
    }

    /// The next piece; nil at the end.
    func next() throws -> Piece? {
        if isAtEnd { return nil }
        isReady.wait()
        let piece = try waiting.get()
        if piece == nil { isAtEnd = true } else { fetch() }
        return piece
    }

    private func fetch() {
        queue.async { [self] in
            waiting = Result { try source.next().map(prepare) }
            isReady.signal()
        }
    }
}
