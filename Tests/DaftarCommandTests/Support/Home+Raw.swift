import Daftar
import DaftarCommand
import DaftarStore
import Testing

extension Home {
    /// Signs and appends an event as another program might: no rule of writing is asked.
    func appendRaw(
        _ fields: [(name: String, value: JSONValue)], _ lists: [(name: String, elements: [JSONValue])] = []
    ) throws {
        let file = try KeyFile(self.file(".config/daftar/keys/test-editor.pem"))
        var passphrase = Array("secret".utf8)
        let name = try #require(file.verifierKey).name
        let signer = try NoteSigner(try file.open(Passphrase(wiping: &passphrase)), name: name)
        let head = try SignedCheckpoint(parsing: read("Records/checkpoint")).checkpoint
        let content = try Commitments(Commitments.Content(type: "event", fields: fields, lists: lists))
        var statement = try UnfinishedStatement(
            body: content.body, ledger: head.origin, seen: Seen(size: head.size, root: head.root),
            by: [signer.verifierKey])
        try statement.sign(signer)
        let bytes = StatementFile(statement, disclosures: content.disclosures.map(\.encoded)).encoded
        try write(String(decoding: bytes, as: UTF8.self), "raw.statement")
        let result = append("raw.statement")
        try #require(result.exit == .done, "\(result.err)")
    }
}
