import Daftar
import DaftarCommand
import DaftarStore
import Testing

extension Home {
    /// A home whose ledger asks for witnesses, and each witness's key as `NAME.pem`.
    ///
    /// - Parameter quorum: the lines behind the witnesses', such as `group two 2 a b` and `quorum two`.
    static func witnessed(by names: [String] = ["w"], quorum: String = "quorum w") throws -> Home {
        let home = try Home.withLedger()
        var policy = String(decoding: try home.read("Keys/policy"), as: UTF8.self).replacing("quorum none\n", with: "")
        for name in names { policy += "witness \(name) \(try home.witnessKey(name))\n" }
        try home.write(policy + quorum + "\n", "Keys/policy")
        let accepted = home.run("trust", "add", "Keys", "--yes")
        try #require(accepted.exit == .done, "\(accepted.err)")
        return home
    }

    /// Makes a witness's key, and gives its vkey.
    func witnessKey(_ name: String) throws -> String {
        let made = run("keygen", "--witness", "\(name).example/w", "-o", "\(name).pem", "--passphrase-file", "pass")
        try #require(made.exit == .done, "\(made.err)")
        return String(made.out.dropLast())
    }

    func cosign(_ name: String = "w", of ledger: String = "Records", state: String? = nil) -> Result {
        witness(ledger, "--state", state ?? "state-\(name)", "--key", "\(name).pem", "-o", "\(name).cosignature")
    }

    /// On a screen that breaks no line.
    func witness(_ arguments: String...) -> Result {
        run(["witness", "cosign"] + arguments + ["--passphrase-file", "pass"], columns: 1_000)
    }

    /// A witness's line as whoever wants to could write it.
    func forge(_ checkpoint: Checkpoint, _ signatures: [SignedNote.Signature], _ file: String) throws {
        let note = SignedNote(text: checkpoint.text, signatures: signatures)
        try write(String(decoding: note.encoded, as: UTF8.self), file)
    }

    func checkpoint(_ name: String = "Records/checkpoint") throws -> SignedCheckpoint {
        try SignedCheckpoint(parsing: try read(name))
    }
}

extension Home {
    /// The private key in a file, as a witness's of this name.
    func signer(_ file: String, _ name: String) throws -> WitnessSigner {
        var passphrase = Array("secret".utf8)
        return try WitnessSigner(try KeyFile(self.file(file)).open(Passphrase(wiping: &passphrase)), name: name)
    }
}
