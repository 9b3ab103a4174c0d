public import Daftar

/// What stands with each exported event, so that a copied row stays citable: which ledger, in which state, under which
/// licence. Nothing of it depends on when or where the export was made.
public struct ExportContext: Sendable {
    public let origin: Origin
    public let size: Int
    public let root: Hash
    /// The day of the ledger's last entry: the only day that an export may give as its own.
    public let day: RecordedDay?
    /// The day of its first entry, from which on names of things in it can be given.
    public let founded: RecordedDay?
    public let licence: String
    public let title: String
    /// Which events were asked for, as the options of `export` say it; `all` where none were given.
    public let filter: String
    /// What is exported holds parts that are not public: each row says which.
    public let isPrivate: Bool
    let originText: String
    let sizeText: String
    let rootText: String

    /// What every export says of itself, so that nobody takes a hash for a judgement.
    public static let caveat = "A hash proves that bytes did not change, not that they are true."

    public init(
        checkpoint: Checkpoint, day: RecordedDay? = nil, founded: RecordedDay? = nil, licence: String, title: String,
        filter: String = "", isPrivate: Bool = false
    ) {
        (self.filter, self.isPrivate) = (filter.isEmpty ? "all" : filter, isPrivate)
        (origin, size, root) = (checkpoint.origin, checkpoint.size, checkpoint.root)
        (self.day, self.founded, self.licence, self.title) = (day, founded, licence, title)
        (originText, sizeText, rootText) = (origin.text, String(size), root.base64)
    }

    /// SPDX's page on the licence, where that looks like one of its short names.
    var licencePage: String? {
        let isName = licence.utf8.allSatisfy {
            $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".") || (48...57).contains($0) || (65...90).contains($0)
                || (97...122).contains($0)
        }
        return isName && !licence.isEmpty ? "https://spdx.org/licenses/\(licence)" : nil
    }

    /// What ends every row of a table: the row stays citable when it is copied out of it.
    public static let columns = [
        (name: "caveat", meaning: "What the hashes of this row don't prove"),
        (name: "filter", meaning: "Which events were asked for"),
        (name: "ledger", meaning: "The origin of the ledger"),
        (name: "size", meaning: "How many entries it had: the checkpoint that this is of"),
        (name: "root", meaning: "The root of the tree at that size"),
        (name: "licence", meaning: "Under what it may be used"),
    ]

    /// What the ``columns`` hold, in every row.
    public var values: [String] { [ExportContext.caveat, filter, originText, sizeText, rootText, licence] }
}
