import Daftar
import DaftarStore

/// A kit, verified as far as it goes: under anchors that a person chose, else under those that came with it.
struct KitCheck {
    let kit: OpenKit
    let report: VerificationReport
    let isChosen: Bool
    /// How the enclosed anchors differ from those that were chosen.
    let changes: [TrustChange]

    static func run(_ path: String, trust: String?, in session: Session) throws(Failure) -> KitCheck {
        let kit = try OpenKit.open(session.path(path))
        let origin = kit.enclosed.policy.origin
        let accepted = try Anchors.accepted(origin, session)
        let chosen = try trust.map { path throws(Failure) in try Anchors.read(session.path(path)) } ?? accepted
        let remembered = try Self.remembered(kit, chosen, trust, in: session)
        let verification = Verification(
            files: kit.files, anchors: chosen ?? kit.enclosed, isChosen: chosen != nil, remembered: remembered,
            today: session.today, keyFiles: kit.keyFiles, selection: kit.selection)
        let report: VerificationReport
        do { report = try verification.run() } catch { throw Failure(error) }
        try checkSelection(kit, report, path)
        let changes = chosen.map { TrustChange.between($0, kit.enclosed) } ?? []
        return KitCheck(kit: kit, report: report, isChosen: chosen != nil, changes: changes)
    }

    /// What was verified here before, if the kit reaches that far. A kit may well be older: that is no rollback. Nothing
    /// of it is remembered.
    private static func remembered(
        _ kit: OpenKit, _ chosen: TrustAnchors?, _ trust: String?, in session: Session
    ) throws(Failure) -> Checkpoint? {
        guard let chosen else { return nil }
        let anchors = Anchors(
            anchors: chosen, source: trust.map { .given($0) } ?? .accepted, changes: [], changed: nil)
        guard let old = try LedgerCheck.remembered(anchors, in: session),
            let bytes = (try? kit.files.read(.checkpoint, from: 0, count: Limits.checkpoint)) ?? nil,
            let head = try? SignedCheckpoint(parsing: bytes), head.checkpoint.size >= old.size
        else { return nil }
        return old
    }

    /// A selection of another ledger, or of another state of it, says nothing about this one.
    private static func checkSelection(_ kit: OpenKit, _ report: VerificationReport, _ path: String) throws(Failure) {
        guard let selection = kit.selection, let head = report.newest?.checkpoint else { return }
        guard selection.origin == head.origin, selection.size == head.size else {
            throw Failure(
                "\(path): its selection is of another ledger, or of another state of this one",
                hint: "it was altered: ask for the kit once more", exit: .notIntact)
        }
    }

    var exit: Exit { Exit(rawValue: report.verdict.exitCode) ?? .failed }
}
