import Synchronization

/// A bar that other threads move than the one that takes it away.
final class SharedProgress: @unchecked Sendable {
    // Sendable: the bar is only touched with the lock held, and nothing else is written meanwhile.
    private let progress: Progress
    private let lock = Mutex(false)

    init(_ title: String, on output: Output) { progress = Progress(title, on: output) }

    func show(_ done: Int, of total: Int) {
        lock.withLock { isOver in if !isOver { progress.show(done, of: total) } }
    }

    /// Takes the bar away; whoever still works moves it no more.
    func finish() {
        lock.withLock { isOver in
            isOver = true
            progress.finish()
        }
    }
}
