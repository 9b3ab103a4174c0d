import Daftar
import GRDB

/// Who acts and who publishes, one row for each way in which they are named: events hold the number of a row, so that a
/// million of them are found by a name that is looked up once.
///
/// ```
/// number  list       id      name
/// 12      actor      cifra   Cifra\nЦифра
/// 13      actor      cifra   Zyfra            the same actor: each spelling finds both
/// 14      publisher          Eurasianet
/// 15      host               eurasianet.org
/// ```
final class NameTable {
    private let find, insert, index: PreparedStatement
    private let db: Database
    private var known: [EventRow.Name: Int] = [:]
    private var next: Int
    /// So many numbers are kept in memory.
    private static let most = 1 << 15

    init(_ db: Database) throws {
        self.db = db
        find = try PreparedStatement(
            db, "SELECT number FROM names WHERE name = ? AND id = ? AND list = ?")
        insert = try PreparedStatement(db, "INSERT INTO names (number, list, id, name) VALUES (?, ?, ?, ?)")
        index = try PreparedStatement(db, "INSERT INTO names_search (rowid, name) VALUES (?, ?)")
        next = try db.rows("SELECT ifnull(max(number), 0) + 1 FROM names") { $0.integer(0) }.first ?? 1
    }

    /// The number of a name, as a token; a new one is written down.
    func token(of name: EventRow.Name) throws -> String {
        if let number = known[name] { return name.facet.token(number) }
        let number = try stored(name) ?? add(name)
        if known.count >= NameTable.most { known.removeAll() }
        known[name] = number
        return name.facet.token(number)
    }

    /// Takes away those of these names that no event has any more. What waits to be indexed must be there.
    func forget(_ names: [EventRow.Name]) throws {
        let delete = "INSERT INTO names_search (names_search, rowid, name) VALUES ('delete', ?, ?)"
        for name in Set(names) {
            guard let number = try stored(name), try !isUsed(name.facet.token(number)) else { continue }
            known[name] = nil
            try db.run("DELETE FROM names WHERE number = ?", .integer(number))
            try db.run(delete, .integer(number), .text(FoldedText.of(name.name)))
        }
    }

    private func stored(_ name: EventRow.Name) throws -> Int? {
        try find.integer(.text(name.name), .text(name.id), .text(name.list.rawValue))
    }

    private func add(_ name: EventRow.Name) throws -> Int {
        defer { next += 1 }
        try insert.run(.integer(next), .text(name.list.rawValue), .text(name.id), .text(name.name))
        try index.run(.integer(next), .text(FoldedText.of(name.name)))
        return next
    }

    private func isUsed(_ token: String) throws -> Bool {
        try ["facets", "past_facets"].contains { table in
            try !db.rows("SELECT 1 FROM \(table) WHERE \(table) MATCH ? LIMIT 1", .text(token), read: { _ in }).isEmpty
        }
    }
}

extension EventRow {
    /// How an event names an actor, or the publisher or host of a source.
    struct Name: Hashable, Sendable {
        enum List: String, Sendable { case actor, publisher, host }

        let list: List
        /// Of an actor; else empty.
        let id: String
        /// All spellings, a line each.
        let name: String

        var facet: Facet {
            switch list {
            case .actor: .actor
            case .publisher: .publisher
            case .host: .host
            }
        }
        /// Longer names are found by their beginning.
        private static let longest = 2048

        private init(_ list: List, id: String = "", name: String) {
            (self.list, self.id) = (list, id)
            self.name = name.utf8.count <= Name.longest ? name : String(name.unicodeScalars.prefix(Name.longest / 4))
        }

        /// Each name once, in the order of the event.
        static func names(of content: EventContent) -> [Name] {
            var names: [Name] = []
            func add(_ name: Name) { if !names.contains(name) { names.append(name) } }
            for actor in content.actors {
                let spellings = (actor.name?.texts ?? [:]).sorted { $0.key < $1.key }.map(\.value) + actor.also
                add(Name(.actor, id: actor.id ?? "", name: spellings.joined(separator: "\n")))
            }
            for source in content.sources {
                if let publisher = source.publisher { add(Name(.publisher, name: publisher)) }
                if let address = source.url { add(Name(.host, name: Name.host(of: address))) }
            }
            return names
        }

        /// `news.example` of `https://news.example:8080/a?b`, in lower case; of what has no scheme, up to the first slash.
        static func host(of address: String) -> String {
            let authority = afterScheme(address.utf8[...]).prefix { !"/?#".utf8.contains($0) }
            let host = (authority.split(separator: UInt8(ascii: "@")).last ?? authority).prefix {
                $0 != UInt8(ascii: ":")
            }
            return String(Substring(host).lowercased().prefix(255))
        }

        private static func afterScheme(_ address: Substring.UTF8View) -> Substring.UTF8View {
            var rest = address
            while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
                rest = rest[colon...].dropFirst()
                if rest.starts(with: "//".utf8) { return rest.dropFirst(2) }
            }
            return address
        }
    }
}
