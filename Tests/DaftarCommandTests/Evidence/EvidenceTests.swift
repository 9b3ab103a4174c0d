import Daftar
import DaftarCommand
import Foundation
import Testing

/// Captured sources, from the file to the verdict.
@Suite struct EvidenceTests {
    static func digest(_ text: String) -> String { Hash.sha256(Array(text.utf8)).hex }

    /// A home with a ledger, an event `one.yaml` and a page that was captured.
    static func home() throws -> Home {
        let home = try Home.withLedger()
        try home.write(Home.event("one"), "one.yaml")
        try home.write("<html>a page</html>", "page.html")
        return home
    }

    @Test func publicCaptureIsPublishedWithItsEvent() throws {
        let home = try Self.home(), hex = Self.digest("<html>a page</html>")
        let place = "Records/evidence/\(hex.prefix(2))/\(hex)"
        try home.does(
            "evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml", "--public", "--accessed",
            "2026-11-20", "--tool", "wget: 1.21", "--archive", "archive.org=https://web.archive.org/x")
        #expect(home.exists(".local/share/daftar/evidence/\(hex)") && !home.exists(place))
        try home.does("append", "one.yaml")
        #expect(home.exists(place) && !home.exists(".local/share/daftar/evidence/\(hex)"))
        let verdict = home.run("verify", "Records", "--trust", "Keys", "--json")
        #expect(verdict.exit == .done && verdict.json?["evidence"] == 1, "\(verdict.out)\(verdict.err)")
        try home.flip(place, at: 3)
        #expect(home.run("evidence", "check", "--trust", "Keys").exit == .notIntact)
        try home.remove(place)
        #expect(home.run("verify", "Records", "--trust", "Keys").exit == .notIntact)
    }

    /// Every verifier would miss it: so nothing is appended before it is at hand.
    @Test func publicCaptureHasToBeAtHand() throws {
        let home = try Self.home(), hex = Self.digest("<html>a page</html>")
        try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml", "--public")
        try home.remove(".local/share/daftar/evidence/\(hex)")
        #expect(try home.refuses("append", "one.yaml").contains("its public capture sha256:\(hex) is not at hand"))
        try home.write("another", "other.html")
        #expect(try home.refuses("append", "one.yaml", "--evidence", "other.html").contains("not at hand"))
        try home.does("append", "one.yaml", "--evidence", "page.html")
        home.isIntact()
    }

