import Glibc

/// What the file system says about a path: small questions and small steps, each with a typed error.
package enum FileSystem {
    /// Nil where there is nothing; links are followed.
    static func status(_ path: String) throws(SystemError) -> stat? {
        var status = stat()
        if unsafe stat(path, &status) == 0 { return status }
        let error = SystemError("look at", path)
        if error.isAbsent { return nil }
        throw error
    }

    /// The same, of a link itself.
    static func linkStatus(_ path: String) throws(SystemError) -> stat? {
        var status = stat()
        if unsafe lstat(path, &status) == 0 { return status }
        let error = SystemError("look at", path)
        if error.isAbsent { return nil }
        throw error
    }

    package static func exists(_ path: String) -> Bool {
        var status = stat()
        return unsafe lstat(path, &status) == 0
    }

    /// True for a folder, and for a link to one.
    package static func isFolder(_ path: String) -> Bool { (try? status(path))??.isFolder ?? false }

    /// True for what is there and is neither a file nor a folder: a pipe, a terminal, `/dev/null`.
    package static func isDevice(_ path: String) -> Bool {
        guard let status = (try? status(path)) ?? nil else { return false }
        return !status.isFile && !status.isFolder
    }

    /// Throws where nothing can be made in a folder: it is closed to us, mounted for reading only, or the disk is full.
    static func checkWritable(_ path: String) throws(SystemError) {
        guard unsafe access(path, W_OK | X_OK) == 0 else { throw SystemError("write to", path) }
        var volume = statvfs()
        guard unsafe statvfs(path, &volume) == 0 else { throw SystemError("look at", path) }
        // Volumes without blocks of their own say that they have none at all.
        if volume.f_blocks > 0, volume.f_bavail == 0 { throw SystemError("write to", path, ENOSPC) }
    }

    /// A file's bytes; `EFBIG` before anything larger than `limit` is read.
    package static func read(_ path: String, limit: Int) throws(SystemError) -> [UInt8] {
        let file = try OpenFile.open(path, O_RDONLY)
        let status = try file.status()
        guard status.isFile else { throw SystemError("read", path, status.isFolder ? EISDIR : EINVAL) }
        guard status.st_size <= limit else { throw SystemError("read", path, EFBIG) }
        let bytes = try file.read(from: 0, count: limit + 1)
        guard bytes.count <= limit else { throw SystemError("read", path, EFBIG) }
        return bytes
    }

    /// The names in a folder, ascending, without `.` and `..`; none where there is no folder.
    package static func names(in path: String) throws(SystemError) -> [String] {
        guard let folder = unsafe opendir(path) else {
            let error = SystemError("list", path)
            if error.isAbsent { return [] }
            throw error
        }
        defer { unsafe closedir(folder) }
        return try unsafe names(folder, path)
    }

    @unsafe static func names(_ folder: OpaquePointer, _ path: String) throws(SystemError) -> [String] {
        var names: [String] = []
        errno = 0
        while let entry = unsafe readdir(folder) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { raw in
                unsafe String(decoding: raw.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
            errno = 0
        }
        guard errno == 0 else { throw SystemError("list", path) }
        return names.sorted()
    }

    /// What a folder lists is on disk when this returns.
    static func syncFolder(_ path: String) throws(SystemError) {
        let folder = try OpenFile.open(path, O_RDONLY | O_DIRECTORY)
        guard fsync(folder.descriptor) == 0 else { throw SystemError("fsync", path) }
    }

    /// Makes a folder and all above it that are missing.
    static func makeFolder(_ path: String, mode: mode_t) throws(SystemError) {
        if try status(path)?.isFolder == true { return }
        let parent = Path.parent(path)
        if parent != path { try makeFolder(parent, mode: mode) }
        // Who writes in it durably counts on the folder as well.
        if unsafe mkdir(path, mode) == 0 {
            try syncFolder(parent)
        } else if errno != EEXIST {
            throw SystemError("make the folder", path)
        }
        guard try status(path)?.isFolder == true else { throw SystemError("make the folder", path, ENOTDIR) }
    }

    /// The path without links, `.` and `..`; nil where there is nothing.
    package static func real(_ path: String) -> String? {
        guard let real = unsafe realpath(path, nil) else { return nil }
        defer { unsafe free(real) }
        return unsafe String(cString: real)
    }
}

/// Paths as text: all that is needed of them.
package enum Path {
    package static func join(_ parts: String...) -> String {
        parts.reduce("") { $0.isEmpty || $0.hasSuffix("/") ? $0 + $1 : $0 + "/" + $1 }
    }

    /// The folder that something lies in: `.` for a bare name, `/` for `/`.
    package static func parent(_ path: String) -> String {
        var parts = path.split(separator: "/", omittingEmptySubsequences: true)
        let start = path.hasPrefix("/") ? "/" : ""
        guard parts.popLast() != nil else { return start.isEmpty ? "." : start }
        return parts.isEmpty ? (start.isEmpty ? "." : start) : start + parts.joined(separator: "/")
    }

    package static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
