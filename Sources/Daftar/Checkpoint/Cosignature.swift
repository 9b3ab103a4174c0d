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

    /// How many bytes follow the key ID.
    static let byteCount = 8 + Ed25519.signatureCount

    /// Reads the 72 bytes after the key ID. A time of 0 or beyond 2^63 − 1 is refused.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == Cosignature.byteCount else { return nil }
        let time = bytes[..<8].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        guard time >= 1, time <= UInt64(Int64.max) else { return nil }
        self.time = Int64(time)
        self.signature = Array(bytes[8...])
    }

    /// The bytes that a witness signs at `time`.
    public static func message(time: Int64, checkpoint text: [UInt8]) -> [UInt8] {
        Array("cosignature/v1\ntime \(time)\n".utf8) + text
    }

    /// True where `key` signed this over a checkpoint's text.
    public func verifies(_ text: [UInt8], _ key: VerifierKey) -> Bool {
        let message = Cosignature.message(time: time, checkpoint: text)
        return Ed25519.Verifier(publicKey: key.material)?.verifies(signature: signature.span, over: message.span)
            ?? false
    }
}

extension SignedCheckpoint {
    /// The latest time at which a witness cosigned this; nil where no line of its verifies.
    public func cosigned(by key: VerifierKey) -> Int64? {
        note.signatures.compactMap { line in
            guard line.claims(key), let cosignature = Cosignature(line.bytes), cosignature.verifies(note.text, key)
            else { return nil }
            return cosignature.time
        }.max()
    }
}
