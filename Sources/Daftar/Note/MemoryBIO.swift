internal import COpenSSL

/// A stream of OpenSSL's over bytes in memory: the way in and out of its PEM functions.
@safe
final class MemoryBIO {
    let bio: OpaquePointer

    /// A stream to read `bytes` from.
    init(reading bytes: [UInt8]) throws(OpenSSLError) {
        guard let bio = unsafe BIO_new(BIO_s_mem()) else { throw OpenSSLError(function: "BIO_new") }
        unsafe self.bio = bio
        var written = 0
        guard bytes.isEmpty || (unsafe BIO_write_ex(bio, bytes, bytes.count, &written) == 1 && written == bytes.count)
        else { throw OpenSSLError(function: "BIO_write_ex") }
    }

    /// A stream to write to.
    convenience init() throws(OpenSSLError) { try self.init(reading: []) }

    deinit { unsafe BIO_free(bio) }

    /// All that was written and not yet read.
    func rest() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: unsafe BIO_ctrl_pending(bio))
        var count = 0
        guard !bytes.isEmpty, unsafe BIO_read_ex(bio, &bytes, bytes.count, &count) == 1 else { return [] }
        return Array(bytes[..<count])
    }
}
