import Daftar
import DaftarStore

/// How a person names a key that the ledger admitted: its vkey, `name+id`, a file, its name, or the last part of it.
enum LedgerKeyArgument {
    /// - Parameter rights: nil where only a checkpoint is at hand; then it takes a vkey or a file.
    static func read(_ text: String, _ rights: Rights?, in session: Session) throws(Failure) -> VerifierKey {
        guard let rights else { return try VKeyArgument.read(text, in: session) }
        let keys = rights.signers.map(\.key), named = keys.filter { names($0, text, rights.origin) }
        if let key = named.first, named.count == 1 { return key }
        if named.count > 1 {
            throw Failure(
                "\(text): \(named.count) keys have this name", hint: "name one of \(Words.list(named.map(\.nameAndID)))"
            )
        }
        let given = try? VKeyArgument.read(text, in: session)
        if let key = given.flatMap({ given in keys.first { $0.material == given.material } }) { return key }
        throw Failure(
            "\(given?.nameAndID ?? text): this ledger never admitted such a key",
            hint: "daftar key list shows the keys that it did")
    }

    private static func names(_ key: VerifierKey, _ text: String, _ origin: Origin) -> Bool {
        [key.text, key.nameAndID, key.name].contains(text) || key.name == "\(origin)/\(text)"
            || key.nameAndID == "\(origin)/\(text)"
    }
}
