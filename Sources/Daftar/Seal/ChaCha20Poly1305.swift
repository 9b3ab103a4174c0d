internal import COpenSSL

/// Authenticated encryption (RFC 8439) by OpenSSL: who has no key learns nothing but the length, and changes nothing
/// unnoticed.
enum ChaCha20Poly1305 {
    static let tagCount = 16
    static let nonceCount = 12

    /// The sealed bytes and their tag. A nonce must never serve twice under one key.
    static func seal(_ plain: Span<UInt8>, _ key: SecretKey, nonce: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        let context = try CipherContext()
        guard let sealed = unsafe context.seal(plain, key, nonce) else {
            throw OpenSSLError(function: "EVP_EncryptUpdate")
        }
        return sealed
    }

    /// What was sealed; nil where the key is another one, or a byte was changed.
    static func open(_ sealed: Span<UInt8>, _ key: SecretKey, nonce: [UInt8]) throws(OpenSSLError) -> [UInt8]? {
        guard sealed.count >= tagCount else { return nil }
        return unsafe try CipherContext().open(sealed, key, nonce)
    }
}

/// Owns an `EVP_CIPHER_CTX`.
@safe
private final class CipherContext {
    private let context: OpaquePointer

    init() throws(OpenSSLError) {
        guard let context = unsafe EVP_CIPHER_CTX_new() else { throw OpenSSLError(function: "EVP_CIPHER_CTX_new") }
        unsafe self.context = context
    }

    deinit { unsafe EVP_CIPHER_CTX_free(context) }

    @unsafe func seal(_ plain: Span<UInt8>, _ key: SecretKey, _ nonce: [UInt8]) -> [UInt8]? {
        guard nonce.count == ChaCha20Poly1305.nonceCount, plain.count < Int32.max else { return nil }
        var out = [UInt8](repeating: 0, count: plain.count + ChaCha20Poly1305.tagCount), count: Int32 = 0
        let isDone = unsafe key.withBytes { key in
            unsafe EVP_EncryptInit_ex(context, EVP_chacha20_poly1305(), nil, key, nonce) == 1
        }
        guard isDone else { return nil }
        let isSealed = unsafe plain.withUnsafeBufferPointer { plain in
            unsafe out.withUnsafeMutableBufferPointer { out in
                guard let start = out.baseAddress else { return false }
                return unsafe EVP_EncryptUpdate(context, start, &count, plain.baseAddress, Int32(plain.count)) == 1
                    && EVP_EncryptFinal_ex(context, start + plain.count, &count) == 1
                    && EVP_CIPHER_CTX_ctrl(
                        context, EVP_CTRL_AEAD_GET_TAG, Int32(ChaCha20Poly1305.tagCount), start + plain.count) == 1
            }
        }
        return isSealed ? out : nil
    }

    @unsafe func open(_ sealed: Span<UInt8>, _ key: SecretKey, _ nonce: [UInt8]) -> [UInt8]? {
        guard nonce.count == ChaCha20Poly1305.nonceCount, sealed.count < Int32.max else { return nil }
        let length = sealed.count - ChaCha20Poly1305.tagCount
        var out = [UInt8](repeating: 0, count: length + 1), count: Int32 = 0
        let isDone = unsafe key.withBytes { key in
            unsafe EVP_DecryptInit_ex(context, EVP_chacha20_poly1305(), nil, key, nonce) == 1
        }
        guard isDone else { return nil }
        let isGood = unsafe sealed.withUnsafeBufferPointer { sealed in
            unsafe out.withUnsafeMutableBufferPointer { out in
                guard let from = sealed.baseAddress, let start = out.baseAddress else { return false }
                let tag = unsafe UnsafeMutablePointer(mutating: from + length)
                return unsafe EVP_DecryptUpdate(context, start, &count, from, Int32(length)) == 1
                    && EVP_CIPHER_CTX_ctrl(
                        context, EVP_CTRL_AEAD_SET_TAG, Int32(ChaCha20Poly1305.tagCount), tag) == 1
                    && EVP_DecryptFinal_ex(context, start + length, &count) == 1
            }
        }
        guard isGood else {
            Passphrase.wipe(&out)
            return nil
        }
        out.removeLast()
        return out
    }
}
