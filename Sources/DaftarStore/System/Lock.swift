import Glibc

/// One writer at a time: an exclusive `flock` on a file or folder, held until this goes out of scope. The kernel lets go
/// of it when the process ends, however it ends, so there is no stale lock to break.
struct Lock: ~Copyable {
    private let file: OpenFile

    /// How a lock is waited for: long enough for another append to end, short enough for a person.
    static let patience: Duration = .seconds(10)
    private static let pause: useconds_t = 20_000

    /// Locks `path`; a file is made where there is none.
    ///
    static func take(_ path: String, isFolder: Bool, patience: Duration = Lock.patience) throws(StoreError) -> Lock {
        let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_RDWR | O_CREAT | O_NOFOLLOW
        do throws(SystemError) {
            let file = try OpenFile.open(path, flags, mode: 0o600)
            let end = ContinuousClock.now + patience
            while flock(file.descriptor, LOCK_EX | LOCK_NB) != 0 {
                guard errno == EWOULDBLOCK || errno == EINTR else { throw SystemError("lock", path) }
                // EWOULDBLOCK after all this time says it again, and only then means what it says.
                guard ContinuousClock.now < end else { throw SystemError("lock", path, EWOULDBLOCK) }
                usleep(Lock.pause)
            }
            return Lock(file: file)
        } catch {
            throw error.code == EWOULDBLOCK ? .locked(path) : .system(error)
        }
    }

    private init(file: consuming OpenFile) { self.file = file }
}
