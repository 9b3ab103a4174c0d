/// Sealed bytes of any length, read and written in pieces, so that a capture of gigabytes takes little memory.
///
/// ```
/// daftar/sealed@v1↵        17 bytes
/// salt                     16 bytes, fresh for each file
/// piece 0: 65,536 sealed bytes, 16 of tag
/// …
/// last piece: 0–65,536 sealed bytes, 16 of tag
/// ```
/// The key of a file is HMAC-SHA-256(vault's key, `"file" ‖ salt ‖ name`): a file under another's name does not open.
/// The nonce of a piece is its number (11 bytes, big-endian) and 1 for the last one, else 0: pieces can't be moved,
/// dropped, or cut off at the end (the STREAM construction of Hoang, Reyhanitabar, Rogaway, Vizár 2015).
public enum SealedStream {
    public static let pieceCount = 65_536
    public static let saltCount = 16
    static let head = Array("daftar/sealed@v1\n".utf8)
    public static let headCount = head.count + saltCount
    /// A sealed piece with its tag.
    public static let sealedCount = pieceCount + ChaCha20Poly1305.tagCount

    fileprivate static func key(_ key: SecretKey, salt: [UInt8], name: [UInt8]) throws(OpenSSLError) -> SecretKey {
        try key.derive(Array("file".utf8) + salt + name)
    }

    fileprivate static func nonce(_ number: UInt64, isLast: Bool) -> [UInt8] {
        let counter = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> UInt64($0)) }
        return [0, 0, 0] + counter + [isLast ? 1 : 0]
    }

    /// The length of a sealed file that holds `count` bytes.
    public static func sealedLength(of count: Int) -> Int {
        let pieces = max(1, (count + pieceCount - 1) / pieceCount)
        return headCount + count + pieces * ChaCha20Poly1305.tagCount
    }
}

/// Seals, piece by piece.
public struct Sealer {
    private let key: SecretKey
    private var number: UInt64 = 0
    /// What a file begins with.
    public let head: [UInt8]

    /// `name`: what the file is called, which binds it to its place.
    public init(_ key: SecretKey, name: [UInt8]) throws(OpenSSLError) {
        let salt = try Random.bytes(SealedStream.saltCount)
        self.key = try SealedStream.key(key, salt: salt, name: name)
        head = SealedStream.head + salt
    }

    /// Seals the next piece: 65,536 bytes, or what is left where it is the last.
    public mutating func seal(_ piece: Span<UInt8>, isLast: Bool) throws(OpenSSLError) -> [UInt8] {
        precondition(piece.count == SealedStream.pieceCount || isLast && piece.count < SealedStream.pieceCount)
        defer { number += 1 }
        return try ChaCha20Poly1305.seal(piece, key, nonce: SealedStream.nonce(number, isLast: isLast))
    }

    /// The whole of what fits into memory.
    public static func seal(_ bytes: [UInt8], _ key: SecretKey, name: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        var sealer = try Sealer(key, name: name), sealed = sealer.head, start = 0
        repeat {
            let end = min(start + SealedStream.pieceCount, bytes.count)
            sealed += try sealer.seal(bytes.span.extracting(start..<end), isLast: end == bytes.count)
            start = end
        } while start < bytes.count
        return sealed
    }
}

/// Why sealed bytes do not open.
public enum UnsealError: Error, Hashable, Sendable {
    /// No sealed file.
    case form
    /// Changed, cut off, another file's, or sealed with another key.
    case damaged
    case openSSL(OpenSSLError)
}

/// Opens, piece by piece. Nothing of a piece is handed out before its tag was checked; that nothing was cut off is known
/// with the last.
public struct Unsealer {
    private let key: SecretKey
    private var number: UInt64 = 0

    public init(head: [UInt8], _ key: SecretKey, name: [UInt8]) throws(UnsealError) {
        guard head.count == SealedStream.headCount, head.starts(with: SealedStream.head) else { throw .form }
        do {
            self.key = try SealedStream.key(key, salt: Array(head.suffix(SealedStream.saltCount)), name: name)
        } catch { throw .openSSL(error) }
    }

    public mutating func open(_ piece: Span<UInt8>, isLast: Bool) throws(UnsealError) -> [UInt8] {
        defer { number += 1 }
        let opened: [UInt8]?
        do {
            opened = try ChaCha20Poly1305.open(piece, key, nonce: SealedStream.nonce(number, isLast: isLast))
        } catch { throw .openSSL(error) }
        guard let opened, isLast || opened.count == SealedStream.pieceCount else { throw .damaged }
        return opened
    }

    /// The whole of what fits into memory.
    public static func open(_ sealed: [UInt8], _ key: SecretKey, name: [UInt8]) throws(UnsealError) -> [UInt8] {
        guard sealed.count >= SealedStream.headCount else { throw .form }
        var unsealer = try Unsealer(head: Array(sealed[..<SealedStream.headCount]), key, name: name)
        var bytes: [UInt8] = [], start = SealedStream.headCount
        repeat {
            let end = min(start + SealedStream.sealedCount, sealed.count)
            bytes += try unsealer.open(sealed.span.extracting(start..<end), isLast: end == sealed.count)
            start = end
        } while start < sealed.count
        return bytes
    }
}
