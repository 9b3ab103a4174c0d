import Daftar
import DaftarStore

/// Withheld parts of one entry that somebody named, with what the vault keeps of them.
struct WithheldPlan {
    let entry: EntryParts
    /// Opened, in the order in which they were named.
    let parts: [SignedPart]
    let disclosures: [[UInt8]]

    init(_ index: Int, _ paths: [String], _ vault: Vault, _ open: OpenLedger) throws(Failure) {
        guard let entry = try open.ask({ ledger throws(StoreError) in try ledger.parts(ofEntry: index) }) else {
            throw Failure("\(index): there is no such entry")
        }
        let opened = try vault.parts(of: entry)
        var parts: [SignedPart] = []
        for path in paths {
            let named = try WithheldPlan.parts(path, entry, opened).filter { !parts.contains($0) }
            parts += named
        }
        let record = try Failure.vault { () throws(VaultError) -> WithheldRecord? in
            try vault.record(of: entry.statement.hash)
        }
        (self.entry, self.parts) = (entry, parts)
        disclosures = parts.compactMap { record?.disclosure(of: $0.digest) }
    }

    var words: String { parts.map { "\($0.path) (\($0.preview ?? ""))" }.joined(separator: "; ") }

    // MARK: Steps

    /// A path names one part, or all withheld elements of a list.
    private static func parts(
        _ path: String, _ entry: EntryParts, _ opened: [Hash: SignedPart]
    ) throws(Failure) -> [SignedPart] {
        let found = opened.values.filter { $0.path == path || $0.list == path || names($0) == path }
        if !found.isEmpty { return found.sorted { $0.ordinal < $1.ordinal } }
        let number = entry.entry
        guard let part = entry.parts.first(where: { $0.path == path || names($0) == path }) else {
            throw Failure(
                "your vault opens no part \(path) of entry \(number)",
                hint: "daftar show \(number) --fields --include-private lists its parts")
        }
        if let by = entry.withdrawnBy[part.digest] {
            throw Failure("\(path) of entry \(number) is withdrawn, by entry \(by): it is nobody's to hand out")
        }
        if case .shown = part.content {
            throw Failure(
                "\(path) of entry \(number) is public already", hint: "daftar prove \(number) proves what is shown")
        }
        throw Failure(
            "your vault does not hold \(path) of entry \(number)",
            hint: "whoever signed it keeps it; daftar vault restore FILE brings back what was lost")
    }

    /// `actors.beg-sabur`, as in `withhold`.
    private static func names(_ part: SignedPart) -> String? {
        part.list.flatMap { list in part.content.value?["id"]?.string.map { "\(list).\($0)" } }
    }
}
