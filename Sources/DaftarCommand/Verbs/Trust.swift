import ArgumentParser
import Daftar
import DaftarStore

/// `daftar trust`: the anchors that this person accepts.
struct Trust: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust", abstract: "Accept trust anchors, list them, change yours.",
        discussion: """
            Trust anchors say whose ledger it is: the ledger's keys, the witnesses that
            must have seen it, and the hash of its charter, which names who may speak.
            Compare that hash with what the publisher printed before you accept it.

            EXAMPLE:
              daftar trust add Keys
              daftar trust list
            """,
        subcommands: [TrustAdd.self, TrustList.self, TrustSet.self])
}

struct TrustAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Accept the trust anchors in a folder.",
        discussion: """
            They take the place of those accepted before for the same ledger; what
            changes is said, and where somebody is at a terminal, asked.

            EXAMPLE:
              daftar trust add Keys
            """)

    @Argument(help: ArgumentHelp("The trust directory.", valueName: "dir"), completion: .directory)
    var directory: String
    @Flag(help: "Don't ask.")
    var yes = false

    func run(in session: Session) throws -> Exit {
        let path = session.path(directory)
        let new = try Anchors.read(path)
        let old = try Anchors.accepted(new.policy.origin, session)
        AnchorsPage(session: session).show(new)
        let changes = old.map { TrustChange.between($0, new) } ?? []
        if old != nil, changes.isEmpty {
            session.say("These anchors were accepted before; nothing changes.")
            return .done
        }
        if !changes.isEmpty {
            session.warn(
                "these are not the anchors that you accepted before. What changes: \(TrustChange.sentence(changes))")
            if changes.isNewCharter {
                session.hint(
                    "another charter is another ledger under the same name: ask the publisher by another channel")
            }
            guard try session.confirm("Accept them in place of the old ones?", yes: yes) else { return .failed }
        }
        do { try AcceptedTrust(try session.folders()).accept(from: path) } catch let error as TrustFolder.Failure {
            throw Failure(error)
        }
        session.say("Accepted. daftar verify judges this ledger by them from now on.")
        return .done
    }
}

struct TrustList: Verb {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the trust anchors that were accepted.",
        discussion: """
            EXAMPLE:
              daftar trust list
            """)

    @Flag(help: "Print them as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let all: [TrustAnchors]
        do { all = try AcceptedTrust(try session.folders()).all() } catch let error as TrustFolder.Failure {
            throw Failure(error)
        }
        let page = AnchorsPage(session: session)
        if json {
            session.print(.array(all.map(page.json)))
        } else {
            for anchors in all { page.show(anchors) }
            if all.isEmpty { session.say("No trust anchors were accepted yet: daftar trust add DIR") }
        }
        return .done
    }
}

extension [TrustChange] {
    var isNewCharter: Bool { contains { if case .charter = $0 { true } else { false } } }
}
