import ArgumentParser
import Daftar
import DaftarStore

/// `daftar check`: a proof of one entry, offline.
struct Check: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Check a proof of one entry, offline.",
        discussion: """
            Says that the entry is INCLUDED in the ledger under a signed checkpoint, how
            many of its parts are shown, and by whom it is signed. It never says intact:
            that the signers were entitled takes the whole ledger (daftar verify).

            EXAMPLE:
              daftar check entry-9.tlog-proof --trust Keys
            """)

    @Argument(help: ArgumentHelp("The proof.", valueName: "file"))
    var file: String
    @OptionGroup var trust: TrustOption
    @Flag(help: "Print the result as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let proof = try read(session.path(file))
        let origin = proof.checkpoint.checkpoint.origin
        var anchors: TrustAnchors?
        if let trust = trust.trust {
            anchors = try Anchors.read(session.path(trust))
        } else {
            anchors = try Anchors.accepted(origin, session)
        }
        let policy = anchors?.policy ?? Policy(origin: origin, ledgerKeys: [])
        let check = ProofCheck(
            proof, policy: policy, keys: try trust.trust.map { try publicKeys(session.path($0)) } ?? [])
        let page = ProofPage(proof: proof, check: check, anchors: anchors, file: file, session: session)
        if json { session.print(page.json) } else { page.show() }
        return page.exit
    }

    private func read(_ path: String) throws(Failure) -> TlogProof {
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(path, limit: TlogProof.limit) } catch { throw Failure(error) }
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
