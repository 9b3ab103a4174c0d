import Daftar
import DaftarStore

extension OpenLedger {
    /// The keys that may sign here now.
    func admitted() throws(Failure) -> [VerifierKey] {
        let rights = try ask { ledger throws(StoreError) in try ledger.rights() }
        return rights.signers.filter { $0.isActive && $0.isUnderstood }.map(\.key)
    }

    /// The signer of events and statements: the key that was named, or the one in the key folder that the ledger admits.
    func author(_ options: KeyOptions, _ ring: KeyRing, in session: Session) throws -> NoteSigner {
        let admitted = try admitted()
        return try AuthorKey(options, among: admitted, in: session).signer(among: admitted, ring)
    }

    /// The ledger's own keys: those that were named, or found by their IDs in the key folder. While one key takes over
    /// from another both sign, so that readers with older anchors and readers with newer ones find a key that they know.
    func ledgerSigners(_ options: LedgerKeyOptions, _ ring: KeyRing, in session: Session) throws -> [NoteSigner] {
        let own = ledger.anchors.policy.ledgerKeys, files = try ledgerKeyFiles(options, in: session)
        guard !files.isEmpty else {
            throw Failure(
                "the ledger's own key is not in your key folder",
                hint: "name it with --ledger-key FILE; who does not have it signs with daftar sign, and hands that in",
                exit: .keyUnusable)
        }
        let signers = try files.map { file in
            let key = try ring.open(
                file, "\(file.verifierKey?.nameAndID ?? origin.text) (the ledger's key)", isLedgers: true)
            guard let vkey = own.first(where: { $0.material == key.publicKey }) else {
                throw Failure(
                    "\(file.path): is none of this ledger's own keys",
                    hint: "name the right one with --ledger-key FILE; daftar trust list shows them", exit: .keyUnusable)
            }
            return try vkey.signer(key)
        }
        noteSilent(own.filter { key in !signers.contains { $0.verifierKey == key } }, session)
        return signers
    }

    /// Where the ledger's own keys lie; none where they were not named and are not in the key folder.
    func ledgerKeyFiles(_ options: LedgerKeyOptions, in session: Session) throws(Failure) -> [KeyFile] {
        guard options.ledgerKey.isEmpty else {
            return try options.ledgerKey.map { path throws(Failure) in
                do throws(KeyFile.Failure) { return try KeyFile(session.path(path)) } catch {
                    throw Failure(error, path)
                }
            }
        }
        let folder = KeyFolder(try session.folders())
        do { return try folder.files(of: ledger.anchors.policy.ledgerKeys) } catch { throw Failure(error) }
    }

    private func noteSilent(_ keys: [VerifierKey], _ session: Session) {
        for key in keys {
            session.note(
                "\(key.nameAndID) is the ledger's key too, and did not sign: who trusts only that one can't check this")
        }
    }
}
