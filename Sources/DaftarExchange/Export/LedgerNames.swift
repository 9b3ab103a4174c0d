import Daftar

/// Names for a ledger and for what is in it, the same in every export of it, whatever the format, the filter or the size.
///
/// They are `tag:` URIs (RFC 4151), which need nobody who answers them. What follows the day ends with the hash that
/// `daftar show` takes:
///
/// ```
/// tag:daftar.example,2026-11-24:central-asia                   the ledger
/// tag:daftar.example,2026-11-24:central-asia/entry/CsUYap…=    an entry, by its leaf hash
/// tag:daftar.example,2026-11-24:central-asia/event/kV3b…=      what a statement tells of, by its statement hash
/// ```
///
/// An origin that does not begin with a name of the DNS can't have a tag: what is in it is named by its hash alone
/// (`ni:`, RFC 6920).
struct LedgerNames: Sendable {
    /// Nil where there is no tag.
    private let tag: String?
    let ledger: String

    init(_ context: ExportContext) {
        let origin = context.originText
        tag = context.founded.flatMap { LedgerNames.tag(origin, $0) }
        ledger = tag ?? LedgerNames.digest(.sha256(Array(origin.utf8)))
    }

    /// An entry.
    func entry(_ leaf: Hash) -> String { name("entry", leaf) }
    /// What a statement tells of: another statement refers to it by the same hash.
    func event(_ statement: Hash) -> String { name("event", statement) }
    /// Something else of the ledger, such as a list of words.
    func part(_ name: String) -> String { tag.map { $0 + (isBare($0) ? "" : "/") + name } ?? "\(ledger)#\(name)" }

    private func name(_ what: String, _ hash: Hash) -> String {
        guard let tag else { return LedgerNames.digest(hash) }
        return tag + (isBare(tag) ? "" : "/") + what + "/" + hash.base64
    }

    /// True where nothing follows the day.
    private func isBare(_ tag: String) -> Bool { tag.utf8.last == UInt8(ascii: ":") }

    private static func tag(_ origin: String, _ day: RecordedDay) -> String? {
        let authority = origin.prefix { $0 != "/" }
        let labels = authority.split(separator: ".", omittingEmptySubsequences: false)
        guard labels.allSatisfy(isLabel) else { return nil }
        return "tag:\(authority),\(day):\(escaped(origin.dropFirst(authority.count + 1)))"
    }

    private static func isLabel(_ label: Substring) -> Bool {
        !label.isEmpty && label.first != "-" && label.last != "-"
            && label.utf8.allSatisfy { isAlphanumeric($0) || $0 == 45 }
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }

    /// With `%` and two digits for what may not stand in a path (RFC 3986 §3.3).
    private static func escaped(_ path: Substring) -> String {
        let plain = Array("-._~!$&'()*+,;=:@/".utf8)
        return path.utf8.map { byte in
            if isAlphanumeric(byte) || plain.contains(byte) { return String(UnicodeScalar(byte)) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }

    private static func digest(_ hash: Hash) -> String {
        "ni:///sha-256;" + hash.base64.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }
}
