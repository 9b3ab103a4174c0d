import Glibc

/// A system call that failed, and on what: never a finding about a ledger, always a reason to stop.
public struct SystemError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What was being done, as a verb: `open`, `write`, `fsync`.
    public let operation: String
    public let path: String
    /// `errno`, as it was left.
    public let code: Int32

    public init(_ operation: String, _ path: String, _ code: Int32) {
        (self.operation, self.path, self.code) = (operation, path, code)
    }

    /// Of the call that was just made.
    init(_ operation: String, _ path: String) { self.init(operation, path, errno) }

    public var isAbsent: Bool { code == ENOENT || code == ENOTDIR }

    public var description: String { "\(path): can't \(operation): \(reason)" }

    /// The system's words for it.
    public var reason: String {
        var text = [CChar](repeating: 0, count: 256)
        guard unsafe strerror_r(code, &text, text.count) == 0 else { return "error \(code)" }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

/// Calls again what a signal interrupted.
func retrying(_ call: () -> Int) -> Int {
    while true {
        let result = call()
        if result != -1 || errno != EINTR { return result }
    }
}
