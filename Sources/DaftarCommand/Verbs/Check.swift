import ArgumentParser
import Daftar
import DaftarStore

/// `daftar check`: what somebody was given, offline: a proof of one entry or of a fork, or a kit.
struct Check: Verb {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Check what somebody handed to you, offline.",
        discussion: """
            Says that the entry is INCLUDED in the ledger under a signed checkpoint, how
            many of its parts are shown, and by whom it is signed. It never says intact:
            that the signers were entitled, and what was withdrawn since, takes a copy of
            the whole ledger: --ledger names it, and it is verified first.

            Of what daftar disclose hands to one reader it shows the parts, and that they
            are what the authors signed and withheld. A folder or zip file that daftar
            bundle made is checked whole; content that a selection leaves out is neither
            checked nor called missing. Of the file that verify or a witness keeps of a
            fork it says whether the ledger's key really signed two histories.

            EXAMPLE:
              daftar check entry-9.tlog-proof --trust Keys
              daftar check lot-7.parts --trust Keys --ledger Records
              daftar check kit.zip --trust Keys
            """)

    @Argument(help: ArgumentHelp("The proof, the parts or the bundle.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var trust: TrustOption
    @Option(
        help: ArgumentHelp("A copy of the ledger, to check a proof or parts against.", valueName: "dir"),
        completion: .directory)
    var ledger: String?
    @Flag(help: "Print the result as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        if OpenKit.isOne(session.path(file)) { return try checkKit(session) }
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(file), limit: HandedParts.limit) } catch { throw Failure(error) }
        if HandedParts.isOne(bytes) { return try checkParts(bytes, session) }
        return Misbehaviour.isOne(bytes) ? try checkFork(bytes, session) : try checkEntry(bytes, session)
    }

    private func checkKit(_ session: Session) throws -> Exit {
        let page = KitPage(check: try KitCheck.run(file, trust: trust.trust, in: session), path: file, session: session)
        if json { session.print(page.json) } else { page.show() }
        return page.check.exit
    }

    private func checkFork(_ bytes: [UInt8], _ session: Session) throws -> Exit {
        let fork: Misbehaviour
        do { fork = try Misbehaviour(parsing: bytes) } catch {
            throw Failure("\(file): is no proof of a fork: it was cut short or altered")
        }
        let page = ForkPage(
            fork: fork, anchors: try anchors(fork.larger.checkpoint.origin, session), file: file, session: session)
        if json { session.print(page.json) } else { page.show() }
        return page.exit
    }

    private func anchors(_ origin: Origin, _ session: Session) throws(Failure) -> TrustAnchors? {
        if let trust = trust.trust { return try Anchors.read(session.path(trust)) }
        return try Anchors.accepted(origin, session)
    }

    private func checkParts(_ bytes: [UInt8], _ session: Session) throws -> Exit {
        let parts: HandedParts
        do { parts = try HandedParts(parsing: bytes) } catch {
            throw Failure(
                "\(file): is not what daftar disclose writes: it was cut short or altered",
                hint: "ask whoever gave it to you for another copy")
        }
        return try show(parts.proof, session) { ProofCheck(parts, policy: $0, keys: $1) }
    }

    private func checkEntry(_ bytes: [UInt8], _ session: Session) throws -> Exit {
        let proof = try parse(bytes)
        return try show(proof, session) { ProofCheck(proof, policy: $0, keys: $1) }
    }

    private func show(
        _ proof: TlogProof, _ session: Session, _ check: (Policy, [[UInt8]]) -> ProofCheck
    ) throws -> Exit {
        let origin = proof.checkpoint.checkpoint.origin
        let anchors = try anchors(origin, session)
        let policy = anchors?.policy ?? Policy(origin: origin, ledgerKeys: [])
        let keys = try trust.trust.map { path throws(Failure) in try publicKeys(session.path(path)) } ?? []
        let result = check(policy, keys)
        var page = ProofPage(proof: proof, check: result, anchors: anchors, file: file, session: session)
        if let ledger {
            page.ledger = try ProofInLedger(
                proof, handed: result.handed, LedgerFinder(session).open(ledger), trust: trust.trust, in: session)
        }
        if json { session.print(page.json) } else { page.show() }
        return page.exit
    }

    private func parse(_ bytes: [UInt8]) throws(Failure) -> TlogProof {
        do { return try TlogProof(parsing: bytes) } catch {
            throw Failure("\(file): is no proof: \(error.words)", hint: "daftar prove N -o FILE makes one")
        }
    }

    /// Every public key in a trust directory: with them the authors' own signatures can be checked too.
    private func publicKeys(_ folder: String) throws(Failure) -> [[UInt8]] {
        let names: [String]
        do { names = try FileSystem.names(in: folder) } catch { throw Failure(error) }
        return names.filter { $0.hasSuffix(".pem") && $0 != "tsa.pem" }.compactMap { name in
            (try? FileSystem.read(Path.join(folder, name), limit: SigningKey.fileLimit)).flatMap {
                try? VerifierKey.publicKey(pem: $0)
            }
        }
    }
}

extension TlogProof.ParseError {
    fileprivate var words: String {
        switch self {
        case .tooLong: "it is too large"
        case .firstLine: "it does not begin with c2sp.org/tlog-proof@v1"
        case .extra: "its second line is not the entry in base64"
        case .index: "it does not say which entry it is about"
        case .hash: "a line of its path is not a hash in base64"
        case .checkpoint: "what it ends with is no checkpoint"
        case .length: "its path is not as long as the entry's place in the tree asks for"
        }
    }
}
