import Daftar
import GRDB

extension Ledger {
    /// What the ledger says of itself: its charter, with what amendments changed.
    ///
    /// - Parameter size: with the amendments among its first `size` entries; nil for all.
    public func charter(at size: Int? = nil) throws(StoreError) -> Description {
        try database.read { db in
            let charter = try db.rows("SELECT bytes FROM entries WHERE entry = 0") { $0.bytes(0) }
            let amendments = try db.rows(
                "SELECT bytes FROM entries WHERE type = 'amendment' AND entry < ? ORDER BY entry",
                .integer(size ?? .max)
            ) { $0.bytes(0) }
            var description = Description()
            for bytes in charter + amendments {
                guard let statement = Daftar.Statement.inEntry(bytes)?.statement,
                    let body = try? CanonicalJSON.parse(statement.body)
                else { throw StoreError.damagedState("entries") }
                description.apply(try? ControlBody(type: statement.type, body, origin: anchors.policy.origin))
            }
            return description
        }
    }

    /// Who a ledger says it is.
    public struct Description: Hashable, Sendable {
        public private(set) var title: [String: String] = [:]
        public private(set) var description: [String: String] = [:]
        public private(set) var languages: [String] = []
        public private(set) var licence = ""

        fileprivate mutating func apply(_ body: ControlBody?) {
            switch body {
            case .charter(let charter):
                (title, description) = (charter.title, charter.description)
                (languages, licence) = (charter.languages, charter.licence)
            case .amendment(let amendment):
                title = amendment.title ?? title
                description = amendment.description ?? description
                languages = amendment.languages ?? languages
                licence = amendment.licence ?? licence
            default: break
            }
        }
    }
}
