import Daftar
import DaftarStore

/// Statements of this person's keys that wait, for other signatures or to be appended. Each key signs everything else
/// over what they have seen, or it is said what would be cancelled (DESIGN §4.1).
struct Waiting {
    private let session: Session
    /// Nil where this person has no folders: then nothing is remembered.
    private let store: WaitingStatements?
    /// The ledger, where it is at hand.
    private let open: OpenLedger?
    /// A person gives them up.
    var isCancelling: Bool

    init(_ origin: Origin, _ open: OpenLedger?, isCancelling: Bool = false, in session: Session) {
        (self.session, self.open, self.isCancelling) = (session, open, isCancelling)
        store = (try? session.folders()).map { WaitingStatements($0, origin) }
    }

    /// What a key's next statement is to have seen: `head`, or less where more would cancel one that waits.
    ///
    /// - Parameter floor: what another statement of the key, which goes into the ledger before, has seen.
    func seen(_ head: Seen, by key: VerifierKey, atLeast floor: Int = 0) throws(Failure) -> Seen {
        let waiting = try live().filter { $0.by.contains(key.nameAndID) && (floor..<head.size).contains($0.seen.size) }
        guard let first = waiting.min(by: { $0.seen.size < $1.seen.size }) else { return head }
        if isCancelling {
            session.warn("this cancels \(Waiting.files(waiting))")
            return head
        }
        session.note(
            "\(Waiting.files(waiting)) \(Waiting.wait(waiting)), having seen \(Words.seen(first.seen.size)): this is signed over no more, which would cancel it; --cancel-waiting gives it up"
        )
        return first.seen
    }

    /// Asks, or without a terminal refuses, before something that was signed over more cancels one that waits.
    ///
    /// - Parameters:
    ///   - live: those that wait.
    ///   - keys: whose statement it is, `name+id` each.
    ///   - others: what goes into the ledger before it, or is it.
    func permit(
        _ name: String, _ seen: Seen, by keys: [String], of live: [WaitingStatement], besides others: Set<Hash>
    ) throws {
        let cancelled = live.filter {
            !others.contains($0.hash) && $0.seen.size < seen.size && !Set($0.by).isDisjoint(with: keys)
        }
        guard !cancelled.isEmpty else { return }
        let words =
            "\(name) has seen \(Words.seen(seen.size)): it cancels \(Waiting.files(cancelled)), which \(Waiting.wait(cancelled))"
        if isCancelling { return session.warn(words) }
        guard session.person != nil else {
            throw Failure(words, hint: "append that one first, or give it up with --cancel-waiting")
        }
        guard try session.confirm("\(words). Give that up?", yes: false) else {
            throw Failure("\(name): nothing was done")
        }
    }

    // MARK: Memory

    /// Writes down a statement that others sign too.
    func remember(_ statement: UnfinishedStatement, file: String) {
        guard statement.by.count > 1 else { return }
        do throws(SystemError) { try store?.remember(WaitingStatement(statement, file: file)) } catch {
            session.warn(
                "\(error): that \(file) waits could not be written down; what you sign before it is in the ledger may cancel it"
            )
        }
    }

    /// Forgets what a key has just cancelled. It is tidying up: what can't be forgotten now is the next time.
    func forget(by key: VerifierKey, below seen: Seen) {
        for old in (try? live()) ?? [] where old.by.contains(key.nameAndID) && old.seen.size < seen.size { forget(old) }
    }

    /// Those that can still be appended. What the ledger holds, or can't take any more, is forgotten.
    @discardableResult
    func live() throws(Failure) -> [WaitingStatement] {
        guard let store else { return [] }
        let all: [WaitingStatement], damaged: [String]
        do throws(SystemError) { (all, damaged) = try store.all() } catch { throw Failure(error) }
        for path in damaged { session.warn("\(path): is damaged, and was not used; what waits may be in it") }
        guard let open, !all.isEmpty else { return all }
        let rights = try open.ask { ledger throws(StoreError) in try ledger.rights() }
        var live: [WaitingStatement] = []
        for statement in all {
            if try isOver(statement, rights, open) {
                forget(statement)
                continue
            }
            // One that was signed over another history says nothing about this one.
            let root = try open.ask { ledger throws(StoreError) in try ledger.root(atSize: statement.seen.size) }
            if root == nil || root == statement.seen.root { live.append(statement) }
        }
        return live
    }

    /// In the ledger, cancelled by what one of its keys signed later, or by a key that was revoked.
    private func isOver(_ statement: WaitingStatement, _ rights: Rights, _ open: OpenLedger) throws(Failure) -> Bool {
        if try open.ask({ ledger throws(StoreError) in try ledger.entry(ofStatement: statement.hash) }) != nil {
            return true
        }
        return rights.signers.contains {
            statement.by.contains($0.key.nameAndID) && ($0.lastSeen > statement.seen.size || !$0.isActive)
        }
    }

    private func forget(_ statement: WaitingStatement) {
        do throws(SystemError) { try store?.forget(statement) } catch { session.warn("\(error)") }
    }

    private static func files(_ statements: [WaitingStatement]) -> String {
        Words.list(Set(statements.map { $0.file.cleaned }).sorted())
    }

    private static func wait(_ statements: [WaitingStatement]) -> String {
        Set(statements.map(\.file)).count == 1 ? "waits" : "wait"
    }
}
