import Daftar
import GRDB

/// Captured files that are published: what the shown disclosures in `captures` name.
enum Evidence {
    /// Notes the public captures among withdrawn disclosures, before they leave the store. Those that another shown
    /// disclosure still names stay.
    static func noteWithdrawn(_ digests: Set<Hash>, of entry: Int, _ content: ContentStore, _ db: Database) throws {
        guard let line = try content.line(entry) else { return }
        for disclosure in try ContentLine.disclosures(in: line) where digests.contains(Hash.sha256(disclosure)) {
            guard let part = Disclosure(parsing: disclosure) else { continue }
            // An event that was withheld whole has its list of captures as one field.
            for capture in part.name == nil ? [part.value] : part.value.array ?? []
            where capture["stored"]?.string == "public" {
                if let hash = digest(capture) {
                    try db.run("INSERT OR IGNORE INTO evidence_due VALUES (?)", .hash(hash))
                }
            }
        }
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

    private static func digest(_ capture: JSONValue) -> Hash? {
        guard let text = capture["digest"]?.string, text.hasPrefix("sha256:") else { return nil }
        return Hash(hex: String(text.dropFirst(7)))
    }
}
