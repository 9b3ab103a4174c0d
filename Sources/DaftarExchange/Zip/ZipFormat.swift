/// One file of an archive, and where it lies.
public struct ZipEntry: Hashable, Sendable {
    /// With `/` between its parts.
    public let name: String
    public let size: Int
    let checksum: UInt32
    /// Where its local header begins.
    let offset: Int

    /// Where its bytes begin.
    var start: Int { offset + ZipFormat.localHeader + name.utf8.count }
    var end: Int { start + size }
}

/// The one spelling of an archive that we write, and the only one that we read: every byte of it follows from the names and
/// the files, in order.
///
/// ```
/// header file  header file  …  directory  end
/// ```
/// Stored, not compressed: what a file takes is what it has. No time but the first that the format knows, no owner, no
/// comment, no extra fields, nothing between the parts, ascending names. So the same files are the same archive whoever
/// packs them, and an archive has no room for more than it says (PKWARE APPNOTE 6.3.10, §4.3).
enum ZipFormat {
    static let localHeader = 30
    static let directoryHeader = 46
    static let endRecord = 22
    /// What 32 bits can say of an archive; larger ones would take a second format.
    static let sizeLimit = Int(UInt32.max) - 1
    static let countLimit = Int(UInt16.max) - 1
    static let nameLimit = 255

    static func header(_ entry: ZipEntry) -> [UInt8] {
        four(0x0403_4B50) + common(entry) + Array(entry.name.utf8)
    }

    static func directory(_ entry: ZipEntry) -> [UInt8] {
        // Made by version 2.0 on no particular system; no comment, disk 0, no attributes.
        four(0x0201_4B50) + two(20) + common(entry) + two(0) + two(0) + two(0) + four(0) + four(entry.offset)
            + Array(entry.name.utf8)
    }

    static func end(count: Int, size: Int, offset: Int) -> [UInt8] {
        four(0x0605_4B50) + two(0) + two(0) + two(count) + two(count) + four(size) + four(offset) + two(0)
    }

    /// What both headers say: version 2.0, no flags, stored, 1 January 1980, sizes, no extra fields.
    private static func common(_ entry: ZipEntry) -> [UInt8] {
        two(20) + two(0) + two(0) + two(0) + two(0x21) + four(Int(entry.checksum)) + four(entry.size)
            + four(entry.size) + two(entry.name.utf8.count) + two(0)
    }

    private static func two(_ value: Int) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8 & 255)] }
    private static func four(_ value: Int) -> [UInt8] { two(value & 0xFFFF) + two(value >> 16 & 0xFFFF) }

    /// The little-endian number of `count` bytes at `offset`.
    static func number(_ bytes: [UInt8], _ offset: Int, _ count: Int) -> Int {
        (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[offset + $1]) }
    }

    /// True for a name that can't climb out and reads the same everywhere: parts of `A-Za-z0-9._-`, none of dots alone.
    static func isGood(_ name: String) -> Bool {
        guard (1...nameLimit).contains(name.utf8.count) else { return false }
        return name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty && !part.allSatisfy { $0 == UInt8(ascii: ".") } && part.allSatisfy(isGood)
        }
    }

    private static func isGood(_ byte: UInt8) -> Bool {
        switch byte {
        case 65...90, 97...122, 48...57, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }
}
