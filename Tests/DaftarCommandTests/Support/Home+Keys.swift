import Daftar
import DaftarCommand
import Foundation
import Testing

extension Home {
    static let editorFile = ".config/daftar/keys/test-editor.pem"

    /// Makes a key outside of the key folder, as on another machine: `name.pem`. Returns its vkey.
    @discardableResult
    func makeKey(_ name: String) throws -> String {
        let made = run("keygen", name, "--origin", Home.origin, "-o", "\(name).pem", "--passphrase-file", "pass")
        try #require(made.exit == .done, "\(made.err)")
        return String(made.out.dropLast())
    }

    /// Runs a command line that has to succeed, signed by `key` where one is named.
    @discardableResult
    func does(
        _ arguments: String..., key: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Result {
        let result = signed(arguments, key: key)
        try #require(result.exit == .done, "\(arguments): \(result.err)", sourceLocation: sourceLocation)
        return result
    }

    /// Runs a command line that has to be refused; what it said.
    @discardableResult
    func refuses(
        _ arguments: String..., key: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
        let checkpoint = try read("Records/checkpoint"), result = signed(arguments, key: key)
        #expect(result.exit != .done, "\(arguments)", sourceLocation: sourceLocation)
        #expect(try read("Records/checkpoint") == checkpoint, sourceLocation: sourceLocation)
        return result.err
    }

    private func signed(_ arguments: [String], key: String?) -> Result {
        // So wide that no sentence breaks.
        run(arguments + (key.map { ["--key", $0] } ?? []) + ["--passphrase-file", "pass"], columns: 1_000)
    }

    /// A ledger of two editors, `editor` and `second`, and an author, `a1`; entries 0 to 2.
    static func withThree() throws -> Home {
        let home = try Home.withLedger()
        for (name, role) in [("second", "editor"), ("a1", "author")] {
            try home.does("key", "grant", home.makeKey(name), "--role", role)
        }
        return home
    }

    /// Appends an event signed by `key`.
    func writes(_ slug: String, key: String? = nil) throws {
        try write(Home.event(slug), "\(slug).yaml")
        try does("append", "\(slug).yaml", key: key)
    }

    /// What `key list` says of a key by the last part of its name.
    func record(_ name: String, at size: Int? = nil) throws -> JSONValue {
        let result = run(["key", "list", "Records", "--json"] + (size.map { ["--at", "\($0)"] } ?? []))
        let keys = try #require(result.json?["keys"]?.array, "\(result.err)")
        return try #require(keys.first { $0["vkey"]?.string?.contains("/\(name)+") ?? false }, "no \(name)")
    }

    func isIntact(sourceLocation: SourceLocation = #_sourceLocation) {
        let result = run("verify", "Records", "--trust", "Keys")
        #expect(result.exit == .done, "\(result.out) \(result.err)", sourceLocation: sourceLocation)
    }
}
