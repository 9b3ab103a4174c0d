/// Why bytes are not canonical JSON within our limits, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Reason: String, Hashable, Sendable {
        case endsTooEarly = "ends too early"
        case notJSON = "is not canonical JSON here"
        case tooDeep = "is nested too deeply"
        case number = "holds a number that is no integer within ±(2^53−1)"
        case key = "holds a key that is not 1–64 of A-Za-z0-9_.-"
        case keyOrder = "holds keys that are not in ascending order, or one twice"
        case utf8 = "holds bytes that are not UTF-8"
        case character = "holds a character that may not be in a string"
        case escape = "escapes a character that is written as it is"
        case trailing = "goes on after its end"
    }

    public let reason: Reason
    /// Where, in bytes from the start of what was read.
    public let offset: Int

    public var description: String { "\(reason.rawValue) (byte \(offset))" }
}
