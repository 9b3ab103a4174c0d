public import Daftar

/// A way to write events down in several files: some that events go to, then those that tell of them.
public protocol FolderExporter: Sendable {
    /// The files that events go to, each with its way of writing; ascending by name.
    var files: [(name: String, exporter: any EventExporter)] { get }
    /// What is written when these are done, such as a list of them with their hashes.
    func documents(about written: [WrittenFile]) -> [(name: String, bytes: [UInt8])]
}

/// A file of an export, written.
public struct WrittenFile: Sendable {
    public let name: String
    public let bytes: Int
    public let digest: Hash

    public init(name: String, bytes: Int, digest: Hash) {
        (self.name, self.bytes, self.digest) = (name, bytes, digest)
    }
}
