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

    /// The one entry of the first `size` whose statement or leaf hash begins so.
    func find(_ db: Database, below size: Int) throws -> Int? {
        for column in ["statement", "leaf"] {
            let sql = "SELECT entry FROM entries WHERE \(column) BETWEEN ? AND ? AND +entry < ? LIMIT 2"
            let found = try db.rows(sql, .blob(low), .blob(high), .integer(size)) { $0.integer(0) }
            if !found.isEmpty { return found.count == 1 ? found[0] : nil }
        }
        return nil
    }
}
