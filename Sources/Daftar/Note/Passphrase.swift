internal import COpenSSL

/// What opens a private key. Its bytes are wiped when the last holder lets go, and no description shows them.
@safe
public final class Passphrase: @unchecked Sendable {
    // Sendable: the bytes are only read once they are here. They lie outside of any array, which Swift might copy.
    private let bytes: UnsafeMutableRawBufferPointer

    /// Takes the bytes over and wipes the array that held them.
    public init(wiping source: inout [UInt8]) {
        let own = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, source.count), alignment: 1)
        unsafe own.copyBytes(from: source)
        unsafe bytes = UnsafeMutableRawBufferPointer(rebasing: own[..<source.count])
        Passphrase.wipe(&source)
    }

    deinit {
        unsafe OPENSSL_cleanse(bytes.baseAddress, bytes.count)
        unsafe bytes.deallocate()
    }

    public var isEmpty: Bool { unsafe bytes.isEmpty }

    /// True where both are the same bytes, as when one is typed twice.
    public func matches(_ other: Passphrase) -> Bool {
        guard unsafe bytes.count == other.bytes.count else { return false }
        return unsafe CRYPTO_memcmp(bytes.baseAddress, other.bytes.baseAddress, bytes.count) == 0
    }

    @unsafe func withBytes<R>(_ body: (UnsafePointer<CChar>?, Int32) -> R) -> R {
        let text = unsafe bytes.assumingMemoryBound(to: CChar.self)
        return unsafe body(text.baseAddress.map { unsafe UnsafePointer($0) }, Int32(clamping: text.count))
    }

    /// Overwrites bytes in a way that no optimiser removes, and empties the array.
    public static func wipe(_ bytes: inout [UInt8]) {
        unsafe bytes.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
        bytes.removeAll()
    }
}

extension Passphrase: CustomStringConvertible, CustomReflectable {
    public var description: String { "(a passphrase)" }
    public var customMirror: Mirror { Mirror(self, children: [:] as KeyValuePairs<String, Any>) }
}
