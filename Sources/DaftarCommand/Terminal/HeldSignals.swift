import Glibc

/// Signals that would end the run, held back for as long as the terminal is not as a person wants it.
///
/// They wait for this thread; the others of this process are the system's own workers, which take none.
struct HeldSignals {
    private var before = sigset_t()
    private static let ending = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]

    init() {
        var held = sigset_t()
        unsafe sigemptyset(&held)
        for signal in Self.ending { unsafe sigaddset(&held, signal) }
        unsafe pthread_sigmask(SIG_BLOCK, &held, &before)
    }

    /// True once one of them has come.
    var isOver: Bool {
        var pending = sigset_t()
        unsafe sigpending(&pending)
        for signal in Self.ending where unsafe sigismember(&pending, signal) == 1 { return true }
        return false
    }

    /// Lets them through: one that has come ends the run here, as it would have then.
    mutating func release() { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
}
