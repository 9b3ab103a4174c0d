/// A witness's timestamped signature over a checkpoint (C2SP tlog-cosignature, type 0x04).
///
/// In a signature line it is the time as a big-endian u64, then 64 bytes of Ed25519 over
/// ```
/// cosignature/v1
/// time 1679315147
/// …the checkpoint's lines
/// ```
public struct Cosignature: Hashable, Sendable {
    /// Seconds since 1970, at least 1: a cosignature without a time says nothing about what else its witness saw.
    public let time: Int64
    public let signature: [UInt8]

    /// Reads the 72 bytes after the key ID. A time of 0 or beyond 2^63 − 1 is refused.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 8 + Ed25519.signatureCount else { return nil }
        let time = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard time >= 1, time <= UInt64(Int64.max) else { return nil }
        self.time = Int64(time)
        self.signature = Array(bytes[8...])
    }

    /// The bytes that a witness signs at `time`.
    public static func message(time: Int64, checkpoint text: [UInt8]) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text
    }
}
