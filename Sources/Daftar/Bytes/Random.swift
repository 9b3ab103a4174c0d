internal import COpenSSL

/// What libcrypto could not do, which with good arguments means that memory or entropy ran out.
public struct OpenSSLError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The function that failed.
    public let function: String

    public var description: String { "OpenSSL could not do its part (\(function))" }
}

/// Bytes that nobody can guess.
public enum Random {
    /// `count` bytes from OpenSSL's generator.
    public static func bytes(_ count: Int) throws(OpenSSLError) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let isFilled = unsafe RAND_bytes(&bytes, Int32(clamping: count)) == 1
        guard isFilled || count == 0 else { throw OpenSSLError(function: "RAND_bytes") }
        return bytes
    }
}
