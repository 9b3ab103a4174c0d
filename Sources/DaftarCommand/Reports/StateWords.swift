import Daftar
import DaftarStore

/// What an entry of an event's history has for an effect, in words.
struct StateWords {
    private let history: EventHistory

    init(_ history: EventHistory) { self.history = history }

    static let doubted = "DOUBTED: a key that signed it is said to have been stolen by then"

    func state(of entry: SignedContent) -> String {
        switch history.state(of: entry) {
        case .inForce: entry.type == .event ? "stands" : "in force"
        case .doubted: StateWords.doubted
        case .superseded(let by): "no longer in force: entry \(by) corrects later"
        case .retracted(let by) where entry.type == .event: "RETRACTED by entry \(by)"
        case .retracted(let by) where entry.type == .correction: "without effect: entry \(by) retracted the event"
        case .retracted(let by) where entry.type == .retraction: "without effect: entry \(by) retracted before"
        case .retracted(let by): "taken back by entry \(by)"
        }
    }

    /// The same for a machine.
    func word(of entry: SignedContent) -> String {
        switch history.state(of: entry) {
        case .inForce: "in-force"
        case .doubted: "doubted"
        case .superseded: "superseded"
        case .retracted: "retracted"
        }
    }
}
