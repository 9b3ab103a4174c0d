import Daftar
import DaftarStore

/// Which ledger lies in a folder, as its files and the working state say.
struct LedgerStatus {
    let path: String
    let origin: Origin
    let published: Checkpoint?
    let pending: Checkpoint?
    /// What this machine has committed and not published; nil where it has no working state of this ledger.
    let unpublished: Int?
    /// The files hold another history than the working state.
    let disagrees: Bool
    let anchors: Anchors

    init(_ given: String?, in session: Session) throws(Failure) {
        let directory = try LedgerFinder(session).open(given)
        path = directory.path
        anchors = try Anchors.find(nil, for: directory, in: session)
        published = try Anchors.checkpoint(.checkpoint, of: directory)?.checkpoint
        pending = try Anchors.checkpoint(.pendingCheckpoint, of: directory)?.checkpoint
        guard let origin = published?.origin ?? pending?.origin ?? anchors.anchors?.policy.origin else {
            throw Failure(
                "\(path): the checkpoint is missing or malformed", hint: "daftar verify says more", exit: .notIntact)
        }
        self.origin = origin
        let newest = [published, pending].compactMap(\.self).max { $0.size < $1.size }
        let committed = try LedgerStatus.committed(newest, anchors, session)
        unpublished = committed.map { max(0, $0.size - (newest?.size ?? 0)) }
        disagrees = committed?.isOtherHistory ?? false
    }

    private static func committed(_ newest: Checkpoint?, _ anchors: Anchors, _ session: Session) throws(Failure)
        -> Committed?
    {
        guard let trusted = anchors.anchors else { return nil }
        do throws(StoreError) {
            return try Ledger.committed(
                besides: newest, anchors: trusted, folders: try UserFolders(environment: session.environment))
        } catch { throw Failure(error) }
    }

    func show(_ out: Output) {
        out.line("Ledger       \(origin.text.cleaned), in \(path.cleaned)")
        let size = published.map { "\(Words.count($0.size, "entry", "entries")), root \($0.root.base64)" }
        out.write(Wrap.hanging("Published    ", size ?? "nothing yet", out.screen.columns))
        if let pending { out.line("Pending      \(Words.count(pending.size, "entry", "entries")) wait for witnesses") }
        switch unpublished {
        case _? where disagrees: out.line("Unpublished  unknown: ALARM, the working state holds another history")
        case nil: out.line("Unpublished  unknown: this machine has no working state of it")
        case 0?: out.line("Unpublished  nothing")
        case let count?: out.line("Unpublished  \(Words.count(count, "entry", "entries")): daftar publish")
        }
        out.line("Trust        \(trust)")
    }

    private var trust: String {
        switch anchors.source {
        case .accepted: "anchors that you accepted"
        case .given(let path): path.cleaned
        case .beside(let path): "only \(path.cleaned), which came with it: daftar trust add"
        case .none: "none: daftar trust add DIR"
        }
    }

    var json: JSONValue {
        var members: JSONObject = [
            "origin": .string(origin.text), "path": .string(path), "trusted": .bool(anchors.isChosen),
        ]
        func head(_ checkpoint: Checkpoint) -> JSONValue {
            ["size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64)]
        }
        members["published"] = published.map(head)
        members["pending"] = pending.map(head)
        if disagrees { members["disagrees"] = .bool(true) }
        members["unpublished"] = unpublished.map { .integer($0) }
        return .object(members)
    }
}
