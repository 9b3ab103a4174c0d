import ArgumentParser
import Daftar
import DaftarStore

/// How a witness's key is named and opened.
struct WitnessKeyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("The witness's key; else found in your key folder.", valueName: "file"), completion: .file())
    var key: String?
    @OptionGroup var passphrase: PassphraseOptions

    /// Opens it, under the name that the policy has for it, or that the file says.
    func open(_ policy: Policy, in session: Session) throws -> WitnessSigner {
        let file = try file(policy, session)
        let opened = try KeyRing(passphrase, in: session).open(file, file.verifierKey?.name ?? file.path)
        if policy.ledgerKeys.contains(where: { $0.material == opened.publicKey }) {
            throw Failure(
                "\(file.path): is the ledger's own key, which can't be its witness",
                hint: "a witness is somebody else: daftar keygen --witness NAME", exit: .keyUnusable)
        }
        let named = policy.witnesses.map(\.key).first { $0.material == opened.publicKey } ?? file.verifierKey
        guard let named, named.type == VerifierKey.SignatureType.cosignature,
            let signer = try? WitnessSigner(opened, name: named.name)
        else {
            throw Failure(
                "\(file.path): is no witness's key", hint: "daftar keygen --witness NAME makes one", exit: .keyUnusable)
        }
        return signer
    }

    private func file(_ policy: Policy, _ session: Session) throws -> KeyFile {
        if let key {
            do { return try KeyFile(session.path(key)) } catch { throw Failure(error, key) }
        }
        let folder = KeyFolder(try session.folders())
        do {
            if let file = try folder.find(anyOf: policy.witnesses.map(\.key)) { return file }
        } catch { throw Failure(error) }
        throw Failure(
            "no key in \(folder.path) is a witness's of this ledger", hint: "name yours with --key FILE",
            exit: .keyUnusable)
    }
}
