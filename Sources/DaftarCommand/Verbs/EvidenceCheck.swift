import ArgumentParser
import Daftar
import DaftarStore

/// `daftar evidence check`: are the captures at hand the ones that were signed?
struct EvidenceCheck: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check captures against what was signed.",
        usage: """
            daftar evidence check [<dir>] [--ledger <dir>] [--trust <dir>]
                    [--passphrase-file <file>] [--json]
            """,
        discussion: """
            Verifies the ledger first, with the public captures in its evidence/. Then
            private captures: in a folder of files, whatever their names, and in your
            vault, which also tells those of what you withheld. Web archives are opened,
            and the digests that they say of their own records are checked too. What is
            not at hand is no fault.

            EXAMPLE:
              daftar evidence check captures/ --ledger Records
            """)

    @Argument(help: ArgumentHelp("A folder of captured files.", valueName: "dir"), completion: .directory)
    var folder: String?
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var passphrase: PassphraseOptions
    @Flag(help: "Print the result as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let ledger = try location.open(in: session)
        let anchors = try Anchors.find(trust.trust, for: ledger, in: session)
        let report = try LedgerCheck.run(ledger, anchors, in: session).report
        let check = try CaptureLooking(folder, passphrase, asks: true).run(ledger, anchors, report, in: session)
        if json {
            session.print(["public": .integer(report.evidenceFiles), "private": check.json])
        } else {
            CapturesPage(check: check, session: session).showAll()
            session.out.paragraph(summary(report, check))
        }
        CapturesPage(check: check, session: session).warn()
        guard report.findings.isEmpty else {
            throw Failure("the ledger is not intact", hint: "daftar verify says what was done", exit: .notIntact)
        }
        return check.isDamaged ? .notIntact : .done
    }

    private func summary(_ report: VerificationReport, _ check: CaptureCheck) -> String {
        let inner = check.innerDigests == 0 ? "" : "; \(Words.count(check.innerDigests, "digest")) inside of them too"
        return
            "\(Words.count(report.evidenceFiles, "public capture")) and \(Words.count(check.goodCount, "private one")) are what was signed\(inner); \(Words.grouped(check.absentCount)) not at hand."
    }
}

/// Where private captures are looked for.
struct CaptureLooking {
    let folder: String?
    let passphrase: PassphraseOptions
    /// Somebody at a terminal is asked for the vault's passphrase.
    let asks: Bool

    init(_ folder: String?, _ passphrase: PassphraseOptions, asks: Bool) {
        (self.folder, self.passphrase, self.asks) = (folder, passphrase, asks)
    }

    func run(
        _ ledger: LedgerDirectory, _ anchors: Anchors, _ report: VerificationReport, in session: Session
    ) throws -> CaptureCheck {
        var vault: Vault?
        if let key = anchors.anchors?.memoryKey, Vault.isThere(try session.folders(), key) {
            let isGiven = passphrase.passphraseFile != nil || passphrase.passphraseFd != nil
            if isGiven || asks && session.person != nil {
                vault = try VaultAccess(ledger: key, in: session).open(try KeyRing(passphrase, in: session))
            } else {
                session.note("the vault was not opened: --passphrase-file FILE opens it")
            }
        }
        return try CaptureCheck(ledger, size: report.size, folder: folder, vault: vault, in: session)
    }
}
