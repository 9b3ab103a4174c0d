/// Step 9 for the content files of a window: read in rounds, checked on all cores, kept by entry.
struct WindowContent {
    private var findings: [(finding: Finding, after: Int)] = []
    /// Lines for entries that the tree does not have yet.
    private(set) var isBeyond = false
    /// From entry `start` on; nil for one that has no line.
    private var checks: [ContentCheck?]
    private let start: Int
    private var feed: ContentFeed
    private var last = -1
    /// The first round, whose checks began when it was read; what reading it failed with is nobody's concern where
    /// content is not judged.
    private var first: Result<ContentRound?, LedgerReadError> = .success(nil)

    /// What was found about entries before `stop`. A line that can't be read is about one after the last that could.
    func findings(before stop: Int) -> [Finding] {
        findings.filter { ($0.finding.entry ?? $0.after + 1) < stop }.map(\.finding)
    }

    /// Reads the first round and starts its checks.
    ///
    /// - Parameter isJudged: false after an entry that needs a newer verifier: then content is not judged any more.
    init(_ files: any LedgerFiles, _ window: [Bundle?], isJudged: Bool) {
        let bundles = window.compactMap { $0 }
        start = bundles.first?.first ?? 0
        checks = Array(repeating: nil, count: (bundles.last.map { $0.first + $0.width } ?? 0) - start)
        feed = ContentFeed(files: files, bundles: bundles)
        if isJudged { do { first = .success(try feed.round()) } catch { first = .failure(error) } }
    }

    /// Waits for the first round, and checks what is left.
    ///
    /// - Parameter isJudged: as above, known once the window before was judged.
    mutating func finish(isJudged: Bool) throws(LedgerReadError) {
        guard isJudged else { return }
        var next = try first.get()
        first = .success(nil)
        while let round = next {
            keep(round)
            next = try feed.round()
        }
    }

    /// What the content line of an entry says; nil where it has none.
    subscript(entry: Int) -> ContentCheck? { checks[entry - start] }

    private mutating func cutShort(_ bundle: Bundle, after last: Int) {
        let path = LedgerPlace.content(index: bundle.index).path
        findings.append((Finding(.contentForm, "\(path) has a line without an end"), max(last, bundle.first - 1)))
    }

    private mutating func keep(_ round: ContentRound) {
        for (piece, found) in round.finish() {
            keep(found, piece.bundle)
            if piece.isCutShort { cutShort(piece.bundle, after: last) }
        }
    }

    private mutating func keep(_ found: [ContentCheck], _ bundle: Bundle) {
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
                if self[check.entry] == nil { checks[check.entry - start] = check }
            } else {
                checks[check.entry - start] = check
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

/// What a person calls a part of an entry: `actors.2` for the third of a list, `field 3` for one whose name is hidden.
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
        if digest.isField { return "field \(digest.ordinal)" }
        var reader = ByteReader(from: Int(digest.list), to: bytes.count)
        guard let list = reader.upTo(UInt8(ascii: "\""), in: bytes) else { return "element \(digest.ordinal)" }
        return String(utf8: bytes.extracting(list)) + ".\(digest.ordinal)"
    }
}
