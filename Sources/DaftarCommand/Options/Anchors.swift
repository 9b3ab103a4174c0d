import ArgumentParser
import Daftar
import DaftarStore

/// `--trust DIR`: which trust anchors a person chose.
struct TrustOption: ParsableArguments {
    @Option(name: .long, help: ArgumentHelp("Trust anchors that you chose.", valueName: "dir"), completion: .directory)
    var trust: String?
}

/// The anchors that a ledger is checked against, and where they come from: that decides what a verdict is worth.
struct Anchors {
    enum Source: Hashable {
        /// Named on the command line.
        case given(String)
        /// Accepted before, with `daftar trust add`.
        case accepted
        /// They lie beside the ledger, and came with it: maybe from a forger.
        case beside(String)
        case none
    }

    let anchors: TrustAnchors?
    let source: Source
    /// How the anchors at hand differ from those that were accepted for the same origin: an alarm.
    let changes: [TrustChange]
    /// Where the anchors are that differ.
    let changed: String?

    /// True where a person chose them.
    var isChosen: Bool {
        switch source {
        case .given, .accepted: true
        case .beside, .none: false
        }
    }

    /// For what can't be done without any.
    func needed(_ ledger: LedgerDirectory) throws(Failure) -> TrustAnchors {
        if let anchors { return anchors }
        throw Failure(
            "\(ledger.path): there are no trust anchors for this ledger",
            hint: "accept those that you chose: daftar trust add DIR, or name them with --trust DIR")
    }

    /// Those to go by: `--trust`, else what was accepted for this ledger, else `../Keys` beside it.
    static func find(_ trust: String?, for ledger: LedgerDirectory, in session: Session) throws(Failure) -> Anchors {
        let beside = besides(ledger)
        if let trust {
            let given = try read(session.path(trust))
            let accepted = try accepted(given.policy.origin, session)
            return Anchors(anchors: given, source: .given(trust), changes: changes(accepted, given), changed: trust)
        }
        if let origin = try origin(of: ledger), let accepted = try accepted(origin, session) {
            let here = beside.flatMap { try? TrustFolder.read($0) }.flatMap { $0.policy.origin == origin ? $0 : nil }
            return Anchors(anchors: accepted, source: .accepted, changes: changes(accepted, here), changed: beside)
        }
        guard let beside else { return Anchors(anchors: nil, source: .none, changes: [], changed: nil) }
        return Anchors(anchors: try read(beside), source: .beside(beside), changes: [], changed: nil)
    }

    /// The public keys that lie where these anchors do; none for anchors that were accepted, which hold no files of keys.
    func keyFiles(in session: Session) throws(Failure) -> [String: [UInt8]] {
        do throws(TrustFolder.Failure) {
            switch source {
            case .given(let path): return try TrustFolder.keyFiles(session.path(path))
            case .beside(let path): return try TrustFolder.keyFiles(path)
            case .accepted, .none: return [:]
            }
        } catch { throw Failure(error) }
    }

    /// Other anchors than the accepted ones for the same origin are an alarm.
    func warnOfChanges(in session: Session) {
        guard !changes.isEmpty, let changed else { return }
        session.warn(
            "the trust anchors in \(changed) are not those that you accepted: \(TrustChange.sentence(changes))")
    }

    static func read(_ path: String) throws(Failure) -> TrustAnchors {
        do { return try TrustFolder.read(path) } catch { throw Failure(error) }
    }

    /// What was accepted for an origin; nothing where this person has no folders at all.
    static func accepted(_ origin: Origin, _ session: Session) throws(Failure) -> TrustAnchors? {
        guard let folders = try? session.folders() else { return nil }
        do { return try AcceptedTrust(folders).anchors(for: origin) } catch { throw Failure(error) }
    }

    // MARK: Steps

    private static func changes(_ old: TrustAnchors?, _ new: TrustAnchors?) -> [TrustChange] {
        guard let old, let new else { return [] }
        return TrustChange.between(old, new)
    }

    /// `Keys` beside the ledger's folder, if anchors are there.
    static func besides(_ ledger: LedgerDirectory) -> String? {
        // By the name it was given, so that a person recognises the path; `.` has no name to go up from.
        let isNamed = ![".", ".."].contains(Path.name(ledger.path))
        let folder = isNamed ? Path.parent(ledger.path) : Path.join(ledger.path, "..")
        let keys = folder == "." ? "Keys" : Path.join(folder, "Keys")
        return TrustFolder.isThere(keys) ? keys : nil
    }

    /// Whose ledger the checkpoint says it is.
    static func origin(of ledger: LedgerDirectory) throws(Failure) -> Origin? {
        for place in [LedgerPlace.checkpoint, .pendingCheckpoint] {
            if let signed = try checkpoint(place, of: ledger) { return signed.checkpoint.origin }
        }
        return nil
    }

    /// A checkpoint as it lies there; nil where it is absent or not well-formed.
    static func checkpoint(_ place: LedgerPlace, of ledger: LedgerDirectory) throws(Failure) -> SignedCheckpoint? {
        do throws(LedgerReadError) {
            guard let count = try ledger.byteCount(of: place), count <= Limits.checkpoint,
                let bytes = try ledger.read(place, from: 0, count: count)
            else { return nil }
            return try? SignedCheckpoint(parsing: bytes)
        } catch {
            if error.isNoFile { return nil }
            throw Failure(error)
        }
    }
}
