import Daftar
import DaftarStore
import Dispatch

/// Opens keys: with the passphrase that was handed in, else with one that a person types.
final class KeyRing {
    private let session: Session
    /// Read once: a descriptor gives its bytes only once.
    private let given: Passphrase?
    private let forLedger: Passphrase?
    private let forVault: Passphrase?
    /// What to do where the vault stays closed, for verbs that open keys as well.
    private(set) var vaultHint: String?
    /// Keys that are being opened already, by path.
    private var ahead: [String: KeyAhead] = [:]

    /// For a verb that appends.
    convenience init(_ options: AppendOptions, in session: Session) throws(Failure) {
        try self.init(options.keys, options.ledgerKeys, in: session)
    }

    convenience init(_ keys: KeyOptions, _ ledger: LedgerKeyOptions? = nil, in session: Session) throws(Failure) {
        try self.init(keys.passphrase, ledger, vaultFile: keys.vaultPassphraseFile, in: session)
        vaultHint = "--vault-passphrase-file FILE hands it in, where it is another than the key's"
    }

    init(
        _ own: PassphraseOptions, _ ledger: LedgerKeyOptions? = nil, vaultFile: String? = nil, in session: Session
    ) throws(Failure) {
        self.session = session
        if own.passphraseFile != nil, own.passphraseFd != nil {
            throw Failure("a passphrase comes from a file or from a descriptor, not from both", exit: .usage)
        }
        if let descriptor = own.passphraseFd {
            given = try Secret.read(descriptor)
        } else {
            given = try own.passphraseFile.map { path throws(Failure) in try Secret.read(session.path(path)) }
        }
        forVault = try vaultFile.map { path throws(Failure) in try Secret.read(session.path(path)) }
        forLedger = try ledger?.ledgerPassphraseFile.map { path throws(Failure) in try Secret.read(session.path(path)) }
    }

    /// Opens a key file.
    ///
    /// - Parameter name: what the key is called in a prompt.
    func open(_ file: KeyFile, _ name: String, isLedgers: Bool = false) throws -> SigningKey {
        if let key = ahead.removeValue(forKey: file.path)?.key { return key }
        if file.isOpenToOthers { session.warn("\(file.path): others than you may read this key; chmod 600 closes it") }
        for passphrase in [isLedgers ? forLedger : nil, given].compactMap(\.self) {
            do { return try file.open(passphrase) } catch .key(.wrongPassphrase) { continue } catch {
                throw Failure(error, file.path)
            }
        }
        guard let person = session.person else {
            let isTried = given != nil || isLedgers && forLedger != nil
            if isTried { throw Failure(KeyFileError.wrongPassphrase, file.path) }
            throw KeyRing.nobodyToAsk(file.path)
        }
        guard let typed = try person.secret("Passphrase for \(name.cleaned): ") else { throw Exit.interrupted }
        do { return try file.open(typed) } catch { throw Failure(error, file.path) }
    }

    /// Begins to open a key on another core, where its passphrase is at hand: that takes a third of a second by design.
    func openAhead(_ file: KeyFile, isLedgers: Bool = false) {
        guard !file.isOpenToOthers, let passphrase = (isLedgers ? forLedger : nil) ?? given else { return }
        ahead[file.path] = KeyAhead(file, passphrase)
    }

    static func nobodyToAsk(_ what: String) -> Failure {
        Failure(
            "\(what): there is nobody to ask for its passphrase",
            hint: "hand it in with --passphrase-file FILE or --passphrase-fd N", exit: .keyUnusable)
    }

    /// What may open a vault: handed in for it, or for everything.
    var vaultPassphrases: [Passphrase] { [forVault, given].compactMap(\.self) }

    /// The passphrase for a key or a vault that is about to be made: typed twice, or handed in.
    func choose(_ name: String, isLedgers: Bool = false, isVaults: Bool = false) throws -> Passphrase {
        let own = isLedgers ? forLedger : isVaults ? forVault : nil
        if let chosen = own ?? given { return chosen }
        guard let person = session.person else {
            throw KeyRing.nobodyToAsk(name)
        }
        guard let first = try person.secret("Passphrase for \(name) (nothing is shown): ") else {
            throw Exit.interrupted
        }
        if first.isEmpty { throw Failure(KeyFolder.Failure.emptyPassphrase) }
        guard let second = try person.secret("Once more: ") else { throw Exit.interrupted }
        guard first.matches(second) else {
            throw Failure("the two passphrases differ", hint: "try again", exit: .keyUnusable)
        }
        return first
    }
}

/// A key that is opened meanwhile. What goes wrong is left to whoever opens it in its turn, and can say so.
private final class KeyAhead: @unchecked Sendable {
    // Sendable: `opened` is written once, by the queue, before the group lets anybody read it.
    private var opened: SigningKey?
    private let group = DispatchGroup()

    init(_ file: KeyFile, _ passphrase: Passphrase) {
        DispatchQueue.global().async(group: group) { [self] in opened = try? file.open(passphrase) }
    }

    var key: SigningKey? {
        group.wait()
        return opened
    }
}

/// Reads a passphrase: everything up to the end of the first line.
enum Secret {
    private static let limit = 4096

    static func read(_ path: String) throws(Failure) -> Passphrase {
        do { return try take(try FileSystem.read(path, limit: limit), path) } catch let error as SystemError {
            throw Failure(
                error.description, hint: "the file with the passphrase; from a pipe: --passphrase-fd N",
                exit: .keyUnusable)
        } catch let error as Failure { throw error } catch { throw Failure("\(path): \(error)") }
    }

    static func read(_ descriptor: Int32) throws(Failure) -> Passphrase {
        guard let bytes = Descriptor.read(descriptor, limit: limit) else {
            throw Failure(
                "descriptor \(descriptor) can't be read", hint: "open it for daftar: daftar … --passphrase-fd 3 3<FILE",
                exit: .keyUnusable)
        }
        return try take(bytes, "descriptor \(descriptor)")
    }

    private static func take(_ bytes: [UInt8], _ place: String) throws(Failure) -> Passphrase {
        var all = bytes
        var line = Array(bytes.prefix { $0 != UInt8(ascii: "\n") })
        if line.last == UInt8(ascii: "\r") { line.removeLast() }
        Passphrase.wipe(&all)
        guard !line.isEmpty else {
            throw Failure("\(place): the first line, which is the passphrase, is empty", exit: .keyUnusable)
        }
        return Passphrase(wiping: &line)
    }
}
