import Foundation
import Testing

/// A passphrase is typed with nothing shown. Whatever ends the run there, the terminal is left as it was.
@Suite struct PromptTests {
    /// Our program at a terminal of its own: waits until nothing is shown, sends the signal, and says how the run ended
    /// and whether the terminal shows again what is typed.
    private static let script = """
        import fcntl, os, pty, signal, subprocess, sys, termios, time
        master, slave = pty.openpty()
        def start():
            os.setsid()
            # Whoever runs the tests may hold signals back, and that is handed down.
            signal.pthread_sigmask(signal.SIG_SETMASK, [])
            fcntl.ioctl(slave, termios.TIOCSCTTY, 0)
        run = subprocess.Popen(sys.argv[2:], stdin=slave, stdout=slave, stderr=slave, preexec_fn=start)
        def shows():
            flags = termios.tcgetattr(slave)[3]
            return bool(flags & termios.ECHO) and bool(flags & termios.ICANON)
        end = time.time() + 60
        while shows() and time.time() < end: time.sleep(0.01)
        assert not shows(), 'was never asked'
        time.sleep(0.2)
        run.send_signal(int(sys.argv[1]))
        print(run.wait(60), shows())
        """

    @Test(arguments: [(SIGTERM, "-15"), (SIGHUP, "-1"), (SIGINT, "130")])
    func theTerminalIsLeftAsItWas(_ signal: Int32, _ ending: String) throws {
        let command = "python3 - \(signal) daftar keygen --origin \(Home.origin) <<'END'\n\(Self.script)\nEND"
        #expect(try Workplace().run(command) == ["\(ending) True"])
    }
}
