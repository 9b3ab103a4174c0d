import Glibc

/// Bytes from a descriptor that somebody opened for this process.
enum Descriptor {
    /// Up to `limit` bytes; nil where it can't be read.
    static func read(_ descriptor: Int32, limit: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: limit), count = 0
        while count < limit {
            let start = count
            let got = unsafe bytes.withUnsafeMutableBytes { buffer in
                unsafe Glibc.read(descriptor, buffer.baseAddress?.advanced(by: start), limit - start)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { return nil }
            if got == 0 { break }
            count += got
        }
        bytes.removeLast(limit - count)
        return bytes
    }
}
