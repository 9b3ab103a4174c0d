import Daftar
import DaftarStore

// Each error of the layers below in words: what is wrong and where, what to do, and how the run ends.

extension Failure {
    init(_ error: StoreError) {
        switch error {
        case .system(let error): self.init(error)
        case .unreadable(let error): self.init(error)
        case .noLedger(let path): self.init(noLedger: path)
        case .locked(let path):
            self.init(
                "\(path): another writer has this ledger", hint: "wait until the other command is done, then try again",
                exit: .locked)
        case .noHome:
            self.init("there is no home folder: neither HOME nor the XDG variables are set", hint: "set HOME")
        case .database, .damagedState, .otherStateVersion: self.init(state: error)
        case .olderState(let version, let size):
            self.init(
                "the working state was written by an older version (\(version)) of daftar, and of its \(Words.count(size, "entry", "entries")) not all are published",
                hint: "publish them first, with the version that wrote them")
        case .foreignCheckpoint(let path):
            self.init(
                "\(path): the checkpoint there can't be read, or no key of the trust anchors signed it",
                hint: "daftar verify says more; a writer never replaces what is not its own", exit: .notIntact)
        case .exists(let path):
            self.init(
                "\(path): something is there already; a ledger is never overwritten",
                hint: "choose a folder that is new or empty")
        case .notIntact(let report):
            let first = report.findings.first.map { ": \($0.code.meaning)" } ?? ""
            self.init(
                "the published files are not intact\(first)", hint: "daftar verify says what was done", exit: .notIntact
            )
        case .disagree(let published, let own): self.init(published, against: own)
        case .olderCopy(let path, let home, let size, let newest):
            self.init(
                "\(path): an older copy, of \(Words.count(size, "entry", "entries")): this machine has \(Words.grouped(newest)), and publishes them to \(home)",
                hint: "daftar verify checks the copy as it is; daftar publish --ledger \(path) brings it up to date",
                exit: .notIntact)
        case .changedMeanwhile:
            self.init(
                "the published files changed while they were read",
                hint: "somebody writes there without the lock; try again")
        case .needsNewer(let entry):
            self.init("from entry \(entry) on this ledger needs a newer version of daftar", exit: .needsNewer)
        case .refused(let refusal): self.init(refusal, what: "statement \(refusal.position + 1)")
        case .oddClock(let today, let last):
            self.init(
                "this machine's clock says \(today), the ledger's last entry \(last)",
                hint: "set the clock; at a terminal you are asked, and can confirm it")
        case .unpublished(let entries, let error): self.init(Failure(error), unpublished: entries)
        case .notForgotten:
            self.init(
                "the withdrawn content is out of the ledger; the working state still has it in old pages, for another command reads there",
                hint: "wait until that is done, then daftar publish", exit: .locked)
        case .timestamp(let refusal): self.init(refusal)
        case .nothingToAppend: self.init("there is nothing to append")
        case .notTheLedgersKey(let key):
            self.init(
                "\(key.nameAndID) is none of this ledger's own keys", hint: "name the right one with --ledger-key FILE",
                exit: .keyUnusable)
        case .signing(let error): self.init(error)
        case .cosignature(let refusal): self.init(refusal)
        }
    }

    /// To try again would append it twice.
    private init(_ failure: Failure, unpublished entries: Int) {
        let what = entries == 1 ? "1 entry is" : "\(Words.grouped(entries)) entries are"
        self.init(
            "\(failure.message); \(what) committed and not published yet",
            hint: "put that right, then daftar publish: don't append again", exit: failure.exit)
    }

    /// What lies there, or was taken from there, and what this machine has seen before.
    private init(_ shown: Checkpoint, against seen: Checkpoint) {
        let isOlder = shown.size < seen.size
        self.init(
            "\(isOlder ? "an older state is here than this machine has seen" : "another history is here than this machine has seen"): \(Words.count(shown.size, "entry", "entries")), root \(shown.root.base64), against \(Words.grouped(seen.size)), root \(seen.root.base64)",
            hint: isOlder
                ? "nothing was changed. Bring the newer files back: to append to older ones would make a second history"
                : "both are kept as they are. Find out who wrote the files; daftar verify compares with what was seen before",
            exit: .notIntact)
    }

    /// The working state is a cache but for what is not published yet.
    private init(state error: StoreError) {
        let words =
            switch error {
            case .database(let words): "the working state can't be used: \(words)"
            case .damagedState(let part): "the working state is damaged: \(part)"
            case .otherStateVersion(let version):
                "the working state was written by another version (\(version)) of daftar"
            default: "the working state can't be used"
            }
        self.init(
            words,
            hint:
                "it lies under XDG_STATE_HOME/daftar/ledgers, and can be deleted: it is made anew from the published files"
        )
    }

    init(_ error: SystemError) { self.init(error.description, hint: Failure.hint(for: error)) }

    init(_ error: LedgerReadError) {
        self.init(
            "\(error.place): \(error.problem)", hint: "it is there and can't be read: that is no verdict on the ledger")
    }

    init(noLedger path: String) {
        self.init(
            "\(path): there is no ledger here", hint: "name its folder with --ledger DIR, or set DAFTAR_LEDGER",
            exit: .noLedger)
    }

    init(_ error: TrustFolder.Failure) {
        switch error {
        case .system(let error) where error.isAbsent:
            self.init(
                "\(Path.parent(error.path)): there are no trust anchors here",
                hint: "a trust directory holds the files `policy` and `charter`")
        case .system(let error): self.init(error)
        case .policy(let error):
            let place = error.line > 0 ? "line \(error.line) of the policy" : "the policy"
            self.init("\(place): \(error.problem)", hint: "the publisher's own copy of Keys/ is the one to use")
        case .charter:
            self.init(
                "the charter pin is not 44 characters of base64 and a newline", hint: "it is the leaf hash of entry 0")
        case .keyFile(let name):
            self.init(
                "\(name): is not a public key as `openssl pkey -pubout` writes it",
                hint: "the publisher's own copy of Keys/ is the one to use")
        case .exists(let path):
            self.init("\(path): is there already; trust anchors are never overwritten", hint: "choose another folder")
        }
    }

    private static func hint(for error: SystemError) -> String? {
        if error.reason.contains("No space") { return "make room, then try again: nothing was half done" }
        if error.reason.contains("Read-only") { return "it is mounted for reading only; nothing was changed" }
        if error.reason.contains("too large") { return "no file of this kind is so large" }
        if error.reason.contains("Permission") || error.reason.contains("not permitted") {
            return "its owner and mode decide who may"
        }
        if error.isAbsent { return "look at the spelling: there is no such file" }
        return nil
    }
}
