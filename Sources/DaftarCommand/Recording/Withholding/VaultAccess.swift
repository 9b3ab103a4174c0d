import Daftar
import DaftarStore

/// Finds and opens the vault of a ledger: with the passphrase that was handed in, else with one that a person types.
struct VaultAccess {
    let folders: UserFolders
    /// The hash of origin and charter pin.
    let ledger: Hash
    let session: Session

    init(_ anchors: TrustAnchors, in session: Session) throws(Failure) {
        try self.init(ledger: anchors.memoryKey, in: session)
    }

    /// - Parameter ledger: the hash of origin and charter pin.
    init(ledger: Hash, in session: Session) throws(Failure) {
        (folders, self.ledger, self.session) = (try session.folders(), ledger, session)
    }

    /// Of the ledger that something is signed for, maybe over a checkpoint alone.
    init(_ place: SigningPlace, in session: Session) throws(Failure) {
        let known = place.open?.ledger.anchors
        guard let anchors = try known == nil ? Anchors.accepted(place.origin, session) : known else {
            throw Failure(
                "to withhold something takes a vault, and which one that is the trust anchors say",
                hint: "daftar trust add DIR, or name the ledger with --ledger DIR")
        }
        try self.init(anchors, in: session)
    }

    /// Of a ledger of which only the folder is needed.
    init(ledger given: String?, trust: String?, in session: Session) throws(Failure) {
        let directory = try LedgerFinder(session).open(given)
        try self.init(try Anchors.find(trust, for: directory, in: session).needed(directory), in: session)
    }

    var path: String { Vault.path(folders, ledger) }

    func openOrMake(_ ring: KeyRing) throws -> Vault {
        if Vault.isThere(folders, ledger) { return try open(ring) }
        // Another command may have made it meanwhile.
        do { return try create(ring) } catch VaultError.exists { return try open(ring) }
    }

    func make(_ ring: KeyRing) throws -> Vault {
        if Vault.isThere(folders, ledger) { throw Failure(VaultError.exists(path)) }
        do { return try create(ring) } catch let error as VaultError { throw Failure(error) }
    }

    private func create(_ ring: KeyRing) throws -> Vault {
        let passphrase = try ring.choose("your new vault", isVaults: true)
        let vault: Vault
        do { vault = try Vault.create(folders, ledger, passphrase) } catch .exists(let path) {
            throw VaultError.exists(path)
        } catch { throw Failure(error) }
        session.say("\(path.cleaned): your vault: what you withhold is kept here, sealed, and nowhere else")
        session.hint("daftar vault backup -o FILE, and keep that file in another place")
        return vault
    }

    func open(_ ring: KeyRing) throws -> Vault {
        guard Vault.isThere(folders, ledger) else { throw Failure(VaultError.absent(path)) }
        return try unlock(ring, "your vault") { passphrase throws(VaultError) in
            try Vault.open(folders, ledger, passphrase)
        }
    }

    /// Tries what was handed in, and asks where nothing fits.
    ///
    /// - Parameter hint: what to do where none opens it.
    func unlock<R>(
        _ ring: KeyRing, _ name: String, hint: String? = nil, _ open: (Passphrase) throws(VaultError) -> R
    ) throws -> R {
        var refused: VaultError?
        for passphrase in ring.vaultPassphrases {
            do { return try open(passphrase) } catch .wrongPassphrase(let path) {
                refused = .wrongPassphrase(path)
            } catch { throw Failure(error) }
        }
        func closed(_ error: VaultError) -> Failure {
            let failure = Failure(error)
            guard case .wrongPassphrase = error else { return failure }
            return Failure(failure.message, hint: hint ?? ring.vaultHint ?? failure.hint, exit: failure.exit)
        }
        guard let person = session.person else { throw refused.map(closed) ?? KeyRing.nobodyToAsk(path) }
        guard let typed = try person.secret("Passphrase for \(name): ") else { throw Exit.interrupted }
        do { return try open(typed) } catch { throw closed(error) }
    }
}