    @Test func privateCaptureIsInTheVaultOrInAFolder() throws {
        let home = try Self.home()
        let added = try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml")
        #expect(added.err.contains("Kept in the vault"), "\(added.err)")
        try home.does("append", "one.yaml")
        #expect(home.files("Records").allSatisfy { !$0.contains("evidence") })
        let shut = home.run("evidence", "check", "--trust", "Keys")
        #expect(shut.exit == .done && shut.out.contains("1 not at hand"), "\(shut.out)")
        let open = try home.does("evidence", "check", "--trust", "Keys")
        #expect(open.out.contains("good, in the vault") && open.out.contains("1 private one"), "\(open.out)")
        try home.write("<html>a page</html>", "kept/under any name")
        try home.write("<html>a pagE</html>", "kept/changed.html")
        let loose = home.run("verify", "Records", "--trust", "Keys", "--evidence", "kept", "--json")
        #expect(loose.exit == .done && loose.json?["captures"]?["good"] == 1, "\(loose.out)\(loose.err)")
        #expect(loose.json?["captures"]?["strangers"] == ["changed.html"])
        #expect(
            home.run("verify", "Records", "--trust", "Keys", "--evidence", "kept").out.contains(
                "private captures are the ones"))
        try home.write("not it", "kept/\(Self.digest("<html>a page</html>"))")
        #expect(home.run("evidence", "check", "kept", "--trust", "Keys").exit == .notIntact)
        let sealed = try #require(home.files(".local/share/daftar/vault").first { $0.contains("captures/") })
        try home.flip(sealed, at: 40)
        let damaged = home.run("evidence", "check", "--trust", "Keys", "--passphrase-file", "pass")
        #expect(damaged.exit == .notIntact && damaged.err.contains("is damaged"), "\(damaged.err)")
    }

    /// The file may be gone from everywhere else: its owner takes it out again, and nobody else may read it.
    @Test func aPrivateCaptureComesOutAgain() throws {
        let home = try Self.home(), digest = "sha256:\(Self.digest("<html>a page</html>"))"
        try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml")
        try home.remove("page.html")
        try home.does("evidence", "get", digest, "-o", "back.html")
        #expect(try home.read("back.html") == Array("<html>a page</html>".utf8))
        let mode = try FileManager.default.attributesOfItem(atPath: home.file("back.html"))[.posixPermissions]
        #expect((mode as? NSNumber)?.intValue == 0o600)
        #expect(try home.refuses("evidence", "get", digest, "-o", "Records/x").contains("inside of a ledger"))
        #expect(try home.refuses("evidence", "get", Self.digest("other"), "-o", "x").contains("holds no such capture"))
        let sealed = try #require(home.files(".local/share/daftar/vault").first { $0.contains("captures/") })
        try home.flip(sealed, at: 40)
        #expect(try home.refuses("evidence", "get", digest, "-o", "x").contains("was changed"))
        #expect(!home.exists("x"))
    }

    /// Of an event that is withheld whole, its author checks the captures all the same.
    @Test func aCaptureOfWhatIsWithheld() throws {
        let home = try Self.home()
        try home.write(Home.event("one").replacing("TLP:CLEAR", with: "TLP:RED"), "one.yaml")
        try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml")
        try home.does("append", "one.yaml")
        let open = try home.does("evidence", "check", "--trust", "Keys")
        #expect(open.out.contains("entry 1") && open.out.contains("1 private one"), "\(open.out)")
        // One that is to be published lies in the clear meanwhile, and that is said.
        try home.write(Home.event("two").replacing("TLP:CLEAR", with: "TLP:RED"), "two.yaml")
        let staged = try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "two.yaml", "--public")
        #expect(staged.err.contains("unsealed until it is released"), "\(staged.err)")
        // Nobody else learns of it.
        let shut = home.run("evidence", "check", "--trust", "Keys")
        #expect(shut.exit == .done && shut.out.contains("0 private ones") && !shut.out.contains("entry 1"))
    }

    @Test func theFileStaysAsItWasWritten() throws {
        let home = try Self.home()
        let before = String(decoding: try home.read("one.yaml"), as: UTF8.self)
        try home.does("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml", "--public")
        let after = String(decoding: try home.read("one.yaml"), as: UTF8.self)
        #expect(after.hasPrefix(before) && after.dropFirst(before.count).hasPrefix("captures:\n  - source: paper\n"))
        #expect(home.run("lint", "one.yaml").exit == .done)
        let again = home.run("evidence", "add", "page.html", "--to", "paper", "--event", "one.yaml", "--public")
        #expect(again.err.contains("has this capture of paper already"), "\(again.err)")
        let stranger = home.run("evidence", "add", "page.html", "--to", "nobody", "--event", "one.yaml", "--public")
        #expect(stranger.exit == .failed && stranger.err.contains("nothing was changed"), "\(stranger.err)")
        #expect(String(decoding: try home.read("one.yaml"), as: UTF8.self) == after)
        #expect(
            home.run("evidence", "add", "page.html", "--to", "paper", "--public").out.hasPrefix(
                "captures:\n  - source: paper\n"))
    }

    @Test func whatTellsOfThePersonIsSaid() throws {
        let home = try Self.home()
        try home.write("%PDF-1.7 /Author (Zarina)", "law.pdf")
        let added = try home.does("evidence", "add", "law.pdf", "--to", "paper", "--event", "one.yaml", "--public")
        #expect(
            added.err.contains("may tell who captured it") && added.err.contains("PDF: Author: Zarina"), "\(added.err)")
        let appended = try home.does("append", "one.yaml")
        #expect(appended.err.contains("PDF: Author: Zarina"), "\(appended.err)")
    }

    @Test func whatIsNoFileIsRefused() throws {
        let home = try Self.home()
        try home.write("", "empty")
        try home.link("link", to: "page.html")
        for (file, word) in [
            ("empty", "is empty"), ("link", "is a link"), ("/dev/zero", "device"), (".", "directory"),
            ("gone", "open: No"),
        ] {
            let result = home.run("evidence", "add", file, "--to", "paper", "--event", "one.yaml", "--public")
            #expect(result.exit == .failed && result.err.contains(word), "\(file): \(result.err)")
        }
    }

    /// 4 GB are read in pieces; sparse, and so they take no room here.
    @Test func aLargeFile() throws {
        let home = try Self.home()
        #expect(FileManager.default.createFile(atPath: home.file("large"), contents: nil))
        let handle = try #require(FileHandle(forWritingAtPath: home.file("large")))
        try handle.truncate(atOffset: 4 << 30 + 1)
        try handle.close()
        let look = home.run("evidence", "check", ".", "--trust", "Keys", "--json")
        #expect(look.exit == .done, "\(look.err)")
        #expect(look.json?["private"]?["strangers"]?.array?.contains("large") == true)
    }
}
