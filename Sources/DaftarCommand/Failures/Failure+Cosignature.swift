import Daftar
import DaftarStore

// A witness's answer that can't be taken.

extension Failure {
    init(_ fault: CosignatureNote.Fault, _ file: String, _ policy: Policy) {
        let (words, hint): (String, String?) =
            switch fault {
            case .form: ("is no cosignature", "daftar witness cosign writes one")
            case .otherLedger(let origin):
                ("is over a checkpoint of \(origin)", "this ledger is \(policy.origin): was it for another one?")
            case .ledgersOwn(let name):
                ("is signed by \(name), the ledger itself", "a ledger can't be its own witness")
            case .stranger(let name):
                ("\(name) is no witness of this ledger", "the policy names them: witness NAME VKEY")
            case .noTime(let key):
                (
                    "the cosignature by \(key.name) has no time that counts",
                    "its witness makes a new one, on a machine whose clock is set"
                )
            case .invalid(let key):
                ("the cosignature by \(key.name) does not verify", "it was changed on the way, or is a forgery")
            case .twice(let key): ("holds two lines by \(key.name), which is one witness", nil)
            }
        self.init("\(file): \(words)", hint: hint)
    }

    init(_ refusal: CosignatureRefusal) {
        func entries(_ size: Int) -> String { Words.count(size, "entry", "entries") }
        switch refusal {
        case .superseded(let head, let newest):
            self.init(
                "the cosignature is over \(entries(head.size)), and the ledger has \(Words.grouped(newest)) by now",
                hint: "send the newest to the witness: daftar witness cosign")
        case .ahead(let head, let newest):
            self.init(
                "the witness saw \(entries(head.size)), and this machine has only \(Words.grouped(newest))",
                hint: "ALARM: an older state lies here than was published, or somebody else publishes with this key",
                exit: .notIntact)
        case .otherHistory(let head):
            self.init(
                "the witness saw another history: at \(entries(head.size)) its root is \(head.root.base64)",
                hint:
                    "ALARM: it was shown another ledger than this, or its key lies. Ask for its copy, and compare: daftar verify",
                exit: .notIntact)
        case .tooMany:
            self.init("with it the checkpoint would be larger than 64 KiB", hint: "fewer witnesses will do")
        }
    }
}
