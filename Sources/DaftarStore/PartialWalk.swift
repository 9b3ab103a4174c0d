import Daftar

/// Finds the partial tiles and bundles below `tile/`: folders `<N>.p` with files `<W>`. Whatever else lies there is no
/// part of the ledger.
struct PartialWalk {
    let root: String
    private var found: [LedgerPlace] = []

    init(root: String) { self.root = root }

    mutating func places() throws(SystemError) -> [LedgerPlace] {
        for name in try FileSystem.names(in: root) {
            if name == "entries" {
                try visit(Path.join(root, name), index: 0) { .entries(index: $0, width: $1) }
            } else if let level = Int(name), "\(level)" == name, (0..<Limits.tileLevels).contains(level) {
                try visit(Path.join(root, name), index: 0) { .tile(level: level, index: $0, width: $1) }
            }
        }
        return found
    }

    /// Goes into `x123` folders, and lists `456.p` ones.
    private mutating func visit(
        _ folder: String, index: Int, depth: Int = 0, _ place: (Int, Int) -> LedgerPlace
    ) throws(SystemError) {
        for name in try FileSystem.names(in: folder) {
            let path = Path.join(folder, name)
            if name.hasPrefix("x"), let group = PartialWalk.group(name.dropFirst()), depth < 5, depth > 0 || group > 0 {
                guard try FileSystem.linkStatus(path)?.isFolder == true else { continue }
                try visit(path, index: index * 1000 + group, depth: depth + 1, place)
            } else if name.hasSuffix(".p"), let group = PartialWalk.group(name.dropLast(2)) {
                guard try FileSystem.linkStatus(path)?.isFolder == true else { continue }
                try list(path, index: index * 1000 + group, place)
            }
        }
    }

    private mutating func list(
        _ folder: String, index: Int, _ place: (Int, Int) -> LedgerPlace
    ) throws(SystemError) {
        for name in try FileSystem.names(in: folder) {
            if let width = Int(name), "\(width)" == name, (1..<Limits.tileWidth).contains(width) {
                found.append(place(index, width))
            }
        }
    }

    /// Three digits.
    private static func group(_ text: Substring) -> Int? {
        text.utf8.count == 3 && text.utf8.allSatisfy { (48...57).contains($0) } ? Int(text) : nil
    }
}
