import Daftar
import DaftarStore

/// A proof of one entry beside a copy of the whole ledger, which says what a proof alone can't: that the signers were
/// entitled, and what was withdrawn since.
struct ProofInLedger {
    let path: String
    let report: VerificationReport
    /// It has this very entry in this place.
    let holds: Bool
    /// Parts that were handed over and withdrawn since: their paths.
    let withdrawn: [String]

    init(
        _ proof: TlogProof, handed: [SignedPart], _ ledger: LedgerDirectory, trust: String?, in session: Session
    ) throws(Failure) {
        path = ledger.path
        report = try LedgerCheck.run(ledger, try Anchors.find(trust, for: ledger, in: session), in: session).report
        let tree = TileTree(files: ledger, size: report.size), index = proof.inclusion.index
        do throws(LedgerReadError) {
            let entry = index < report.size ? try tree.entry(index) : nil
            holds = entry != nil && entry == proof.entry
            let statement = entry.flatMap { Statement.inEntry($0)?.statement.hash }
            let gone = try statement.map { hash throws(LedgerReadError) in
                try tree.withdrawn(from: hash, since: index)
            }
            withdrawn = handed.filter { gone?.contains($0.digest) ?? false }.map(\.path)
        } catch { throw Failure(error) }
    }

    var exit: Exit { holds ? Exit(rawValue: report.verdict.exitCode) ?? .failed : .notIntact }

    /// What the ledger says, in a line.
    var words: String {
        guard holds else { return "\(path) has another entry in this place, or none yet" }
        guard report.verdict == .intact else { return "\(path) has it, and is not known to be intact: daftar verify" }
        let more = withdrawn.isEmpty ? "" : "; withdrawn since: \(Words.list(withdrawn))"
        return "\(path) has it, signed by those who were entitled, and is intact\(more)"
    }
}
