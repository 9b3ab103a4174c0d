import Daftar
import Dispatch
import Foundation

/// Writes a whole published ledger of events of one shape, with throwaway keys, as fast as two cores sign.
struct LedgerMaker {
    let origin: Origin
    let ledger: NoteSigner
    let author: NoteSigner
    let folder: URL

    init(_ folder: URL) throws {
        guard let origin = Origin("bench.example/ledger") else { throw CocoaError(.featureUnsupported) }
        (self.folder, self.origin) = (folder, origin)
        ledger = try NoteSigner(SigningKey.generate(), name: "bench.example/ledger")
        author = try NoteSigner(SigningKey.generate(), name: "bench.example/ledger/editor")
    }

    /// Makes `Records/` and `Keys/` with a charter and `count − 1` events.
    ///
    /// - Parameter hasYears: what years bring is among them: one in ten is corrected, a part of one in fifty is withdrawn,
    ///   and a key is admitted with each batch.
    func make(_ shape: Shape, count: Int, hasYears: Bool = false) throws {
        var writer = BundleWriter(folder: folder.appendingPathComponent("Records"))
        var tree = TreeHasher()
        var previous = Hash.emptyTree
        guard let day = RecordedDay("2026-11-24") else { return }
        func add(_ statement: [UInt8], _ content: [[UInt8]]) throws {
            let entry = EntryHeader(index: tree.size, previous: previous, recorded: day).encoded + statement
            previous = Hash.leaf(entry.span)
            try writer.add(entry, previous, ContentLine.encode(entry: tree.size, encoded: content))
            tree.append(previous)
        }
        let charter = try Statement.sign(charterBody, ledger: origin, seen: .nothing, signers: [author])
        try add(charter.bytes, [])
        let pin = previous
        while tree.size < count {
            let seen = Seen(size: tree.size, root: tree.root)
            let batch = min(2000, count - tree.size), first = tree.size
            let made = try sign(shape, first..<first + batch, seen)
            guard hasYears else {
                for (statement, content) in made { try add(statement, content) }
                continue
            }
            // Of each fiftieth a part is withdrawn right behind it, so that it was never published.
            for (number, (statement, content)) in made.enumerated() where tree.size < count {
                let isWithdrawn = number % 50 == 0 && tree.size + 1 < count
                try add(statement, isWithdrawn ? Array(content.dropFirst()) : content)
                if isWithdrawn, let part = content.first {
                    let event = try Statement(parsing: statement).hash
                    let digests: Set = [Hash.sha256(part)]
                    try add(try control(.withdrawal(of: event, digests: digests, .privacy), seen), [])
                } else if number % 10 == 1, tree.size < count {
                    let made = try correction(shape, number, of: try Statement(parsing: statement).hash, seen)
                    try add(made.0, made.1)
                }
            }
            let key = try NoteSigner(SigningKey.generate(), name: "bench.example/ledger/k\(tree.size)")
            if tree.size < count { try add(try control(.grant(key.verifierKey, .author), seen), []) }
        }
        try writer.finish()
        let signed = try SignedCheckpoint.sign(Checkpoint(origin: origin, size: count, root: tree.root), [ledger])
        try Data(signed.encoded).write(to: folder.appendingPathComponent("Records/checkpoint"))
        let keys = folder.appendingPathComponent("Keys")
        try FileManager.default.createDirectory(at: keys, withIntermediateDirectories: true)
        try Data(Policy(origin: origin, ledgerKeys: [ledger.verifierKey]).text.utf8).write(
            to: keys.appendingPathComponent("policy"))
        try Data((pin.base64 + "\n").utf8).write(to: keys.appendingPathComponent("charter"))
    }

    private var charterBody: [UInt8] {
        CanonicalJSON.encode([
            "approvals": 1, "description": ["en": "Bench"], "languages": ["en"], "licence": "CC-BY-4.0",
            "keys": [["role": "editor", "vkey": .string(author.verifierKey.text)]], "title": ["en": "Bench"],
            "type": "charter",
        ])
    }

