/// Step 9 for the content files of a window: read in pieces, checked on all cores, kept by entry.
struct WindowContent {
    private var findings: [(finding: Finding, after: Int)] = []
    /// Lines for entries that the tree does not have yet.
    private(set) var isBeyond = false
    private var checks: [Int: ContentCheck] = [:]
    private static let chunk = 64

    /// What was found about entries before `stop`. A line that can't be read is about one after the last that could.
    func findings(before stop: Int) -> [Finding] {
        findings.filter { ($0.finding.entry ?? $0.after + 1) < stop }.map(\.finding)
    }

    /// - Parameter isJudged: false after an entry that needs a newer verifier: then content is not judged any more.
    init(_ files: any LedgerFiles, _ window: [Bundle?], isJudged: Bool) throws(LedgerReadError) {
        guard isJudged else { return }
        var pieces: [(ContentReader.Piece, Bundle)] = []
        var bytes = 0, last = -1
        for case let bundle? in window {
            var reader = ContentReader(files: files, bundle: bundle.index)
            while let piece = try reader.next() {
                pieces.append((piece, bundle))
                bytes += piece.bytes.count
                if bytes > 8 << 20 {
                    check(pieces, &last)
                    (pieces, bytes) = ([], 0)
                }
            }
        }
        check(pieces, &last)
    }

    /// What the content line of an entry says; nil where it has none.
    subscript(entry: Int) -> ContentCheck? { checks[entry] }

    private mutating func cutShort(_ bundle: Bundle, after last: Int) {
        let path = LedgerPlace.content(index: bundle.index).path
        findings.append((Finding(.contentForm, "\(path) has a line without an end"), max(last, bundle.first - 1)))
    }

    private mutating func check(_ pieces: [(ContentReader.Piece, Bundle)], _ last: inout Int) {
        var units: [(piece: Int, range: Range<Int>)] = []
        for (i, piece) in pieces.enumerated() {
            let count = piece.0.lines.count
            for from in stride(from: 0, to: count, by: Self.chunk) {
                units.append((i, from..<min(from + Self.chunk, count)))
            }
        }
        let work = units
        let results = Lanes.map(work.count) { unit in
            let (piece, bundle) = pieces[work[unit].piece]
            let span = piece.bytes.span
            var checks: [ContentCheck] = []
            for line in work[unit].range { checks.append(ContentCheck(piece.lines[line], span, bundle)) }
            return checks
        }
        var next = 0
        for (i, piece) in pieces.enumerated() {
            while next < work.count, work[next].piece == i {
                keep(results[next], piece.1, &last)
                next += 1
            }
            if piece.0.isCutShort { cutShort(piece.1, after: last) }
        }
    }

    private mutating func keep(_ found: [ContentCheck], _ bundle: Bundle, _ last: inout Int) {
        for check in found {
            if let fault = check.fault {
                findings.append(
                    (fault.entry == nil ? located(fault, after: last, bundle) : fault, max(last, bundle.first - 1)))
            }
            guard check.entry >= 0 else { continue }
            if check.entry >= bundle.first + bundle.width {
                isBeyond = true
            } else if check.entry <= last {
                findings.append((Finding(.contentOrder, entry: check.entry), last))
                // It is there all the same: nothing of it is missing.
                if checks[check.entry] == nil { checks[check.entry] = check }
            } else {
                checks[check.entry] = check
                last = check.entry
            }
        }
    }

    /// A line that can't be read belongs to some entry after the last one that could.
    private func located(_ fault: Finding, after last: Int, _ bundle: Bundle) -> Finding {
        let path = LedgerPlace.content(index: bundle.index).path
        return Finding(fault.code, "\(path), after entry \(max(last, bundle.first - 1)): \(fault.detail)")
    }
}

extension ContentBook {
    /// Notes what of an entry is not shown.
    mutating func add(
        _ entry: ScannedEntry, _ bundle: Bundle, _ content: WindowContent, _ report: inout VerificationReport
    ) {
        // Where the digests have not their form, what of them is missing can't be told.
        guard let statement = entry.statement, statement.body.digestFault == nil else { return }
        if let check = content[entry.index] {
            // What an altered line shows is not known; that it is altered has been said.
            add(check.fault == nil ? check.open : [], shown: check.shown)
            report.captures += check.captures
        } else {
            add(bundle.digests[statement.body.digests].map { OpenPart(entry.index, $0, isShown: false) }, shown: 0)
        }
    }
}

/// What a person calls a part of an entry: `actors.2` for the third of a list, `_sd.3` for a field: its name is hidden.
enum PartName {
    static func names(of hashes: [Hash], entry: Int, _ history: some LedgerHistory) -> String {
        guard let bytes = history.bytes(ofEntry: entry), let referenced = ReferencedEntry(entry, in: history) else {
            return ""
        }
        let names = hashes.prefix(8).compactMap { hash in
            referenced.digest(hash).map { name(of: $0, bytes.span) }
        }
        return names.joined(separator: ", ") + (hashes.count > 8 ? " and \(hashes.count - 8) more" : "")
    }

    private static func name(of digest: SignedDigest, _ bytes: Span<UInt8>) -> String {
        if digest.isField { return "_sd.\(digest.ordinal)" }
        var reader = ByteReader(from: Int(digest.list), to: bytes.count)
        guard let list = reader.upTo(UInt8(ascii: "\""), in: bytes) else { return "element \(digest.ordinal)" }
        return String(utf8: bytes.extracting(list)) + ".\(digest.ordinal)"
    }
}
