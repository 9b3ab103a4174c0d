import Daftar
import DaftarCommand
import Foundation
import Testing

/// Losing a vault and bringing it back.
@Suite struct VaultVerbTests {
    static let folder = ".local/share/daftar/vault"

    @Test func aLostVaultComesBackOnAnotherMachine() throws {
        let home = try WithheldTests.secret()
        let status = home.run("vault", "status")
        #expect(status.out.contains("parts of 2 statements") && status.out.contains("lost for good"), "\(status.out)")
        #expect(home.run("vault", "backup", "-o", "v.backup").exit == .done)
        #expect(home.run("vault", "backup", "-o", "Records/v").exit == .failed)
        let other = try Home()
        for name in ["v.backup", "Records", "Keys", "pass"] { try other.take(name, from: home) }
        let lost = WithheldTests.run(other, "show", "1", "--include-private")
        #expect(lost.exit == .failed && lost.err.contains("daftar vault restore FILE"), "\(lost.err)")
        try other.write("wrong\n", "wrong")
        #expect(other.run("vault", "restore", "v.backup", "--passphrase-file", "wrong").exit == .keyUnusable)
        let restored = WithheldTests.run(other, "vault", "restore", "v.backup")
        #expect(restored.exit == .done, "\(restored.err)")
        #expect(WithheldTests.run(other, "show", "1", "--include-private").out.contains("Zubaida"))
        #expect(WithheldTests.run(other, "vault", "check").exit == .done)
    }

    @Test func aDamagedVaultSaysSo() throws {
        let home = try WithheldTests.secret()
        let files = home.files(Self.folder).filter { $0.contains("/withheld/") }
        for file in files { try home.flip(file, at: 100) }
        let check = WithheldTests.run(home, "vault", "check")
        #expect(check.exit == .failed && check.out.contains("damaged: "), "\(check.out)")
        let shown = WithheldTests.run(home, "show", "1", "--include-private")
        #expect(shown.exit == .failed && shown.err.contains("changed, cut short"), "\(shown.err)")
        #expect(home.run("show", "1").exit == .done)
    }

    @Test func anotherLedgersBackupIsRefused() throws {
        let home = try WithheldTests.secret(), other = try Home.withLedger()
        _ = home.run("vault", "backup", "-o", "v.backup")
        // The same name is another ledger: its charter is another one.
        try other.take("v.backup", from: home)
        let result = WithheldTests.run(other, "vault", "restore", "v.backup")
        #expect(result.exit == .failed && result.err.contains("nothing was restored"), "\(result.err)")
        #expect(!other.exists(Self.folder))
    }

    /// A backup from before the passphrase was changed still fills in what is missing, under the passphrase of today.
    @Test func anOlderBackupFillsInWhatIsMissing() throws {
        let home = try WithheldTests.secret()
        try home.write("new one\n", "new")
        #expect(home.run("vault", "backup", "-o", "v.backup").exit == .done)
        #expect(WithheldTests.run(home, "vault", "passphrase", "--new-passphrase-file", "new").exit == .done)
        for file in home.files(Self.folder) where file.contains("/withheld/") { try home.remove(file) }
        let old = WithheldTests.run(home, "vault", "restore", "v.backup")
        #expect(old.exit == .keyUnusable && old.err.contains("the vault's passphrase of today"), "\(old.err)")
        let done = home.run("vault", "restore", "v.backup", "--passphrase-file", "new")
        #expect(done.exit == .done && done.err.contains("2 files restored"), "\(done.err)")
        #expect(home.run("show", "1", "--include-private", "--passphrase-file", "new").out.contains("Zubaida"))
        // Another vault of the same ledger, with other passphrases: its files show it.
        let other = try Home()
        for name in ["Records", "Keys", "new", "v.backup"] { try other.take(name, from: home) }
        #expect(other.run("vault", "init", "--passphrase-file", "new").exit == .done)
        let refused = other.run("vault", "restore", "v.backup", "--passphrase-file", "new")
        #expect(
            refused.exit == .failed && WithdrawTests.squeezed(refused.err).contains("no backup of this vault"),
            "\(refused.err)")
        #expect(other.files(Self.folder).allSatisfy { !$0.contains("withheld/") })
    }

    @Test func anotherPassphraseOpensIt() throws {
        let home = try WithheldTests.secret()
        try home.write("new one\n", "new")
        let changed = WithheldTests.run(home, "vault", "passphrase", "--new-passphrase-file", "new")
        #expect(changed.exit == .done, "\(changed.err)")
        #expect(WithheldTests.run(home, "show", "1", "--include-private").exit == .keyUnusable)
        #expect(home.run("show", "1", "--include-private", "--passphrase-file", "new").out.contains("Zubaida"))
        try home.write(Home.event("three", extra: "withhold: [quotes.0]"), "three.yaml")
        #expect(home.append("three.yaml").exit == .keyUnusable)
        let done = WithheldTests.run(home, "append", "three.yaml", "--vault-passphrase-file", "new")
        #expect(done.exit == .done, "\(done.err)")
    }
}
