import Daftar
import Glibc

/// Ctrl-C ends a run with 130 wherever it is: whatever is written to a ledger survives being killed.
enum Interrupt {
    static func install() {
        signal(SIGINT) { _ in _exit(Exit.interrupted.rawValue) }
        // Where a limit on the size of files is reached, writing fails and says so.
        signal(SIGXFSZ, SIG_IGN)
    }
}

extension Session {
    /// The world of this process.
    static func ofThisProcess() -> Session {
        var environment: [String: String] = [:]
        for name in Session.variables {
            if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
        }
        let now = time(nil)
        return Session(
            environment: environment,
            out: Output(DescriptorSink(STDOUT_FILENO), .of(STDOUT_FILENO, environment)),
            err: Output(DescriptorSink(STDERR_FILENO), .of(STDERR_FILENO, environment)),
            person: TerminalPerson(), today: RecordedDay(secondsSince1970: now), now: now > 0 ? Int64(now) : nil)
    }

    /// All of the environment that is ever looked at.
    private static let variables = [
        "HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "DAFTAR_LEDGER", "NO_COLOR", "TERM",
    ]
}