    private func control(_ draft: ControlDraft, _ seen: Seen) throws -> [UInt8] {
        try Statement.sign(draft.body, ledger: origin, seen: seen, signers: [author]).bytes
    }

    private func correction(_ shape: Shape, _ number: Int, of event: Hash, _ seen: Seen) throws -> ([UInt8], [[UInt8]])
    {
        let content = shape.content(number)
        let made = try Commitments(
            Commitments.Content(
                type: "correction", of: event, fields: content.fields + [("reason", ["en": "The day was wrong."])],
                lists: content.lists))
        let statement = try Statement.sign(made.body, ledger: origin, seen: seen, signers: [author])
        return (statement.bytes, made.disclosures.map(\.encoded))
    }

    private func sign(_ shape: Shape, _ range: Range<Int>, _ seen: Seen) throws -> [([UInt8], [[UInt8]])] {
        let results = Results(count: range.count)
        DispatchQueue.concurrentPerform(iterations: (range.count + 99) / 100) { chunk in
            for i in chunk * 100..<min(chunk * 100 + 100, range.count) {
                guard let made = try? Commitments(shape.content(range.lowerBound + i)),
                    let statement = try? Statement.sign(made.body, ledger: origin, seen: seen, signers: [author])
                else { continue }
                results[i] = (statement.bytes, made.disclosures.map(\.encoded))
            }
        }
        return results.all
    }

    private final class Results: @unchecked Sendable {
        private let base: UnsafeMutablePointer<([UInt8], [[UInt8]])>
        let count: Int
        init(count: Int) {
            self.count = count
            base = .allocate(capacity: count)
            base.initialize(repeating: ([], []), count: count)
        }
        deinit { base.deinitialize(count: count); base.deallocate() }
        subscript(i: Int) -> ([UInt8], [[UInt8]]) {
            get { base[i] }
            set { base[i] = newValue }
        }
        var all: [([UInt8], [[UInt8]])] { (0..<count).map { base[$0] } }
    }
}

/// Cuts what is added into bundles, tiles and content files.
struct BundleWriter {
    let folder: URL
    private var bundle: [UInt8] = [], content: [UInt8] = [], leaves: [Hash] = []
    private var size = 0
    private var upper: [[Hash]] = [[]]

    init(folder: URL) { self.folder = folder }

    mutating func add(_ entry: [UInt8], _ leaf: Hash, _ line: [UInt8]) throws {
        EntryBundle.append(entry, to: &bundle)
        content += line
        leaves.append(leaf)
        size += 1
        if leaves.count == 256 { try flush() }
    }

    private mutating func flush() throws {
        let index = (size - 1) / 256, width = leaves.count
        try write(.entries(index: index, width: width), bundle)
        if !content.isEmpty { try write(.content(index: index), content) }
        try writeTile(level: 0, index, leaves)
        if width == 256 { upper[0].append(Tile.root(leaves[...])) }
        (bundle, content, leaves) = ([], [], [])
    }

    mutating func finish() throws {
        if !leaves.isEmpty { try flush() }
        var level = 0
        while level < upper.count, !upper[level].isEmpty {
            let hashes = upper[level]
            for index in 0..<(hashes.count + 255) / 256 {
                let tile = Array(hashes[index * 256..<min(hashes.count, index * 256 + 256)])
                try writeTile(level: level + 1, index, tile)
                if tile.count == 256 {
                    if upper.count == level + 1 { upper.append([]) }
                    upper[level + 1].append(Tile.root(tile[...]))
                }
            }
            level += 1
        }
    }

    private func writeTile(level: Int, _ index: Int, _ hashes: [Hash]) throws {
        try write(.tile(level: level, index: index, width: hashes.count), hashes.flatMap(\.bytes))
    }

    private func write(_ place: LedgerPlace, _ bytes: [UInt8]) throws {
        let url = folder.appendingPathComponent(place.path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }
}
