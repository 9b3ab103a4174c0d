import Daftar
import DaftarStore

/// The end of a key: what it does to the ledger is known and shown before it is signed.
struct Revocation {
    let target: VerifierKey
    let reason: RevocationReason
    let since: Int?
    /// The key signs its own end, alone: that casts no doubt.
    let endsItself: Bool
    let making: StatementMaking

    func proposal(_ rights: Rights?) throws(Failure) -> Proposal {
        let signer = rights.flatMap { rights in rights.position(of: target).map { rights.signers[$0] } }
        if let rights, let signer { try check(signer, rights) }
        let since = try start(signer)
        let draft = ControlDraft.revoke(target, reason, since: since)
        var lines = ControlWords(origin: making.place.origin).lines(draft)
        if let rights, let signer { lines += try consequences(signer, since, rights) }
        return Proposal(draft, named: "this revocation", lines, by: endsItself ? .anybody : .editors)
    }

    // MARK: What is refused

    private func check(_ signer: Rights.Signer, _ rights: Rights) throws(Failure) {
        if signer.revocations > 1 {
            throw Failure(
                "\(target.nameAndID): this key was revoked twice, and can't be once more",
                hint: "daftar key list says from where on it is doubted")
        }
        if let entry = signer.revoked, reason != .compromised {
            throw Failure(
                "\(target.nameAndID): entry \(entry) revoked this key already",
                hint: "if it turns out that it was stolen: --reason compromised --since N")
        }
        if leavesTooFew(signer, rights), reason != .compromised {
            throw Failure(
                "\(target.nameAndID): without this key \(Words.count(rights.activeEditors - 1, "editor is", "editors are")) left, and \(Words.count(rights.approvals, "must sign", "must sign together"))",
                hint: "admit another first: daftar key grant VKEY --role editor, or daftar key replace OLD NEW")
        }
    }

    private func leavesTooFew(_ signer: Rights.Signer, _ rights: Rights) -> Bool {
        signer.isActive && signer.role == .editor && rights.activeEditors - 1 < rights.approvals
    }

    /// Since when the key is doubted: nobody but editors says that, and only of a stolen key.
    private func start(_ signer: Rights.Signer?) throws(Failure) -> Int? {
        if endsItself || reason != .compromised {
            guard since == nil else {
                throw Failure(
                    endsItself
                        ? "a key that ends itself casts no doubt: there is no --since"
                        : "--since goes with compromised",
                    hint: endsItself ? "editors revoke it with --since, now or later" : nil, exit: .usage)
            }
            return nil
        }
        let size = making.place.seen.size
        if let since {
            if since < signer?.granted ?? 0 || since > size {
                throw Failure(
                    "--since \(since): the key was admitted by entry \(signer?.granted ?? 0), and the ledger has \(Words.count(size, "entry", "entries"))",
                    hint: "an entry from \(signer?.granted ?? 0) to \(size)", exit: .usage)
            }
            return since
        }
        guard let signer, making.session.person != nil || making.options.append.yes else {
            throw Failure(
                "since which entry was it in other hands? That can be widened once, and never taken back",
                hint: "--since \(signer?.granted ?? 0) doubts all that it signed, --since \(size) nothing so far",
                exit: .usage)
        }
        return signer.granted
    }

    // MARK: What is shown

    private func consequences(_ signer: Rights.Signer, _ since: Int?, _ rights: Rights) throws(Failure) -> [String] {
        var lines: [String] = []
        if let since, let open = making.place.open {
            let doubt = try open.ask { ledger throws(StoreError) in try ledger.doubt(of: target, since: since) }
            lines.append(
                doubt.entries.isEmpty
                    ? "        no entry becomes doubted by that"
                    : "        \(Words.count(doubt.entries.count, "entry becomes", "entries become")) doubted: \(Words.entries(doubt.entries))"
            )
            lines += doubt.keys.map { "        \($0.nameAndID) was admitted by a doubted entry: doubted too" }
        }
        if leavesTooFew(signer, rights) {
            making.session.warn(
                "\(Words.count(rights.activeEditors - 1, "editor is", "editors are")) left then, and a control entry takes \(rights.approvals): nobody can admit keys, correct others or take a name out any more"
            )
            making.session.hint("where there is time: daftar key grant VKEY --role editor first")
        }
        return lines
    }

    func sayWhatIsNext(_ rights: Rights?) {
        let session = making.session
        if making.options.output != nil {
            if endsItself {
                session.note("whoever has this file can end the key, however late: keep it where the key is not")
            }
            return
        }
        guard reason == .compromised, let open = making.place.open, let rights,
            let (records, _) = try? open.ask({ ledger throws(StoreError) in
                try ledger.keys(at: try ledger.seen().size)
            })
        else { return }
        if endsItself {
            session.hint(
                "editors say since when it was in other hands: daftar key revoke \(target.nameAndID) --reason compromised --since N"
            )
        }
        for record in records
        where record.isActive && record.doubtedSince != nil && rights.position(of: record.key) != nil {
            session.warn("\(record.key.nameAndID) was admitted by a doubted entry, and may still sign")
            session.hint(
                "if it is the thief's: daftar key revoke \(record.key.nameAndID) --reason compromised --since \(record.granted)"
            )
        }
    }
}
