import Daftar
import DaftarStore

/// Notes beside a verdict, as sentences.
enum NoteWords {
    /// One each; of doubted entries one for all.
    static func sentences(_ notes: [Note]) -> [String] {
        let doubtful = notes.filter { $0.code == .doubted }.compactMap(\.entry)
        let others = notes.filter { $0.code != .doubted || $0.entry == nil }.map(\.words)
        return (doubtful.isEmpty ? [] : [doubted(doubtful)]) + others
    }

    static func doubted(_ entries: [Int]) -> String {
        let (are, them) = entries.count == 1 ? ("is", "it") : ("are", "them")
        return "\(Words.entries(entries)) \(are) doubted: a key that signed \(them) is said to have been stolen by then"
    }
}

extension Note {
    /// What a reader should know, in a sentence.
    var words: String {
        let entry = entry.map { "entry \($0)" } ?? "the ledger"
        return switch code {
        case .beyondCheckpoint: "files reach further than the checkpoint: a writer was interrupted, or is at work"
        case .strangeKeyFile: "\(detail) beside the policy is a key that this ledger does not know"
        case .unknownType: "\(entry) is of a type that this version does not understand\(quoted)"
        case .unknownField: "\(entry) has a field that this version does not understand\(quoted)"
        case .unknownSignature: "\(entry) has a signature of a kind that this version does not understand\(quoted)"
        case .doubted: "\(entry) is doubted: a key that signed it is said to have been stolen by then"
        case .releasedNotHere: "\(entry): released content is not here"
        case .withdrawnStillHere:
            "\(entry): this copy still holds \(detail == "1" ? "1 part that was" : "\(detail) parts that were") withdrawn; daftar never shows it"
        case .futureDay: "the last entry was recorded on \(detail), which lies ahead of this machine's clock"
        case .fewEditors: "\(entry) leaves fewer editors than the ledger's approvals ask for"
        case .pending: "a checkpoint of \(detail) entries waits for its witnesses"
        case .unreadableTimestamp: "the timestamp over \(detail) entries was not checked"
        case .memoryDamaged: "what was remembered of this ledger is damaged\(quoted)"
        }
    }

    private var quoted: String { detail.isEmpty ? "" : ": \(detail)" }
}

extension TrustChange {
    /// What changes, in a few words.
    var words: String {
        switch self {
        case .ledgerKeyAdded(let key): "ledger key added: \(key.nameAndID)"
        case .ledgerKeyRemoved(let key): "ledger key removed: \(key.nameAndID)"
        case .witnessAdded(let key): "witness added: \(key.nameAndID)"
        case .witnessRemoved(let key): "witness removed: \(key.nameAndID)"
        case .quorum: "another quorum of witnesses"
        case .charter(let old, let new): "ANOTHER CHARTER: \(old.base64) becomes \(new.base64)"
        case .timestampAuthorities: "other timestamp authorities"
        }
    }

    /// What stays the same is said too, so that a rotation of keys does not look like an attack, nor the reverse.
    static func sentence(_ changes: [TrustChange]) -> String {
        var words = changes.map(\.words)
        let isCharter = changes.contains { if case .charter = $0 { true } else { false } }
        if !isCharter { words.append("charter unchanged") }
        if !changes.contains(.quorum) { words.append("quorum unchanged") }
        return words.joined(separator: "; ")
    }
}
