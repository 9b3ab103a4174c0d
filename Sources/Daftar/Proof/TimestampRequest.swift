internal import COpenSSL

/// An RFC 3161 request: what an authority is asked to put its time to.
///
/// ```
/// TimeStampReq  version 1, SHA-256 of the checkpoint's three lines, a random nonce, certReq TRUE
/// ```
/// The nonce is kept nowhere: whichever size a response belongs to is told by its imprint, and an older response over the
/// same imprint proves more, not less.
public enum TimestampRequest {
    /// How it travels over HTTP (RFC 3161 §3.4).
    public static let mediaType = "application/timestamp-query"
    /// Bytes of the nonce, as `openssl ts` makes it.
    private static let nonceCount = 8

    /// A request over a checkpoint, as DER: `openssl ts -query -in FILE -text` reads it.
    public static func make(over checkpoint: Checkpoint) throws(OpenSSLError) -> [UInt8] {
        var nonce = try Random.bytes(nonceCount)
        // Positive, and as long as it says.
        nonce[0] = nonce[0] & 0x7F | 0x40
        let request = try TimestampRequestHandle()
        try request.setImprint(checkpoint.imprint)
        try request.setNonce(nonce)
        return try request.encoded()
    }
}

extension Checkpoint {
    /// SHA-256 of the three lines: what timestamps are over (DESIGN §4.5).
    public var imprint: Hash { Hash.sha256(text) }
}

/// OpenSSL's request object.
@safe
private struct TimestampRequestHandle: ~Copyable {
    private let request: OpaquePointer

    init() throws(OpenSSLError) {
        guard let request = unsafe TS_REQ_new() else { throw OpenSSLError(function: "TS_REQ_new") }
        unsafe self.request = request
        _ = unsafe TS_REQ_set_version(request, 1)
        // Without the authority's certificates nobody could check the response in ten years.
        _ = unsafe TS_REQ_set_cert_req(request, 1)
    }

    deinit { unsafe TS_REQ_free(request) }

    func setImprint(_ hash: Hash) throws(OpenSSLError) {
        let imprint = unsafe TS_MSG_IMPRINT_new(), algorithm = unsafe X509_ALGOR_new()
        defer {
            unsafe TS_MSG_IMPRINT_free(imprint)
            unsafe X509_ALGOR_free(algorithm)
        }
        var bytes = hash.bytes
        guard unsafe imprint != nil, unsafe algorithm != nil,
            unsafe X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
            unsafe TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
            unsafe TS_MSG_IMPRINT_set_msg(imprint, &bytes, Int32(bytes.count)) == 1,
            unsafe TS_REQ_set_msg_imprint(request, imprint) == 1
        else { throw OpenSSLError(function: "TS_REQ_set_msg_imprint") }
    }

    func setNonce(_ nonce: [UInt8]) throws(OpenSSLError) {
        let number = unsafe BN_bin2bn(nonce, Int32(nonce.count), nil)
        let integer = unsafe BN_to_ASN1_INTEGER(number, nil)
        defer {
            unsafe BN_free(number)
            unsafe ASN1_INTEGER_free(integer)
        }
        guard unsafe integer != nil, unsafe TS_REQ_set_nonce(request, integer) == 1 else {
            throw OpenSSLError(function: "TS_REQ_set_nonce")
        }
    }

    func encoded() throws(OpenSSLError) -> [UInt8] {
        let count = unsafe i2d_TS_REQ(request, nil)
        guard count > 0 else { throw OpenSSLError(function: "i2d_TS_REQ") }
        var bytes = [UInt8](repeating: 0, count: Int(count))
        let written = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
            var next = buffer.baseAddress
            return unsafe i2d_TS_REQ(request, &next)
        }
        guard written == count else { throw OpenSSLError(function: "i2d_TS_REQ") }
        return bytes
    }
}
