import ArgumentParser
import Daftar
import DaftarStore

/// `daftar key`: what a key file holds, and who may sign.
struct Key: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Show a key; admit keys and end them.",
        discussion: """
            EXAMPLE:
              daftar key show ~/.config/daftar/keys/recorder.pem
              daftar key grant "$(cat zarina.vkey)" --role author --ledger Records
              daftar key list Records
            """,
        subcommands: [KeyShow.self, KeyList.self, KeyGrant.self, KeyRevoke.self, KeyReplace.self])
}

struct KeyShow: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the public half of a key file.",
        discussion: """
            Takes a private key, which stays shut: its public half stands beside it; or a
            public key as PEM; or a file with a vkey. The vkey is what an editor needs to
            admit a key, the PEM is what plain openssl needs to check its signatures.

            EXAMPLE:
              daftar key show ~/.config/daftar/keys/recorder.pem
            """)

    @Argument(help: ArgumentHelp("The key file.", valueName: "file"), completion: .file())
    var file: String
    @Flag(help: "Print it as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let shown = try KeyReading(session.path(file), named: file)
        if shown.isOpenToOthers { session.warn("\(file): others than you may read it; chmod 600 closes it") }
        if json { session.print(shown.json) } else { show(shown, session.out) }
        return .done
    }

    private func show(_ shown: KeyReading, _ out: Output) {
        if let key = shown.key {
            out.line("name  \(key.name.cleaned)")
            out.line("id    \(key.nameAndID.suffix(8))")
            out.line("vkey  \(key.text.cleaned)")
        }
        out.write(bytes: VerifierKey.pem(publicKey: shown.publicKey))
    }
}

/// The public half of whatever kind of key file.
struct KeyReading {
    let publicKey: [UInt8]
    /// Under its name, where the file says one.
    let key: VerifierKey?
    let isPrivate: Bool
    let isOpenToOthers: Bool

    init(_ path: String, named file: String) throws(Failure) {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path, limit: SigningKey.fileLimit) } catch { throw Failure(error) }
        if let vkey = try? VerifierKey(parsing: String(decoding: bytes.split(separator: 10).first ?? [], as: UTF8.self))
        {
            (key, publicKey, isPrivate, isOpenToOthers) = (vkey, vkey.material, false, false)
        } else if let material = try? VerifierKey.publicKey(pem: bytes) {
            (key, publicKey, isPrivate, isOpenToOthers) = (nil, material, false, false)
        } else {
            let keyFile: KeyFile
            do { keyFile = try KeyFile(path) } catch { throw Failure(error, file) }
            guard let vkey = keyFile.verifierKey else {
                throw Failure(
                    "\(file): a private key that does not say which one it is",
                    hint: "openssl pkey -in FILE -pubout shows its public half", exit: .keyUnusable)
            }
            (key, publicKey, isPrivate, isOpenToOthers) = (vkey, vkey.material, true, keyFile.isOpenToOthers)
        }
    }

    var json: JSONValue {
        var members: JSONObject = [
            "public-key": .string(Base64.encode(publicKey)), "private": .bool(isPrivate),
            "pem": .string(String(decoding: VerifierKey.pem(publicKey: publicKey), as: UTF8.self)),
        ]
        members["name"] = key.map { .string($0.name) }
        members["vkey"] = key.map { .string($0.text) }
        return .object(members)
    }
}
