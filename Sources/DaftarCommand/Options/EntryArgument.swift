import Daftar
import DaftarStore

/// How a person names an entry: its number, its slug, or the first eight or more characters of a hash.
enum EntryName: Hashable {
    case number(Int)
    case slug(String)
    /// The beginning of a leaf hash or of a statement hash, in base64.
    case hash(String)

    init(_ text: String) throws(Failure) {
        let digits = text.hasPrefix("#") ? text.dropFirst() : text[...]
        if !digits.isEmpty, digits.utf8.allSatisfy({ (48...57).contains($0) }) {
            guard let number = Int(digits) else { throw Failure("\(text): no ledger has so many entries") }
            self = .number(number)
        } else if text.utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }),
            text.count >= 3
        {
            self = .slug(text)
        } else if (8...Hash.base64Count).contains(text.utf8.count), text.utf8.allSatisfy(EntryName.isBase64) {
            self = .hash(text)
        } else {
            throw Failure(
                "\(text): names no entry", hint: "write its number, its slug, or eight or more characters of its hash")
        }
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case 65...90, 97...122, 48...57, 43, 47, 61: true
        default: false
        }
    }
}

/// Finds an entry in the published files, without a database: what a doubter has.
struct EntryFinder {
    let ledger: LedgerDirectory
    let size: Int

    func find(_ text: String) throws(Failure) -> Int {
        let name = try EntryName(text)
        var found: [Int] = []
        switch name {
        case .number(let number): found = number < size ? [number] : []
        case .slug(let slug):
            found = Array(try entries(withSlug: slug).prefix(1))
            // Eight lower-case letters may be the beginning of a hash as well.
            if found.isEmpty, slug.utf8.count >= 8 { found = try entries(withHash: slug) }
        case .hash(let start): found = try entries(withHash: start)
        }
        guard let entry = found.first else {
            throw Failure("\(text): there is no such entry", hint: "the ledger has entries 0 to \(size - 1)")
        }
        guard found.count == 1 else {
            throw Failure("\(text): \(Words.entries(found)) begin so", hint: "write more characters of the hash")
        }
        return entry
    }

    // MARK: Scans

    private func entries(withHash start: String) throws(Failure) -> [Int] {
        var found: [Int] = []
        for index in 0..<Tile.shapes(level: 0, size: size) {
            guard let bytes = try bundle(index) else { continue }
            let width = Tile.width(level: 0, index: index, size: size)
            for (place, range) in EntryBundle.cut(bytes.span, width: width).entries.enumerated() {
                var digests: [SignedDigest] = []
                let entry = ScannedEntry(index: index * Limits.tileWidth + place, range, bytes.span, digests: &digests)
                if [entry.leaf, entry.statementHash].contains(where: { $0?.base64.hasPrefix(start) ?? false }) {
                    found.append(entry.index)
                }
            }
        }
        return found
    }

    /// The entries that show this slug, ascending: the first is the event, later ones correct it.
    private func entries(withSlug slug: String) throws(Failure) -> [Int] {
        let mark = Array(",\"slug\",\"\(slug)\"]".utf8)
        var found: [Int] = []
        for index in 0..<Tile.shapes(level: 0, size: size) {
            guard let bytes = try read(.content(index: index)) else { continue }
            for line in bytes.split(separator: UInt8(ascii: "\n")) where line.firstRange(of: mark) != nil {
                var layouts: [DisclosureLayout] = []
                let copy = Array(line)
                guard let content = try? ContentLine.scan(0..<copy.count, copy.span, &layouts) else { continue }
                let shows = layouts.contains { layout in
                    Disclosure(layout, copy.span).map { $0.name == "slug" && $0.value.string == slug } ?? false
                }
                if shows, content.entry < size { found.append(content.entry) }
            }
        }
        return found.sorted()
    }

    private func bundle(_ index: Int) throws(Failure) -> [UInt8]? {
        let width = Tile.width(level: 0, index: index, size: size)
        return try read(.entries(index: index, width: width)) ?? read(.entries(index: index, width: Limits.tileWidth))
    }

    private func read(_ place: LedgerPlace) throws(Failure) -> [UInt8]? {
        do throws(LedgerReadError) {
            guard let count = try ledger.byteCount(of: place) else { return nil }
            return try ledger.read(place, from: 0, count: count)
        } catch { throw Failure(error) }
    }
}
