extension TileTree {
    /// Hands over each entry in order, and how it is numbered; ends early where a bundle can't be had.
    public func forEachEntry(_ body: (Int, [UInt8]) throws -> Void) throws {
        for number in 0..<reader.count {
            guard let bundle = try reader.bundle(number) else { return }
            let cut = EntryBundle.cut(bundle.bytes.span, width: bundle.width).entries
            for (place, range) in cut.enumerated() {
                try body(number * Limits.tileWidth + place, Array(bundle.bytes[range]))
            }
        }
    }
}

extension LedgerPlace {
    /// The files that a tree of `size` entries consists of: its tiles and its bundles of entries.
    public static func tree(size: Int) -> [LedgerPlace] {
        var places: [LedgerPlace] = []
        for level in 0..<Limits.tileLevels {
            for index in 0..<Tile.shapes(level: level, size: size) {
                let width = Tile.width(level: level, index: index, size: size)
                places.append(.tile(level: level, index: index, width: width))
                if level == 0 { places.append(.entries(index: index, width: width)) }
            }
        }
        return places
    }
}
