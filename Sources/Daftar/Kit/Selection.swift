/// Which entries' content a bundle of a ledger carries. All entries are in it, for they are only digests; what is selected
/// is their content.
///
/// ```
/// daftar/selection@v1
/// daftar.example/central-asia
/// 115
/// 3 7 9
/// ```
/// Origin, the size of the ledger, the entries, ascending. Nobody signs it: it accuses the bundle of nothing less than it
/// holds, and vouches for nothing.
public struct Selection: Hashable, Sendable {
    public let origin: Origin
    /// How many entries the ledger has, up to its newest checkpoint.
    public let size: Int
    /// At least one, each below `size`, ascending.
    public let entries: [Int]
    private let members: Set<Int>

    /// The most bytes of such a file: about two million entries.
    public static let limit = 16 << 20

    /// Nil where there is none, or one that the ledger does not have.
    public init?(origin: Origin, size: Int, entries: Set<Int>) {
        guard !entries.isEmpty, entries.allSatisfy({ (0..<size).contains($0) }) else { return nil }
        (self.origin, self.size, self.entries, members) = (origin, size, entries.sorted(), entries)
    }

    /// Reads a selection; nil for bytes that are not the one spelling of one.
    public init?(parsing bytes: [UInt8]) {
        guard bytes.count <= Selection.limit else { return nil }
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard lines.count == 5, let origin = Origin(lines[1]), let size = Int(lines[2]) else { return nil }
        let entries = lines[3].split(separator: " ").compactMap { Int($0) }
        self.init(origin: origin, size: size, entries: Set(entries))
        guard encoded == bytes else { return nil }
    }

    public func contains(_ entry: Int) -> Bool { members.contains(entry) }

    public var encoded: [UInt8] {
        let numbers = entries.map(String.init).joined(separator: " ")
        return Array("daftar/selection@v1\n\(origin.text)\n\(size)\n\(numbers)\n".utf8)
    }
}
