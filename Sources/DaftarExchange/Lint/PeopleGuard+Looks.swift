/// E-mail addresses and handles, around an `@`.
enum ContactLook {
    static func around(_ at: Int, in bytes: [UInt8]) -> PeopleGuard.Found? {
        var (start, end) = (at, at + 1)
        while start > 0, isNamePart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, isNamePart(bytes[end]) { end += 1 }
        while end > at + 1, bytes[end - 1] == UInt8(ascii: ".") { end -= 1 }
        guard end - at >= 3 else { return nil }
        if start == at {
            // `@name` alone: after a blank or at the beginning, it names an account.
            guard at == 0 || bytes[at - 1] == UInt8(ascii: " ") || bytes[at - 1] == UInt8(ascii: "(") else {
                return nil
            }
            return PeopleGuard.Found(
                code: .personContact, message: "this looks like somebody's account", range: at..<end)
        }
        guard bytes[(at + 1)..<end].contains(UInt8(ascii: ".")) else { return nil }
        return PeopleGuard.Found(code: .personContact, message: "this looks like an e-mail address", range: start..<end)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool { isWord(byte) || ".-_+".utf8.contains(byte) }
}

/// Paths of somebody's machine: `/home/rustam/…`, `/Users/…`, `C:\Users\…`.
enum PathLook {
    private static let starts: [[UInt8]] = ["/home/", "/Users/", "\\Users\\", "/media/", "/mnt/"].map { Array($0.utf8) }

    static func at(_ slash: Int, in bytes: [UInt8]) -> PeopleGuard.Found? {
        guard let start = starts.first(where: { bytes[slash...].starts(with: $0) }) else { return nil }
        // In an address it is somebody's web server: https://example.org/home/news.
        guard slash == 0 || !isWord(bytes[slash - 1]) else { return nil }
        var end = slash + start.count
        while end < bytes.count, bytes[end] != UInt8(ascii: " "), bytes[end] != UInt8(ascii: "\n") { end += 1 }
        guard end > slash + start.count else { return nil }
        return PeopleGuard.Found(
            code: .localPath, message: "this looks like a path of somebody's machine", range: slash..<end)
    }
}

func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte >= 0x80
}

func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }
