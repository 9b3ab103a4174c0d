import Glibc

/// An open file or folder, closed when it goes out of scope.
struct OpenFile: ~Copyable {
    let descriptor: Int32
    let path: String

    init(descriptor: Int32, path: String) {
        (self.descriptor, self.path) = (descriptor, path)
    }

    /// Opens `path`, relative to `folder` where there is one.
    ///
    /// Never waits: a pipe that somebody put in a file's place opens at once, and is refused afterwards.
    static func open(
        _ path: String, _ flags: Int32, mode: mode_t = 0, in folder: Int32 = AT_FDCWD
    ) throws(SystemError) -> OpenFile {
        let descriptor = retrying { Int(unsafe openat(folder, path, flags | O_CLOEXEC | O_NONBLOCK, mode)) }
        guard descriptor >= 0 else { throw SystemError("open", path) }
        return OpenFile(descriptor: Int32(descriptor), path: path)
    }

    deinit { close(descriptor) }

    func status() throws(SystemError) -> stat {
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0 else { throw SystemError("look at", path) }
        return status
    }

    /// Up to `count` bytes from `offset` on; fewer only at the end of the file.
    func read(from offset: Int, count: Int) throws(SystemError) -> [UInt8] {
        var isBroken = false
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            while filled < count {
                let start = filled
                let got = retrying {
                    unsafe pread(
                        descriptor, buffer.baseAddress?.advanced(by: start), count - start, off_t(offset + start))
                }
                if got < 0 { isBroken = true }
                if got <= 0 { return }
                filled += got
            }
        }
        if isBroken { throw SystemError("read", path) }
        return bytes
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        var start = 0
        while start < bytes.count {
            let put = unsafe bytes.withUnsafeBytes { buffer in
                retrying {
                    unsafe Glibc.write(descriptor, buffer.baseAddress?.advanced(by: start), buffer.count - start)
                }
            }
            guard put > 0 else { throw SystemError("write", path) }
            start += put
        }
    }
}

extension stat {
    var isFile: Bool { st_mode & S_IFMT == S_IFREG }
    var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
    /// Somebody beside the owner may do something with it.
    var isOpenToOthers: Bool { st_mode & 0o077 != 0 }
}
