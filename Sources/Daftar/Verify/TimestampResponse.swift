internal import COpenSSL

/// An RFC 3161 response over the three lines of a checkpoint, checked by OpenSSL's own functions.
public struct TimestampResponse: Hashable, Sendable {
    public enum Fault: Error, Hashable, Sendable {
        /// No response that grants a token, or one without a usable time.
        case form
        /// A token over something else.
        case imprint
        /// It does not verify under the chosen authorities, as of its own time.
        case untrusted
    }

    /// The most bytes of a response with its chain of certificates.
    public static let limit = 256 << 10

    /// What the token says: `2026-11-24T10:00:00Z`.
    public let time: String
    /// The subject of the certificate that signed; said by the response itself until that is verified.
    public let authority: String
    /// The certificate that signed is in the token. Without it nobody can check the response.
    public let holdsCertificate: Bool

    /// What the token is over; nil where that is no SHA-256.
    public static func imprint(of bytes: [UInt8]) throws(Fault) -> Hash? {
        try TimestampHandle(bytes).imprint.flatMap { Hash($0) }
    }

    /// Checks a response over `message`.
    ///
    /// `authorities`: certificates in PEM; without any, the signature is not checked and `isVerified` is false.
    public static func check(
        _ bytes: [UInt8], over message: [UInt8], authorities: [UInt8]
    ) throws(Fault) -> (response: TimestampResponse, isVerified: Bool) {
        let handle = try TimestampHandle(bytes)
        guard handle.imprint == Hash.sha256(message).bytes else { throw .imprint }
        guard let time = handle.time else { throw .form }
        let authority = handle.authority
        let response = TimestampResponse(
            time: time.text, authority: authority ?? "an authority that does not say its name",
            holdsCertificate: authority != nil)
        if authorities.isEmpty { return (response, false) }
        guard handle.verifies(message, under: authorities, at: time.seconds) else { throw .untrusted }
        return (response, true)
    }
}

/// OpenSSL's response object, and what is asked of it.
@safe
private struct TimestampHandle: ~Copyable {
    private let response: OpaquePointer

    init(_ bytes: [UInt8]) throws(TimestampResponse.Fault) {
        let parsed: OpaquePointer? = unsafe bytes.withUnsafeBufferPointer { buffer in
            var next = buffer.baseAddress
            let response = unsafe d2i_TS_RESP(nil, &next, buffer.count)
            // Bytes behind the response are not part of it: one encoding, and nothing else in the file.
            guard unsafe next == buffer.baseAddress.map({ unsafe $0 + buffer.count }) else {
                unsafe TS_RESP_free(response)
                return nil
            }
            return unsafe response
        }
        guard let response = unsafe parsed else { throw .form }
        guard unsafe TS_RESP_get_tst_info(response) != nil else {
            unsafe TS_RESP_free(response)
            throw .form
        }
        unsafe self.response = response
    }

    deinit { unsafe TS_RESP_free(response) }

    /// The SHA-256 that the token is over; nil for another algorithm.
    var imprint: [UInt8]? {
        let imprint = unsafe TS_TST_INFO_get_msg_imprint(TS_RESP_get_tst_info(response))
        var algorithm: OpaquePointer?
        unsafe X509_ALGOR_get0(&algorithm, nil, nil, TS_MSG_IMPRINT_get_algo(imprint))
        guard unsafe OBJ_obj2nid(algorithm) == NID_sha256, let digest = unsafe TS_MSG_IMPRINT_get_msg(imprint) else {
            return nil
        }
        guard let data = unsafe ASN1_STRING_get0_data(digest) else { return nil }
        return unsafe Array(UnsafeBufferPointer(start: data, count: Int(ASN1_STRING_length(digest))))
    }

    /// When the authority signed, as text and in seconds since 1970.
    var time: (text: String, seconds: Int)? {
        let time = unsafe TS_TST_INFO_get_time(TS_RESP_get_tst_info(response))
        var parts = unsafe tm()
        guard unsafe time != nil, unsafe ASN1_TIME_to_tm(time, &parts) == 1,
            let day = unsafe RecordedDay(
                year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday)),
            let epoch = unsafe ASN1_TIME_set(nil, 0)
        else { return nil }
        defer { unsafe ASN1_TIME_free(epoch) }
        var days: Int32 = 0, seconds: Int32 = 0
        guard unsafe ASN1_TIME_diff(&days, &seconds, epoch, time) == 1 else { return nil }
        func two(_ value: Int32) -> String { value < 10 ? "0\(value)" : "\(value)" }
        let text = unsafe "\(day)T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
        return (text, Int(days) * 86_400 + Int(seconds))
    }

    /// The subject of the certificate that signed, as `openssl` writes it on one line; nil where it is not in the token.
    var authority: String? {
        let token = unsafe TS_RESP_get_token(response)
        let signers = unsafe PKCS7_get0_signers(token, nil, 0)
        defer { unsafe OPENSSL_sk_free(signers) }
        guard unsafe signers != nil, let first = unsafe OPENSSL_sk_value(signers, 0) else { return nil }
        let name = unsafe X509_get_subject_name(OpaquePointer(first))
        var text = [CChar](repeating: 0, count: 512)
        unsafe X509_NAME_oneline(name, &text, Int32(text.count))
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Verifies signature, version and imprint under certificates, as of the token's own time: a certificate that has
    /// expired since was good when it signed.
    func verifies(_ message: [UInt8], under authorities: [UInt8], at seconds: Int) -> Bool {
        guard let store = unsafe TimestampHandle.store(authorities, at: seconds) else { return false }
        guard let context = unsafe TS_VERIFY_CTX_new() else {
            unsafe X509_STORE_free(store)
            return false
        }
        // The context frees the store that it is given.
        defer { unsafe TS_VERIFY_CTX_free(context) }
        unsafe TS_VERIFY_CTX_set_store(context, store)
        _ = unsafe TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_SIGNATURE | TS_VFY_VERSION))
        return unsafe TS_RESP_verify_response(context, response) == 1
    }

    private static func store(_ authorities: [UInt8], at seconds: Int) -> OpaquePointer? {
        guard let store = unsafe X509_STORE_new() else { return nil }
        guard let bio = unsafe BIO_new_mem_buf(authorities, Int32(authorities.count)) else {
            unsafe X509_STORE_free(store)
            return nil
        }
        defer { unsafe BIO_free(bio) }
        while let certificate = unsafe PEM_read_bio_X509(bio, nil, nil, nil) {
            unsafe X509_STORE_add_cert(store, certificate)
            unsafe X509_free(certificate)
        }
        ERR_clear_error()
        // An authority's own certificate may be chosen as well as the root above it.
        unsafe X509_STORE_set_flags(store, UInt(X509_V_FLAG_PARTIAL_CHAIN))
        unsafe X509_VERIFY_PARAM_set_time(X509_STORE_get0_param(store), time_t(seconds))
        return unsafe store
    }
}
