import Daftar
import DaftarStore

/// An endorsement is somebody else's word: the event's own authors can't endorse it (enforced when writing only).
enum Endorsement {
    static func check(_ batch: Batch, in open: OpenLedger) throws(Failure) {
        for item in batch.items {
            guard case .statement(let file, let statement) = item.body, statement.type == .remark,
                EventContent(statement, disclosures: file.disclosures).remarkKind == "endorsement",
                let endorsed = try event(of: statement, in: open), !Set(endorsed.by).isDisjoint(with: statement.by)
            else { continue }
            throw Failure(
                "\(item.name): an event is not endorsed by its own authors; nothing was appended",
                hint: "somebody else who looked into it signs the endorsement")
        }
    }

    /// The statement that a remark is about.
    private static func event(of remark: Statement, in open: OpenLedger) throws(Failure) -> Statement? {
        guard let of = (try? CanonicalJSON.parse(remark.body))?["of"]?.string.flatMap({ Hash(base64: $0) }) else {
            return nil
        }
        let bytes = try open.ask { ledger throws(StoreError) in
            try ledger.entry(ofStatement: of).flatMap { entry throws(StoreError) in try ledger.bytes(ofEntry: entry) }
        }
        return bytes.flatMap { Statement.inEntry($0)?.statement }
    }
}
