import DaftarCommand
import Testing

extension Home {
    /// A ledger with an editor and two authors, `a1` and `a2`; each has written an event: `first` (entry 3) and `second`.
    static func withPeople() throws -> Home {
        let home = try Home.withLedger()
        for name in ["a1", "a2"] {
            let made = home.run("keygen", name, "--origin", origin, "-o", "\(name).pem", "--passphrase-file", "pass")
            try #require(made.exit == .done, "\(made.err)")
            let granted = home.run(
                "key", "grant", try home.vkey(name), "--role", "author", "--passphrase-file", "pass"
            )
            try #require(granted.exit == .done, "\(granted.err)")
        }
        try home.write(event("first"), "first.yaml")
        try home.write(event("second"), "second.yaml")
        try #require(home.act("append", "first.yaml", by: "a1").exit == .done)
        try #require(home.act("append", "second.yaml", by: "a2").exit == .done)
        return home
    }

    /// The vkey of the key in `NAME.pem`.
    func vkey(_ name: String) throws -> String {
        let lines = run("key", "show", "\(name).pem").out.split(separator: "\n")
        return String(try #require(lines.first { $0.hasPrefix("vkey") }).dropFirst(6))
    }

    /// Runs a verb that signs, as one of the authors, or as the editor.
    func act(_ arguments: String..., by key: String? = nil) -> Result {
        run(arguments + (key.map { ["--key", "\($0).pem"] } ?? []) + ["--passphrase-file", "pass"])
    }

    /// The event file of an entry as `show --yaml` writes it, with one thing written otherwise.
    func rewrite(_ entry: String, _ old: String, _ new: String, to file: String) throws {
        let yaml = run("show", entry, "--yaml")
        try #require(yaml.exit == .done && yaml.out.contains(old), "\(yaml.err)\(yaml.out)")
        try write(yaml.out.replacing(old, with: new), file)
    }
}
