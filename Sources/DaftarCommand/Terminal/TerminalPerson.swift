import Daftar
import Glibc

/// The person at the controlling terminal, asked past whatever standard input and output are.
final class TerminalPerson: Person {
    private let descriptor: Int32

    /// Nil where this process has no terminal.
    init?() {
        descriptor = unsafe open("/dev/tty", O_RDWR | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
    }

    deinit { close(descriptor) }

    func secret(_ prompt: String) throws(Exit) -> Passphrase? {
        var before = termios()
        guard unsafe tcgetattr(descriptor, &before) == 0 else { return nil }
        // Each key comes by itself, Ctrl-C too, and signals wait, so that echo is back on before the run ends.
        var held = HeldSignals()
        var quiet = before
        quiet.c_lflag &= ~tcflag_t(ECHO | ICANON | ISIG)
        (quiet.c_cc.5, quiet.c_cc.6) = (0, 1)
        defer { held.release() }
        guard unsafe tcsetattr(descriptor, TCSAFLUSH, &quiet) == 0 else { return nil }
        defer {
            unsafe tcsetattr(descriptor, TCSAFLUSH, &before)
            say("\n")
        }
        say(prompt)
        guard var bytes = try keys(unless: { held.isOver }) else { return nil }
        return Passphrase(wiping: &bytes)
    }

    func answer(_ question: String) throws(Exit) -> String? {
        say(question)
        return try keys().map { String(decoding: $0, as: UTF8.self) }
    }

    private func say(_ text: String) { _ = DescriptorSink(descriptor).put(Array(text.utf8)) }

    /// What is typed up to the end of the line; nil where input ends before that.
    ///
    /// - Parameter isOver: asked ten times a second.
    private func keys(unless isOver: (() -> Bool)? = nil) throws(Exit) -> [UInt8]? {
        // Room enough, so that no copy of a passphrase is left behind when it grows.
        var line: [UInt8] = [], key: UInt8 = 0
        line.reserveCapacity(1024)
        while true {
            if let isOver {
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                while unsafe poll(&waiting, 1, 100) <= 0, !isOver() {}
                if isOver() {
                    Passphrase.wipe(&line)
                    throw .interrupted
                }
            }
            let got = unsafe read(descriptor, &key, 1)
            if got < 0, errno == EINTR { continue }
            guard got == 1 else { return line.isEmpty ? nil : line }
            switch key {
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): return line
            case 0x03:  // Ctrl-C
                Passphrase.wipe(&line)
                throw .interrupted
            case 0x04 where line.isEmpty: return nil  // Ctrl-D
            case 0x15: line.removeAll(keepingCapacity: true)  // Ctrl-U
            case 0x08, 0x7F: eraseCharacter(&line)
            default: line.append(key)
            }
        }
    }

    private func eraseCharacter(_ line: inout [UInt8]) {
        while let byte = line.popLast(), byte & 0xC0 == 0x80 {}
    }
}
