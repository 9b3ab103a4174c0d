internal import COpenSSL

/// The first PEM block of a file (RFC 7468), whatever it holds. Text before it is passed over, as OpenSSL does.
struct PEMBlock {
    /// What stands between `-----BEGIN ` and `-----`.
    let name: String
    let content: [UInt8]

    init(firstOf file: [UInt8]) throws(KeyFileError) {
        let stream: MemoryBIO
        do { stream = try MemoryBIO(reading: file) } catch { throw .openSSL(error) }
        var name: UnsafeMutablePointer<CChar>?, header: UnsafeMutablePointer<CChar>?
        var data: UnsafeMutablePointer<UInt8>?
        var count = 0
        ERR_clear_error()
        guard unsafe PEM_read_bio(stream.bio, &name, &header, &data, &count) == 1, let text = unsafe name,
            let bytes = unsafe data
        else {
            let isThere = ERR_GET_REASON(ERR_peek_last_error()) != PEM_R_NO_START_LINE
            throw isThere ? .damaged : .notPEM
        }
        self.name = unsafe String(cString: text)
        self.content = unsafe Array(UnsafeBufferPointer(start: bytes, count: count))
        unsafe CRYPTO_free(text, "", 0)
        unsafe CRYPTO_free(header, "", 0)
        // The block may have been a private key in the clear.
        unsafe CRYPTO_clear_free(bytes, count, "", 0)
    }
}
