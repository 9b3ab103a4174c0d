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
        case .database(let words):
            self.init(
                "the working state can't be used: \(words)",
                hint: "it can be deleted: the next command makes it anew from the published files")
        }
    }

    init(_ error: SystemError) { self.init(error.description, hint: Failure.hint(for: error)) }

    init(_ error: LedgerReadError) {
        self.init("\(error.place): \(error.problem)", hint: "it is there and can't be read: that is no verdict on the ledger")
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
            self.init("the charter pin is not 44 characters of base64 and a newline", hint: "it is the leaf hash of entry 0")
        case .exists(let path):
            self.init("\(path): is there already; trust anchors are never overwritten", hint: "choose another folder")
        }
    }

    private static func hint(for error: SystemError) -> String? {
        if error.reason.contains("No space") { return "make room, then try again: nothing was half done" }
        if error.reason.contains("Permission") { return "its owner and mode decide who may" }
        if error.isAbsent { return "look at the spelling: there is no such file" }
        return nil
    }
}
