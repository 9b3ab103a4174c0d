import Daftar
import DaftarStore

extension Vault {
    /// Withheld parts of an entry that this vault opens, by their digests. What was withdrawn stays closed.
    func parts(of entry: EntryParts) throws(Failure) -> [Hash: SignedPart] {
        let record = try Failure.vault { () throws(VaultError) -> WithheldRecord? in
            try self.record(of: entry.statement.hash)
        }
        return entry.parts.reduce(into: [:]) { opened, part in
            guard part.content == .notShown(.withheld), let bytes = record?.disclosure(of: part.digest) else { return }
            opened[part.digest] = part.opened(by: bytes)
        }
    }
}

/// Events as their author knows them: with what was withheld, where a vault holds it.
struct OpenedParts {
    private struct Content {
        let content: EventContent
        let paths: [String]
    }

    /// By the entry that is shown: the event, or its correction in force.
    private var contents: [Int: Content] = [:]

    init(_ vault: Vault, _ open: OpenLedger, at size: Int) throws(Failure) {
        var statements: [Hash] = []
        try Failure.vault { () throws(VaultError) in
            try vault.forEachRecord { record throws(VaultError) in statements.append(record.statement) }
        }
        for statement in statements {
            let parts = try open.ask { ledger throws(StoreError) -> EntryParts? in
                // What was signed and never appended has a record too.
                guard let entry = try ledger.entry(ofStatement: statement), entry < size else { return nil }
                return try ledger.parts(ofEntry: entry)
            }
            if let parts { contents[parts.entry] = OpenedParts.content(parts, try vault.parts(of: parts)) }
        }
    }

    func open(_ event: RecordedEvent) -> RecordedEvent {
        guard let content = contents[event.marks.correctedBy ?? event.index] else { return event }
        return event.opened(content.content, privateParts: content.paths)
    }

    private static func content(_ entry: EntryParts, _ opened: [Hash: SignedPart]) -> Content? {
        guard !opened.isEmpty else { return nil }
        // What the vault does not open beside these is a decoy.
        let parts = entry.parts.filter { opened[$0.digest] != nil || $0.content != .notShown(.withheld) }
        return Content(
            content: EventContent(parts.map { opened[$0.digest] ?? $0 }), paths: opened.values.map(\.path).sorted())
    }
}
