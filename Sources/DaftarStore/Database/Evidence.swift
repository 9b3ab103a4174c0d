import Daftar
import GRDB

/// Captured files that are published: what the shown disclosures in `captures` name.
enum Evidence {
    /// Notes the public captures among withdrawn disclosures, before they leave the store. Those that another shown
    /// disclosure still names stay.
    static func noteWithdrawn(_ digests: Set<Hash>, of entry: Int, _ content: ContentStore, _ db: Database) throws {
        guard let line = try content.line(entry) else { return }
        for disclosure in try ContentLine.disclosures(in: line) where digests.contains(Hash.sha256(disclosure)) {
            for hash in CapturedFile.published(inDisclosure: disclosure) {
                try db.run("INSERT OR IGNORE INTO evidence_due VALUES (?)", .hash(hash))
            }
        }
    }

    /// The files that new entries name, and those of content files that are to be written anew.
    static func named(_ new: Range<Int>, _ db: Database) throws -> [Hash] {
        let due = try db.rows("SELECT file FROM content_due") { $0.integer(0) }
        let ranges = [new] + due.map { $0 * Limits.tileWidth..<($0 + 1) * Limits.tileWidth }
        let sql = "SELECT line FROM content WHERE entry >= ? AND entry < ? AND instr(line, ?)"
        let mark = Array("\"stored\":\"public\"".utf8)
        var seen: Set<Hash> = [], named: [Hash] = []
        for range in ranges {
            let lines = try db.rows(
                sql, .integer(range.lowerBound), .integer(range.upperBound), .blob(mark)
            ) { $0.bytes(0) }
            for disclosure in try lines.flatMap({ try ContentLine.disclosures(in: $0) }) {
                named += CapturedFile.published(inDisclosure: disclosure).filter { seen.insert($0).inserted }
            }
        }
        return named
    }

    /// The files to remove: noted, and named by nothing that is shown.
    static func due(_ db: Database) throws -> [Hash] {
        let noted = try db.rows("SELECT hash FROM evidence_due") { $0.hash(0) }.compactMap { $0 }
        return try noted.filter { hash in
            try db.rows("SELECT 1 FROM content WHERE instr(line, ?) LIMIT 1", .blob(Array("sha256:\(hash.hex)".utf8))) {
                _ in
            }.isEmpty
        }
    }
}
