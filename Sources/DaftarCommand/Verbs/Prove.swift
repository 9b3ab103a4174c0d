import ArgumentParser
import Daftar
import DaftarStore

/// `daftar prove`: that one entry is in the ledger, in a file that stands alone.
struct Prove: Verb {
    static let configuration = CommandConfiguration(
        commandName: "prove", abstract: "Write a proof that one entry is in the ledger.",
        discussion: """
            The proof is one small file (C2SP tlog-proof): the entry, what is shown of
            its content, its path to the root, and the checkpoint with its signatures.
            Whoever has it and the trust anchors can check it offline, without the
            ledger: daftar check FILE.

            EXAMPLE:
              daftar prove 9 -o entry-9.tlog-proof
            """)

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("The ledger's folder.", valueName: "dir"), completion: .directory)
    var directory: String?
    @Option(
        name: .shortAndLong, help: ArgumentHelp("Where to write it; else to standard output.", valueName: "file"),
        completion: .file())
    var output: String?
    @OptionGroup var location: LedgerOption

    func run(in session: Session) throws -> Exit {
        let ledger = try location.open(directory, in: session)
        guard let checkpoint = try Anchors.checkpoint(.checkpoint, of: ledger) else {
            throw Failure(
                "\(ledger.path): the checkpoint is missing or malformed", hint: "daftar verify says more",
                exit: .notIntact)
        }
        let size = checkpoint.checkpoint.size
        let index = try EntryFinder(ledger: ledger, size: size).find(entry)
        let proof = try ProofMaker(ledger: ledger, checkpoint: checkpoint).proof(of: index)
        guard let output else {
            session.out.write(bytes: proof.encoded)
            return .done
        }
        try OutFile.write(proof.encoded, to: session.path(output))
        session.say(
            "\(output.cleaned): proof of entry \(index), checkpoint \(size); check it: daftar check \(output.cleaned)")
        return .done
    }
}

/// Makes proofs, and never hands out one that does not hold.
struct ProofMaker {
    let ledger: LedgerDirectory
    let checkpoint: SignedCheckpoint

    func proof(of index: Int) throws(Failure) -> TlogProof {
        let tree = TileTree(files: ledger, size: checkpoint.checkpoint.size)
        let proof: TlogProof
        do {
            guard let entry = try tree.entry(index) else { throw ProofMaker.broken(index) }
            proof = TlogProof(
                inclusion: try tree.inclusion(of: index), checkpoint: checkpoint, entry: entry,
                content: try content(of: index, entry, tree))
        } catch let error as LedgerReadError {
            throw Failure(error)
        } catch let error as Failure { throw error } catch { throw ProofMaker.broken(index) }
        let entry = proof.entry ?? []
        let leaf = Hash.leaf(entry.span)
        guard proof.inclusion.root(leaf: leaf) == checkpoint.checkpoint.root else { throw ProofMaker.broken(index) }
        return proof
    }

    /// What is shown of the entry, without what was withdrawn since: this copy may still hold that.
    private func content(of index: Int, _ entry: [UInt8], _ tree: TileTree) throws -> [UInt8] {
        guard let line = try tree.contentLine(index), let statement = Statement.inEntry(entry)?.statement else {
            return []
        }
        let pending = try Anchors.checkpoint(.pendingCheckpoint, of: ledger)?.checkpoint.size ?? 0
        let newest = TileTree(files: ledger, size: max(checkpoint.checkpoint.size, pending))
        let withdrawn = try newest.withdrawn(from: statement.hash, since: index)
        return withdrawn.isEmpty ? line : try ContentLine.removing(withdrawn, entry: index, from: line)
    }

    private static func broken(_ index: Int) -> Failure {
        Failure(
            "entry \(index): what the files hold does not lead to the checkpoint's root",
            hint: "daftar verify says what was done", exit: .notIntact)
    }
}
