import Daftar
import GRDB

/// The first eight or more characters of a hash in base64.
struct HashPrefix {
    /// All bytes that the characters fix, and between which values the next one lies.
    private let low: [UInt8]
    private let high: [UInt8]

    static let shortest = 8

    init?(_ text: String) {
        let characters = Array(text.utf8.filter { $0 != UInt8(ascii: "=") })
        guard (Self.shortest...43).contains(characters.count) else { return nil }
        // Completed by the lowest and by the highest characters there are. The last of 43 holds two zero bits.
        func completed(_ filler: Character) -> [UInt8]? {
            let missing = 43 - characters.count
            let text = String(decoding: characters, as: UTF8.self) + String(repeating: filler, count: missing)
            return Base64.decode(missing == 0 || filler == "A" ? text + "=" : text.dropLast() + "8=")
        }
        guard let low = completed("A"), let high = completed("/") else { return nil }
        (self.low, self.high) = (low, high)
    }

    /// The one entry whose statement or leaf hash begins so.
    func find(_ db: Database) throws -> Int? {
        let sql = "SELECT entry FROM entries WHERE statement BETWEEN ? AND ? LIMIT 2"
        let found = try db.rows(sql, .blob(low), .blob(high)) { $0.integer(0) }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else { return nil }
        let leaves = try db.rows(
            "SELECT entry FROM entries WHERE leaf BETWEEN ? AND ? LIMIT 2", .blob(low), .blob(high)
        ) {
            $0.integer(0)
        }
        return leaves.count == 1 ? leaves[0] : nil
    }
}
