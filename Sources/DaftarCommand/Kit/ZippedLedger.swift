import Daftar
import DaftarExchange

/// The published files in an archive: read where they lie, nothing is unpacked.
struct ZippedLedger: LedgerFiles {
    let archive: ZipArchive
    private static let root = KitWriting.folder + KitPlan.records + "/"

    func byteCount(of place: LedgerPlace) -> Int? { archive[Self.root + place.path]?.size }

    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        guard let entry = archive[Self.root + place.path] else { return nil }
        do { return try archive.read(entry, from: offset, count: count) } catch {
            throw LedgerReadError(place: place.path, problem: "can't be read")
        }
    }

    func partialPlaces() -> [LedgerPlace] { [] }

    func timestampSizes() -> [Int] {
        let start = Self.root + "timestamps/"
        return archive.entries.compactMap { entry in
            guard entry.name.hasPrefix(start), entry.name.hasSuffix(".tsr") else { return nil }
            return Int(entry.name.dropFirst(start.count).dropLast(4))
        }.sorted()
    }
}
