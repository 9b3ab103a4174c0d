import Testing

@testable import Daftar

/// C2SP tlog-tiles: which files a tree of a size has, and what they are called.
@Suite struct TileTests {
    @Test(arguments: [
        (0, "000"), (7, "007"), (999, "999"), (1000, "x001/000"), (1_234_067, "x001/x234/067"),
        (1_000_000_000, "x001/x000/x000/000"),
    ])
    func numbers(_ index: Int, _ path: String) {
        #expect(LedgerPlace.tile(level: 2, index: index, width: 256).path == "tile/2/\(path)")
        #expect(LedgerPlace.entries(index: index, width: 5).path == "tile/entries/\(path).p/5")
        #expect(LedgerPlace.content(index: index).path == "content/\(path).jsonl")
    }

    /// The example of the specification: a tree of 70,000 has tiles 1/000.p/… and so on.
    @Test func shapesOfATree() {
        #expect(Tile.shapes(level: 0, size: 70_000) == 274 && Tile.width(level: 0, index: 273, size: 70_000) == 112)
        #expect(Tile.shapes(level: 1, size: 70_000) == 2 && Tile.width(level: 1, index: 1, size: 70_000) == 17)
        #expect(Tile.shapes(level: 2, size: 70_000) == 1 && Tile.width(level: 2, index: 0, size: 70_000) == 1)
        #expect(Tile.shapes(level: 3, size: 70_000) == 0 && Tile.width(level: 3, index: 0, size: 70_000) == 0)
    }

    /// What is written when a tree grows is what the new one has and the old one had not.
    @Test func grownIsTheDifference() {
        func shapes(_ size: Int) -> Set<Tile.Shape> {
            var all: Set<Tile.Shape> = []
            for level in 0..<Limits.tileLevels {
                for index in 0..<Tile.shapes(level: level, size: size) {
                    all.insert(
                        Tile.Shape(
                            level: level, index: index, width: Tile.width(level: level, index: index, size: size)))
                }
            }
            return all
        }
        let sizes = [0, 1, 2, 255, 256, 257, 511, 512, 513, 65_535, 65_536, 65_537, 131_072, 131_073]
        for old in sizes {
            for new in sizes where new > old {
                #expect(Set(Tile.grown(from: old, to: new)) == shapes(new).subtracting(shapes(old)), "\(old) to \(new)")
            }
        }
    }

    @Test func bundlesAreCutByTheirLengths() {
        let entries: [[UInt8]] = [[], [1], Array(repeating: 2, count: 300), Array(repeating: 3, count: Limits.entry)]
        var bytes: [UInt8] = []
        for entry in entries { EntryBundle.append(entry, to: &bytes) }
        let whole = EntryBundle.cut(bytes.span, width: 4)
        #expect(whole.fault == nil && whole.entries.map { Array(bytes[$0]) } == entries)
        for end in bytes.indices where end < 310 || end > bytes.count - 3 {
            let short = Array(bytes[..<end]), cut = EntryBundle.cut(short.span, width: 4)
            #expect(cut.fault == .short(index: cut.entries.count))
        }
        #expect(EntryBundle.cut((bytes + [0]).span, width: 4).fault == .long)
        #expect(EntryBundle.cut(bytes.span, width: 3).fault == .long)
    }
}
