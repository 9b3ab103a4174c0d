/// The files of a ledger under the checkpoints that it will have, some kinds of them hidden.
struct HealedFiles: LedgerFiles {
    enum Hidden { case nothing, content }

    let files: any LedgerFiles
    let checkpoint: SignedCheckpoint?
    let pending: SignedCheckpoint?
    let hidden: Hidden

    private func healed(_ place: LedgerPlace) -> [UInt8]?? {
        switch place {
        case .checkpoint: .some(checkpoint?.encoded)
        case .pendingCheckpoint: .some(pending?.encoded)
        case .content where hidden == .content: .some(nil)
        case .evidence where hidden == .content: .some(nil)
        default: nil
        }
    }

    func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int? {
        if let healed = healed(place) { return healed?.count }
        return try files.byteCount(of: place)
    }

    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        guard let healed = healed(place) else { return try files.read(place, from: offset, count: count) }
        return healed.map { Array($0.dropFirst(offset).prefix(count)) }
    }

    func partialPlaces() throws(LedgerReadError) -> [LedgerPlace] { try files.partialPlaces() }

    func timestampSizes() throws(LedgerReadError) -> [Int] { [] }
}
