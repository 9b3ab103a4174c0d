import Daftar
import DaftarStore

/// The keys of a ledger as of some size, with what became of each.
///
/// ```
/// daftar.example/central-asia, 12 entries: 1 editor signs a control entry
///
/// daftar.example/central-asia/editor+9f2c01aa
///   editor    may sign, admitted by the charter; signed 9 entries
/// daftar.example/central-asia/a1+07b1c5d2
///   author    ended by entry 9: it was compromised; admitted by entry 3; signed 4 entries;
///             doubted from entry 5 on
/// ```
struct KeysPage {
    let records: [KeyRecord]
    let approvals: Int
    let size: Int
    let policy: Policy
    let session: Session
    private var out: Output { session.out }

    func show() {
        out.paragraph(
            "\(policy.origin), \(Words.count(size, "entry", "entries")): \(Words.count(approvals, "editor signs", "editors sign")) a control entry\(approvals > 1 ? " together" : "")"
                .cleaned)
        out.line()
        for record in records { show(record) }
        for key in policy.ledgerKeys { row(key, "ledger", "signs checkpoints, and no entry") }
        for witness in policy.witnesses { row(witness.key, "witness", "cosigns checkpoints, and signs no entry") }
    }

    private func show(_ record: KeyRecord) {
        var words = record.revocations.map { "ended by entry \($0.entry): \($0.reason.words)" }
        if words.isEmpty { words.append("may sign") }
        words.append(record.granted == 0 ? "admitted by the charter" : "admitted by entry \(record.granted)")
        words.append(record.signed == 0 ? "signed nothing" : "signed \(Words.count(record.signed, "entry", "entries"))")
        if let since = record.doubtedSince { words.append("doubted from entry \(since) on") }
        row(record.key, record.role.rawValue, words.joined(separator: "; "))
    }

    private func row(_ key: VerifierKey, _ role: String, _ text: String) {
        out.line(out.styled(key.nameAndID.cleaned, .bold))
        out.write(Wrap.hanging("  \(role.padded(to: 9)) ", text, out.screen.columns))
    }

    var json: JSONValue {
        [
            "origin": .string(policy.origin.text), "size": .integer(size), "approvals": .integer(approvals),
            "keys": .array(records.map(json)), "ledger-keys": .array(policy.ledgerKeys.map { .string($0.text) }),
            "witnesses": .array(policy.witnesses.map { .string($0.key.text) }),
        ]
    }

    private func json(_ record: KeyRecord) -> JSONValue {
        var members: JSONObject = [
            "vkey": .string(record.key.text), "role": .string(record.role.rawValue), "active": .bool(record.isActive),
            "granted": .integer(record.granted), "signed": .integer(record.signed),
            "revocations": .array(
                record.revocations.map { revocation in
                    var members: JSONObject = [
                        "entry": .integer(revocation.entry), "reason": .string(revocation.reason.rawValue),
                    ]
                    members["since"] = revocation.since.map { .integer($0) }
                    return .object(members)
                }),
        ]
        members["doubted-since"] = record.doubtedSince.map { .integer($0) }
        return .object(members)
    }
}
