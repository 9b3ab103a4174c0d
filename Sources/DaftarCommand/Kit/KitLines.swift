import Daftar
import DaftarStore

/// The shell lines of a kit's page: they fit this very ledger, with the files and keys that it has.
struct KitLines {
    let checkpoint: String
    let statement: String
    let charter: String

    /// Nil where the ledger's or the charter's last signer has no Ed25519 key to check with.
    init?(plan: KitPlan, keys: KitKeys) {
        guard let head = KitLines.head(plan), let signed = plan.report.signedCheckpoint ?? plan.report.signedPending,
            let ledgerKey = plan.report.ledgerKeys.first, let ledgerFile = keys.file(ledgerKey.nameAndID),
            let line = KitLines.line(of: ledgerKey, in: signed.encoded),
            let entries = KitLines.firstBundle(plan), let signer = KitLines.charterSigner(plan),
            let authorFile = keys.file(signer)
        else { return nil }
        checkpoint = KitLines.steps([
            "sed -n '1,3p' \(head) > text",
            "sed -n '\(line)p' \(head) | cut -d ' ' -f 3 | base64 -d |\n      tail -c 64 > signature",
            KitLines.verify(ledgerFile),
        ])
        statement = KitLines.steps([
            "tail -c +3 \(entries) | head -c \\\n      $((0x$(od -An -tx1 -N2 \(entries) |\n      tr -d ' '))) > entry",
            "sed '1,/^$/d' entry > statement",
            "sed '/^$/,$d' statement > text",
            "tail -n 1 statement | cut -d ' ' -f 3 | base64 -d |\n      tail -c 64 > signature",
            KitLines.verify(authorFile),
        ])
        charter = KitLines.steps([
            "{ printf '\\0'; cat entry; } | openssl dgst -sha256 -binary |\n      base64\n    \(plan.anchors.charter.base64)"
        ])
    }

    private static func steps(_ commands: [String]) -> String { commands.map { "    $ " + $0 }.joined(separator: "\n") }

    private static func verify(_ key: String) -> String {
        """
        openssl pkeyutl -verify -rawin -pubin -inkey Keys/\(key) \\
              -in text -sigfile signature
            Signature Verified Successfully
        """
    }

    // MARK: Where things are

    private static func head(_ plan: KitPlan) -> String? {
        let place = plan.report.signedCheckpoint != nil ? LedgerPlace.checkpoint : .pendingCheckpoint
        return "\(KitPlan.records)/\(place.path)"
    }

    /// The line, from 1, that is this key's signature: its name, and the four bytes of its ID first in what follows.
    private static func line(of key: VerifierKey, in note: [UInt8]) -> Int? {
        // 30 of the 32 bits are told by five characters.
        let id = [24, 16, 8, 0].map { UInt8(key.id >> $0 & 255) }
        let start = Array("— \(key.name) \(Base64.encode(id).prefix(5))".utf8)
        let lines = note.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        return lines.firstIndex { $0.starts(with: start) }.map { $0 + 1 }
    }

    private static func firstBundle(_ plan: KitPlan) -> String? {
        let sizes = [plan.report.checkpoint?.size, plan.report.pending?.size].compactMap(\.self)
        let widths = sizes.map { min(256, $0) } + [256]
        let place = widths.map { LedgerPlace.entries(index: 0, width: $0) }
            .first { ((try? plan.ledger.byteCount(of: $0)) ?? nil) != nil }
        return place.map { "\(KitPlan.records)/\($0.path)" }
    }

    private static func charterSigner(_ plan: KitPlan) -> String? {
        guard let entry = (try? TileTree(files: plan.ledger, size: plan.report.size).entry(0)) ?? nil else {
            return nil
        }
        return Statement.inEntry(entry)?.statement.by.last
    }
}
