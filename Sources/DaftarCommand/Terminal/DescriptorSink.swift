import Glibc

/// Writes to an open file of this process.
final class DescriptorSink: OutputSink {
    private let descriptor: Int32

    init(_ descriptor: Int32) { self.descriptor = descriptor }

    func put(_ bytes: [UInt8]) -> Bool {
        var start = 0
        while start < bytes.count {
            let written = unsafe bytes.withUnsafeBytes { buffer in
                unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
            }
            if written < 0, errno == EINTR { continue }
            guard written > 0 else { return false }
            start += written
        }
        return true
    }
}

/// Keeps what is written, for tests and for pages that are put together first.
public final class MemorySink: OutputSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func put(_ bytes: [UInt8]) -> Bool {
        self.bytes += bytes
        return true
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }
}

extension Output.Screen {
    /// What `descriptor` is, by the system and by the environment.
    static func of(_ descriptor: Int32, _ environment: [String: String]) -> Output.Screen {
        guard isatty(descriptor) == 1 else { return Output.Screen(isTerminal: false) }
        var size = winsize()
        let isKnown = unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        let isPlain = environment["NO_COLOR"].map { !$0.isEmpty } ?? false || environment["TERM"] == "dumb"
        // Lines that are much longer are hard to read.
        let columns = isKnown ? min(max(Int(size.ws_col), 40), 120) : 80
        return Output.Screen(isTerminal: true, columns: columns, hasColour: !isPlain)
    }
}
