import Daftar
import Foundation
import Testing

/// A published ledger in memory: what a test changes without touching a disk.
struct MemoryFiles: LedgerFiles {
    var files: [String: [UInt8]]

    init(_ files: [String: [UInt8]] = [:]) { self.files = files }

    /// Everything below a folder of `Tests/Vectors`.
    init(vectors folder: String) throws {
        let root = Vectors.url(folder)
        files = [:]
        let walk = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
        while let url = walk?.nextObject() as? URL {
            guard try url.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
            files[String(url.path.dropFirst(root.path.count + 1))] = Array(try Data(contentsOf: url))
        }
    }

    func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int? { files[place.path]?.count }

    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        files[place.path].map { Array($0.dropFirst(offset).prefix(count)) }
    }

    func partialPlaces() throws(LedgerReadError) -> [LedgerPlace] {
        files.keys.compactMap { path in
            let parts = path.split(separator: "/").map(String.init)
            guard parts.count >= 4, parts[0] == "tile", let width = Int(parts[parts.count - 1]),
                parts[parts.count - 2].hasSuffix(".p"),
                let index = Int(parts[2..<(parts.count - 1)].joined().filter(\.isNumber))
            else { return nil }
            if parts[1] == "entries" { return .entries(index: index, width: width) }
            return Int(parts[1]).map { .tile(level: $0, index: index, width: width) }
        }
    }

    func timestampSizes() throws(LedgerReadError) -> [Int] {
        files.keys.compactMap { $0.hasPrefix("timestamps/") ? Int($0.dropFirst(11).dropLast(4)) : nil }
    }
}

/// Files that belong to the tests.
enum Vectors {
    static func url(_ path: String) -> URL {
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Vectors").appendingPathComponent(path)
    }

    static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: url(path))) }

    /// The trust anchors in a folder like `Keys/`.
    static func anchors(_ folder: String) throws -> TrustAnchors {
        let pin = try #require(TrustAnchors.charterPin(try bytes(folder + "/charter")))
        return TrustAnchors(policy: try Policy(parsing: try bytes(folder + "/policy")), charter: pin)
    }
}
