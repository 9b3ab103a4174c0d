import Daftar
import GRDB

extension Ledger {
    /// What the ledger says of itself: its charter, with what amendments changed.
    ///
    /// - Parameter size: with the amendments among its first `size` entries; nil for all.
    public func charter(at size: Int? = nil) throws(StoreError) -> Description {
        try database.read { db in
            var description = Description()
            for (_, body) in try ControlReader.rights(db, anchors.policy.origin, before: size ?? .max) {
                description.apply(body)
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
        /// So many editors sign a control statement.
        public private(set) var approvals = 1

        fileprivate mutating func apply(_ body: ControlBody) {
            switch body {
            case .charter(let charter):
                (title, description) = (charter.title, charter.description)
                (languages, licence, approvals) = (charter.languages, charter.licence, charter.approvals)
            case .amendment(let amendment):
                title = amendment.title ?? title
                description = amendment.description ?? description
                languages = amendment.languages ?? languages
                licence = amendment.licence ?? licence
                approvals = amendment.approvals ?? approvals
            default: break
            }
        }
    }
}
