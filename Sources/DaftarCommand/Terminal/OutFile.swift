import Daftar
import DaftarStore
import Glibc

/// A file that a verb makes with `-o`: it appears whole or not at all.
///
/// A pipe or a device that was named is written to as it is: a file put in its place would take `/dev/null` away.
final class OutFile: OutputSink {
    private let path: String
    /// Nil where there is no file to be put in place.
    private let temporary: String?
    private let descriptor: Int32
    private let sink: DescriptorSink
    /// What went wrong first.
    private(set) var failure: SystemError?
    private var isClosed = false

    /// Opens the file beside its place.
    ///
    /// - Parameter isPrivate: nobody but its owner may read it.
    init(_ path: String, isPrivate: Bool = false) throws(Failure) {
        try OutFile.check(path)
        self.path = path
        // Of this process alone: nobody's file is written over on the way.
        temporary = FileSystem.isDevice(path) ? nil : "\(path).\(getpid()).tmp"
        let flags = temporary == nil ? O_WRONLY : O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
        descriptor = unsafe open(temporary ?? path, flags | O_CLOEXEC, isPrivate ? 0o600 : 0o666)
        sink = DescriptorSink(descriptor)
        guard descriptor >= 0 else { throw Failure(SystemError("write", path, errno)) }
    }

    func put(_ bytes: [UInt8]) -> Bool {
        if failure == nil, !sink.put(bytes) { failure = SystemError("write", path, errno) }
        return failure == nil
    }

    /// What was not put in its place leaves nothing.
    deinit { if !isClosed, descriptor >= 0 { giveUp() } }

    /// Puts the file in its place.
    func finish() throws(Failure) {
        isClosed = true
        if close(descriptor) != 0, failure == nil { failure = SystemError("write", path, errno) }
        if failure == nil, let temporary, unsafe rename(temporary, path) != 0 {
            failure = SystemError("write", path, errno)
        }
        guard let failure else { return }
        if let temporary { unsafe unlink(temporary) }
        throw Failure(failure)
    }

    /// Leaves nothing: what was to be written could not be made.
    func giveUp() {
        isClosed = true
        close(descriptor)
        if let temporary { unsafe unlink(temporary) }
    }

    static func write(_ bytes: [UInt8], to path: String, isPrivate: Bool = false) throws(Failure) {
        let file = try OutFile(path, isPrivate: isPrivate)
        _ = file.put(bytes)
        try file.finish()
    }

    /// No flag overwrites a key or a ledger.
    static func check(_ path: String) throws(Failure) {
        var folder = FileSystem.real(Path.parent(path)) ?? Path.parent(path)
        while true {
            if LedgerDirectory.isPublished(folder) {
                throw Failure(
                    "\(path): lies inside of a ledger, which is published as it is",
                    hint: "choose a place outside of \(folder)")
            }
            if Path.parent(folder) == folder { break }
            folder = Path.parent(folder)
        }
        guard FileSystem.exists(path) else { return }
        let isKey =
            (try? KeyFile(path)) != nil
            || (try? FileSystem.read(path, limit: SigningKey.fileLimit)).map(holdsKey) ?? false
        if isKey { throw Failure("\(path): is a key, and keys are never overwritten", hint: "choose another name") }
    }

    /// The same, of what never takes the place of anything.
    static func checkNew(_ path: String) throws(Failure) {
        try check(path)
        if FileSystem.exists(path) {
            throw Failure("\(path): something is there already", hint: "choose a name that is not taken")
        }
    }

    private static func holdsKey(_ bytes: [UInt8]) -> Bool {
        bytes.firstRange(of: Array("PRIVATE KEY-----".utf8)) != nil
    }
}
