/// A file of a published ledger, by what it is: never by a string from data (DESIGN §6).
public enum LedgerPlace: Hashable, Sendable {
    case checkpoint
    case pendingCheckpoint
    /// `tile/<level>/<index>`, or `.p/<width>` of it where width is below 256.
    case tile(level: Int, index: Int, width: Int)
    /// `tile/entries/<index>`, or `.p/<width>` of it.
    case entries(index: Int, width: Int)
    case content(index: Int)
    case evidence(Hash)
    case timestamp(size: Int)

    /// The path in the published directory, with `/` between its parts (C2SP tlog-tiles).
    public var path: String {
        switch self {
        case .checkpoint: "checkpoint"
        case .pendingCheckpoint: "checkpoint.pending"
        case .tile(let level, let index, let width):
            "tile/\(level)/" + LedgerPlace.number(index) + LedgerPlace.partial(width)
        case .entries(let index, let width): "tile/entries/" + LedgerPlace.number(index) + LedgerPlace.partial(width)
        case .content(let index): "content/" + LedgerPlace.number(index) + ".jsonl"
        case .evidence(let hash): "evidence/\(hash.hex.prefix(2))/\(hash.hex)"
        case .timestamp(let size): "timestamps/\(size).tsr"
        }
    }

    /// The file that a partial one becomes a part of.
    var full: LedgerPlace {
        switch self {
        case .tile(let level, let index, _): .tile(level: level, index: index, width: Limits.tileWidth)
        case .entries(let index, _): .entries(index: index, width: Limits.tileWidth)
        default: self
        }
    }

    /// Groups of three digits, all but the last behind an `x`: 1234067 is `x001/x234/067`.
    static func number(_ index: Int) -> String {
        var rest = index, parts: [String] = []
        repeat {
            let digits = String(rest % 1000)
            let padded = String(repeating: "0", count: 3 - digits.count) + digits
            parts.append(parts.isEmpty ? padded : "x" + padded)
            rest /= 1000
        } while rest > 0
        return parts.reversed().joined(separator: "/")
    }

    private static func partial(_ width: Int) -> String { width == Limits.tileWidth ? "" : ".p/\(width)" }
}
