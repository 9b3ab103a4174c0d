import Daftar
import DaftarStore

/// A ledger with its working state, opened for a verb: what a crash left is healed by that.
struct OpenLedger {
    let ledger: Ledger
    let directory: LedgerDirectory
    let anchors: Anchors
    var origin: Origin { ledger.anchors.policy.origin }

    static func open(
        _ given: String?, trust: String? = nil, movesHere: Bool = false, in session: Session
    ) throws(Failure) -> OpenLedger {
        let directory = try LedgerFinder(session).open(given)
        let anchors = try Anchors.find(trust, for: directory, in: session)
        guard let trusted = anchors.anchors else {
            throw Failure(
                "\(directory.path): there are no trust anchors for this ledger",
                hint: "accept those that you chose: daftar trust add DIR")
        }
        anchors.warnOfChanges(in: session)
        do throws(StoreError) {
            let ledger = try Ledger.open(
                directory.path, anchors: trusted, folders: try folders(session), movesHere: movesHere)
            return OpenLedger(ledger: ledger, directory: directory, anchors: anchors)
        } catch { throw Failure(error) }
    }

    private static func folders(_ session: Session) throws(StoreError) -> UserFolders {
        try UserFolders(environment: session.environment)
    }

    /// Asks the store something.
    func ask<R>(_ question: (Ledger) throws(StoreError) -> R) throws(Failure) -> R {
        do { return try question(ledger) } catch { throw Failure(error) }
    }

    /// Says what readers see now: the new checkpoint, or still the last that was witnessed.
    func tellPublished(_ head: Checkpoint, in session: Session) {
        let words = "\(Words.count(head.size, "entry", "entries")), root \(head.root.base64)"
        guard let pending = try? Anchors.checkpoint(.pendingCheckpoint, of: directory), pending.checkpoint == head
        else {
            session.say("Published: \(words)")
            return
        }
        session.say("Waits for witnesses: \(words)")
        session.hint("each runs daftar witness cosign; their answers: daftar cosignature add FILE")
    }

    // MARK: Keys

    /// The signer of events and statements: the key that was named, or the one in the key folder that the ledger admits.
    func author(_ options: KeyOptions, _ ring: KeyRing, in session: Session) throws -> NoteSigner {
        let admitted = try admitted()
        guard let path = options.key else {
            let (file, vkey) = try authorInKeyFolder(admitted, session)
            return try vkey.signer(try ring.open(file, vkey.name))
        }
        let file: KeyFile
        do { file = try KeyFile(session.path(path)) } catch { throw Failure(error, path) }
        let key = try ring.open(file, file.verifierKey?.name ?? path)
        guard let vkey = admitted.first(where: { $0.material == key.publicKey }) else {
            let name = file.verifierKey?.nameAndID ?? path
            throw Failure(
                "\(name): the ledger does not admit this key",
                hint: "an editor admits keys; daftar key show prints what they need", exit: .keyUnusable)
        }
        return try vkey.signer(key)
    }

    /// Whose key it will be that signs, without opening it; nil where the file does not say.
    func authorKey(_ options: KeyOptions, in session: Session) throws(Failure) -> VerifierKey? {
        let admitted = try admitted()
        guard let path = options.key else { return try authorInKeyFolder(admitted, session).vkey }
        let material: [UInt8]?
        do { material = try KeyFile(session.path(path)).verifierKey?.material } catch { throw Failure(error, path) }
        return admitted.first { $0.material == material }
    }

    private func admitted() throws(Failure) -> [VerifierKey] {
        try ask { ledger throws(StoreError) in try ledger.rights() }.signers
            .filter { $0.isActive && $0.isUnderstood }.map(\.key)
    }

    private func authorInKeyFolder(_ admitted: [VerifierKey], _ session: Session) throws(Failure) -> (
        file: KeyFile, vkey: VerifierKey
    ) {
        let folder = KeyFolder(try session.folders())
        let files: [KeyFile]
        do { files = try folder.all().filter { $0.verifierKey.map(admitted.contains) ?? false } } catch {
            throw Failure(error)
        }
        guard let file = files.first, let vkey = file.verifierKey else {
            throw Failure(
                "no key in \(folder.path) is admitted by this ledger",
                hint: "name yours with --key FILE; daftar keygen makes one", exit: .keyUnusable)
        }
        guard files.count == 1 else {
            let names = files.compactMap { $0.verifierKey?.name }
            throw Failure(
                "several of your keys may sign here: \(Words.list(names))", hint: "name one with --key FILE",
                exit: .keyUnusable)
        }
        return (file, vkey)
    }

    /// The ledger's own key: named, or found by its ID in the key folder.
    func ledgerKeyFile(_ options: LedgerKeyOptions, in session: Session) throws -> KeyFile {
        if let path = options.ledgerKey {
            do { return try KeyFile(session.path(path)) } catch { throw Failure(error, path) }
        }
        let file: KeyFile?
        do { file = try KeyFolder(try session.folders()).find(anyOf: ledger.anchors.policy.ledgerKeys) } catch let error
            as SystemError
        { throw Failure(error) }
        guard let file else {
            throw Failure(
                "the ledger's own key is not in your key folder",
                hint: "name it with --ledger-key FILE; who does not have it signs with daftar sign, and hands that in",
                exit: .keyUnusable)
        }
        return file
    }

    func ledgerSigner(_ file: KeyFile, _ ring: KeyRing, in session: Session) throws -> NoteSigner {
        let own = ledger.anchors.policy.ledgerKeys
        let key = try ring.open(file, "\(origin) (the ledger's key)", isLedgers: true)
        guard let vkey = own.first(where: { $0.material == key.publicKey }) else {
            throw Failure(
                "\(file.path): is none of this ledger's own keys", hint: "name the right one with --ledger-key FILE",
                exit: .keyUnusable)
        }
        return try vkey.signer(key)
    }
}
