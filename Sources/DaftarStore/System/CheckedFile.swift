import Daftar

/// A small file that says its own digest: a flipped bit never passes for something that was written.
///
/// ```
/// daftar/memory@v1
/// sha256:18120fea…
/// …
/// ```
enum CheckedFile {
    static func encode(_ kind: String, _ content: [UInt8]) -> [UInt8] {
        Array("daftar/\(kind)@v1\nsha256:\(Hash.sha256(content).hex)\n".utf8) + content
    }

    /// What the file holds; nil where it is not what was written.
    static func content(_ kind: String, of bytes: [UInt8]) -> [UInt8]? {
        let content = Array(bytes.dropFirst(encode(kind, []).count))
        return encode(kind, content) == bytes ? content : nil
    }
}
