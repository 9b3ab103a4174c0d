extension Restoration {
    /// Tiles, bundles, and older partial files that are still there.
    public func visitTree(_ visit: Visit) throws {
        for level in 0..<Limits.tileLevels {
            for index in 0..<Tile.shapes(level: level, size: size) {
                try visitTile(level, index, Tile.width(level: level, index: index, size: size), visit)
            }
        }
        for index in 0..<Tile.shapes(level: 0, size: size) {
            try visitBundle(index, Tile.width(level: 0, index: index, size: size), visit)
        }
        for place in try here.partialPlaces() {
            switch place {
            case .tile(let level, let index, let width)
            where width < Tile.width(level: level, index: index, size: size):
                try visitTile(level, index, width, visit)
            case .entries(let index, let width) where width < Tile.width(level: 0, index: index, size: size):
                try visitBundle(index, width, visit)
            default: continue
            }
        }
    }

    private func visitTile(_ level: Int, _ index: Int, _ width: Int, _ visit: Visit) throws {
        let place = LedgerPlace.tile(level: level, index: index, width: width)
        let right = tree.tile(level: level, index: index, width: width).flatMap(\.bytes)
        if try !isRight(place, right) { try visit(place, .restored(right)) }
    }

    private func visitBundle(_ index: Int, _ width: Int, _ visit: Visit) throws {
        let place = LedgerPlace.entries(index: index, width: width)
        let first = index * Limits.tileWidth
        let own = try tree.here.entries(index) ?? [], other = try tree.copy.entries(index) ?? []
        var bundle: [UInt8] = [], lacking: [Int] = []
        for i in 0..<width {
            let candidates = [own, other].compactMap { i < $0.count ? $0[i] : nil }
            if let entry = candidates.first(where: { Hash.leaf($0.span) == tree.leaves[first + i] }) {
                EntryBundle.append(entry, to: &bundle)
            } else {
                lacking.append(first + i)
            }
        }
        if let entry = lacking.first {
            let others = lacking.count > 1 ? " and \(lacking.count - 1) more" : ""
            let isThere = lacking.contains { $0 - first < other.count }
            return try visit(
                place,
                isThere
                    ? .refused("entry \(entry)\(others): the copy's is not the one in the tree")
                    : .missing("entry \(entry)\(others): not in the copy"))
        }
        if try !isRight(place, bundle) { try visit(place, .restored(bundle)) }
    }

    /// Where a partial file is gone, the full one may stand for it.
    private func isRight(_ place: LedgerPlace, _ right: [UInt8]) throws -> Bool {
        let limit = EntryBundle.limit(width: Limits.tileWidth)
        if let bytes = bytes(here, place, limit) { return bytes == right }
        let isAbsent: Bool
        // What is there and is no file is not absent.
        do { isAbsent = try here.byteCount(of: place) == nil } catch  where error.isNoFile { isAbsent = false }
        guard isAbsent, place != place.full, let whole = bytes(here, place.full, limit) else { return false }
        return whole.prefix(right.count).elementsEqual(right)
    }
}
