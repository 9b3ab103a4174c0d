extension Restoration {
    /// Content files: of each entry all disclosures, here or in the copy, that were signed and may be published.
    public func visitContent(_ visit: Visit) throws {
        // An entry that is lacking anywhere may be the one that withdrew a part, or that admitted who did.
        guard try (0..<Tile.shapes(level: 0, size: size)).allSatisfy(isWhole) else { return }
        // With all content out of sight, each part that was signed is an open one.
        let pass = try judged(hiding: .content).once()
        for index in 0..<Tile.shapes(level: 0, size: size) {
            let range = index * Limits.tileWidth..<min((index + 1) * Limits.tileWidth, size)
            // Without the rules of a later version nobody can tell what was signed.
            guard range.upperBound <= pass.report.needsNewerFrom ?? size else { continue }
            let own = try ContentPieces(here, index), other = try ContentPieces(copy, index)
            var right: [UInt8] = []
            for entry in range {
                let found = (own.disclosures[entry] ?? [:]).merging(other.disclosures[entry] ?? [:]) { mine, _ in mine }
                let shown = found.filter { pass.book.allows($0.key, of: entry) }.sorted { $0.key < $1.key }
                right += ContentLine.encode(entry: entry, ascending: shown.map(\.value))
            }
            // What a writer had begun beyond the checkpoint is not ours to judge.
            for line in own.beyond(size, in: index) { right += line }
            if right != own.bytes { try visit(.content(index: index), .restored(right)) }
        }
    }

    /// True where every entry of a bundle that lies here is the one in the tree.
    private func isWhole(_ index: Int) throws -> Bool {
        let first = index * Limits.tileWidth, width = tree.here.width(index)
        return try tree.here.entryLeaves(index) == Array(tree.leaves[first..<first + width])
    }

    /// Captures that shown content names, by their digest.
    public func visitEvidence(_ visit: Visit) throws {
        for finding in try judged(hiding: .nothing).run().findings {
            guard [.evidenceMissing, .evidenceAltered].contains(finding.code),
                let digest = Hash(hex: String(finding.detail.suffix(64)))
            else { continue }
            let place = LedgerPlace.evidence(digest)
            if let count = try? copy.byteCount(of: place), count > Restoration.evidenceLimit {
                try visit(place, unhelped(place, "the copy's is over 1 GiB: copy it by hand, and verify again"))
            } else if let found = bytes(copy, place, Restoration.evidenceLimit), Hash.sha256(found) == digest {
                try visit(place, .restored(found))
            } else {
                try visit(place, unhelped(place, "the copy's is not the file that was signed"))
            }
        }
    }

    /// The most bytes of a capture that is restored: it is read whole.
    private static let evidenceLimit = 1 << 30

    /// Timestamps over this tree, those that only the copy has too.
    public func visitTimestamps(_ visit: Visit) throws {
        for size in Set(try here.timestampSizes() + copy.timestampSizes()).sorted() {
            let place = LedgerPlace.timestamp(size: size)
            let own = bytes(here, place, TimestampResponse.limit)
            if let own, isGood(own, size, unchecked: true) { continue }
            let other = bytes(copy, place, TimestampResponse.limit)
            if let other, isGood(other, size, unchecked: false) {
                try visit(place, .restored(other))
            } else if try here.byteCount(of: place) != nil || other != nil {
                let reason =
                    anchors.timestampAuthorities.isEmpty
                    ? "no authorities were chosen to check the copy's by" : "the copy's does not verify"
                try visit(place, unhelped(place, reason))
            }
        }
    }

    /// - Parameter unchecked: whether one that fits will do where no authorities were chosen.
    private func isGood(_ response: [UInt8], _ size: Int, unchecked: Bool) -> Bool {
        guard size > 0, let root = tree.survey.root(atSize: size) else { return false }
        let head = Checkpoint(origin: anchors.policy.origin, size: size, root: root)
        let checked = try? TimestampResponse.check(
            response, over: head.text, authorities: anchors.timestampAuthorities)
        return checked.map { $0.isVerified || unchecked } ?? false
    }
}

/// What a content file holds that can be read: disclosures by entry and digest, and its lines as they stand.
struct ContentPieces {
    private(set) var disclosures: [Int: [Hash: [UInt8]]] = [:]
    /// The file, where it is not too large.
    private(set) var bytes: [UInt8] = []
    private var lines: [(entry: Int, range: Range<Int>)] = []
    private static let limit = Limits.tileWidth * (Limits.contentLine + 1)

    init(_ files: any LedgerFiles, _ index: Int) throws(LedgerReadError) {
        let bytes = try files.read(.content(index: index), limit: Self.limit).bytes ?? []
        self.bytes = bytes
        let span = bytes.span
        var reader = ByteReader(from: 0, to: span.count)
        while let line = reader.line(in: span) {
            var layouts: [DisclosureLayout] = []
            var entry: Int?
            do { entry = try ContentLine.scan(line, span, &layouts).entry } catch .order(let number) {
                // What was altered has another digest, and so another place; the others are still what was signed.
                entry = number
            } catch .disclosure(_, let number) { entry = number } catch {}
            guard let entry else { continue }
            lines.append((entry, line))
            for layout in layouts { disclosures[entry, default: [:]][layout.digest] = Array(bytes[layout.range]) }
        }
    }

    /// The lines about entries of this file from `size` on, each with its newline.
    func beyond(_ size: Int, in index: Int) -> [[UInt8]] {
        lines.filter { $0.entry >= size && $0.entry / Limits.tileWidth == index }.map {
            Array(bytes[$0.range]) + [UInt8(ascii: "\n")]
        }
    }
}
