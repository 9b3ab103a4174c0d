import ArgumentParser
import Daftar
import DaftarStore

/// `daftar trust set`: changes the policy in a trust directory, for who publishes it.
struct TrustSet: Verb {
    static let configuration = CommandConfiguration(
        commandName: "set", abstract: "Change keys, witnesses and quorum in a folder.",
        usage: """
            daftar trust set <dir> [--add-ledger-key <vkey>]
                    [--remove-ledger-key <vkey>] [--add-witness <vkey>]
                    [--remove-witness <vkey>] [--quorum <n>] [--yes]
            """,
        discussion: """
            For who publishes a ledger: what its readers accept with daftar trust add. The
            charter stays. To rotate the ledger's key, make the next one with daftar keygen
            --for-ledger, list it, and let both sign until your readers have the new anchors; then take the old one out.
            The quorum is of all witnesses that are listed; 0 asks for none.

            EXAMPLE:
              daftar trust set Keys --add-ledger-key next.pem
              daftar trust set Keys --add-witness "$(cat w.vkey)" --quorum 1
            """)

    @Argument(help: ArgumentHelp("The trust directory.", valueName: "dir"), completion: .directory)
    var directory: String
    @Option(help: ArgumentHelp("A key that signs checkpoints from now on.", valueName: "vkey"))
    var addLedgerKey: [String] = []
    @Option(help: ArgumentHelp("A key that does no more.", valueName: "vkey"))
    var removeLedgerKey: [String] = []
    @Option(help: ArgumentHelp("A witness that may cosign.", valueName: "vkey"))
    var addWitness: [String] = []
    @Option(help: ArgumentHelp("A witness that no longer does.", valueName: "vkey"))
    var removeWitness: [String] = []
    @Option(help: ArgumentHelp("So many of the witnesses must cosign.", valueName: "n"))
    var quorum: Int?
    @Flag(help: "Don't ask.")
    var yes = false

    func run(in session: Session) throws -> Exit {
        let path = session.path(directory), old = try Anchors.read(path)
        try checkNewKeys(path, old.policy, session)
        let keys = try keys(session), policy: Policy
        do { policy = try changed(old.policy, keys) } catch { throw Failure(error) }
        let new = TrustAnchors(policy: policy, charter: old.charter, timestampAuthorities: old.timestampAuthorities)
        let changes = TrustChange.between(old, new)
        AnchorsPage(session: session).show(new)
        guard !changes.isEmpty else {
            session.say("Nothing changes.")
            return .done
        }
        session.say("What changes: \(TrustChange.sentence(changes).cleaned)")
        guard try session.confirm("Write this to \(directory)?", yes: yes) else { return .failed }
        do { try TrustFolder.replacePolicy(in: path, by: policy) } catch { throw Failure(error) }
        session.say("Written. Accept it yourself, then hand it to your readers: daftar trust add \(directory.cleaned)")
        sayWhatIsNext(changes, session)
        return .done
    }

    // MARK: Steps

    /// The keys of each option, in its order.
    private struct Keys {
        let addLedger, removeLedger, addWitness, removeWitness: [VerifierKey]
    }

    private func keys(_ session: Session) throws(Failure) -> Keys {
        func read(_ texts: [String]) throws(Failure) -> [VerifierKey] {
            try texts.map { text throws(Failure) in try VKeyArgument.read(text, in: session) }
        }
        return Keys(
            addLedger: try read(addLedgerKey), removeLedger: try read(removeLedgerKey),
            addWitness: try read(addWitness), removeWitness: try read(removeWitness))
    }

    private func changed(_ old: Policy, _ keys: Keys) throws(Policy.EditError) -> Policy {
        var policy = old
        for key in keys.addLedger { try policy.add(ledgerKey: key) }
        for key in keys.removeLedger { try policy.remove(ledgerKey: key) }
        for key in keys.addWitness { try policy.add(witness: key) }
        if let quorum {
            let witnesses = policy.witnesses.map(\.key).filter { !keys.removeWitness.contains($0) }
            try policy.ask(for: quorum, of: witnesses)
        }
        for key in keys.removeWitness { try policy.remove(witness: key) }
        return policy
    }

    /// A raw key is one signer: an author's can't become the ledger's, or every entry that admitted it would be refused.
    private func checkNewKeys(_ path: String, _ policy: Policy, _ session: Session) throws(Failure) {
        let new = try keys(session), files: [String: [UInt8]]
        do { files = try TrustFolder.keyFiles(path) } catch { throw Failure(error) }
        let own = (policy.ledgerKeys + policy.witnesses.map(\.key)).map(\.material)
        for key in new.addLedger + new.addWitness where !own.contains(key.material) {
            guard let taken = files.first(where: { $0.value == key.material }),
                !["ledger", "witness"].contains(taken.key)
            else { continue }
            throw Failure(
                "\(key.nameAndID): the same key lies there as \(taken.key).pem, an author's",
                hint: "each has a key of its own: daftar keygen makes one", exit: .keyUnusable)
        }
    }

    private func sayWhatIsNext(_ changes: [TrustChange], _ session: Session) {
        for change in changes {
            switch change {
            case .ledgerKeyAdded:
                session.hint(
                    "both keys sign from the next append on, if both are in your key folder or named with --ledger-key")
            case .ledgerKeyRemoved:
                session.note("who still has the older anchors can't check what is signed from now on")
            default: break
            }
        }
    }
}

extension Failure {
    init(_ error: Policy.EditError) {
        switch error {
        case .otherOrigin(let name):
            self.init(
                "\(name): is not the ledger's own key", hint: "its name is the origin: daftar keygen --for-ledger")
        case .otherType(let name):
            self.init("\(name): is a key of another kind", hint: "the ledger's keys have type 1, witnesses type 4")
        case .listed(let name): self.init("\(name): this key is listed already")
        case .notListed(let name): self.init("\(name): is not listed there", hint: "daftar trust list shows what is")
        case .lastLedgerKey:
            self.init(
                "a ledger can't be without a key of its own", hint: "add the next one first: --add-ledger-key VKEY")
        case .quorumNeeds(let name):
            self.init(
                "\(name): the quorum counts this witness", hint: "say how many of the others must cosign: --quorum N")
        case .quorum(let number, let count):
            self.init(
                "--quorum \(number): there are \(Words.count(count, "witness", "witnesses"))",
                hint: "from 0 to \(count); --add-witness VKEY adds one", exit: .usage)
        }
    }
}
