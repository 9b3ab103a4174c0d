/// Steps 5 to 9, in windows: a few bundles at a time are scanned, their signatures tried and their content checked on
/// all cores; then their entries are judged in order, while the cores are at the next window.
extension VerificationPass {
    mutating func checkEntries(_ reader: BundleReader, _ tree: inout TreeCheck) throws(LedgerReadError) {
        guard let origin = request.anchors?.policy.origin ?? report.origin else { return }
        var state = EntryPass(
            judge: Judge(origin: origin, policy: request.anchors?.policy),
            history: VerifierHistory(reader: reader, survey: tree.survey))
        var underWay: EntryWindow?
        var next = 0
        while next < reader.count {
            if underWay?.isLarge == true { try judge(&underWay, &tree, &state) }
            let read = try EntryWindow.read(reader, from: next)
            if read.allSatisfy({ $0 == nil }), try isEnd(reader, next + read.count) { break }
            let window = EntryWindow(read, from: next, reader, &state.candidates, isJudged: state.stop == nil)
            try judge(&underWay, &tree, &state)
            underWay = window
            next += read.count
        }
        try judge(&underWay, &tree, &state)
        if next < reader.count { missing(from: next, reader) }
        finish(&state)
    }

    /// A checkpoint may claim a size without end: where the last bundle is missing too, nothing more is looked for.
    private func isEnd(_ reader: BundleReader, _ next: Int) throws(LedgerReadError) -> Bool {
        let last = reader.count - 1
        for width in [reader.width(last), Limits.tileWidth] {
            if try reader.files.byteCount(of: .entries(index: last, width: width)) != nil { return last - next > 4096 }
        }
        return true
    }

    private mutating func missing(from bundle: Int, _ reader: BundleReader) {
        let first = bundle * Limits.tileWidth
        report.findings.append(Finding(.bundleMissing, entry: first, through: reader.size - 1))
    }

    // MARK: A window

    /// Waits for the checks of a window, and judges its entries; nothing for nil, which it leaves.
    private mutating func judge(
        _ underWay: inout EntryWindow?, _ tree: inout TreeCheck, _ state: inout EntryPass
    ) throws(LedgerReadError) {
        guard var window = underWay else { return }
        underWay = nil
        let checks = window.finishSignatures()
        try window.content.finish(isJudged: state.stop == nil)
        if window.content.isBeyond { noteBeyond() }
        for (i, bundle) in window.bundles.enumerated() {
            let leaves = try tree.leaves(window.start + i, bundle, report: &report)
            judge(window.start + i, bundle, checks[i], leaves, window.content, &state)
        }
        report.findings += window.content.findings(before: state.stop ?? .max)
    }

    private mutating func noteBeyond() {
        if !report.notes.contains(where: { $0.code == .beyondCheckpoint }) {
            report.notes.append(Note(.beyondCheckpoint))
        }
    }

    // MARK: In order

    private mutating func judge(
        _ index: Int, _ bundle: Bundle?, _ checks: [SignatureCheck?], _ leaves: [Hash], _ content: WindowContent,
        _ state: inout EntryPass
    ) {
        let first = index * Limits.tileWidth
        let width = Tile.width(level: 0, index: index, size: report.size)
        let entries = bundle?.entries ?? []
        for (i, entry) in entries.enumerated() {
            let leaf = i < leaves.count ? leaves[i] : entry.leaf
            judge(entry, leaf, bundle, checks[i], content, &state)
            state.previous = leaf
        }
        if entries.count < width {
            let code = bundle == nil ? FindingCode.bundleMissing : .bundleLengths
            report.findings.append(Finding(code, entry: first + entries.count, through: first + width - 1))
            for _ in entries.count..<width { state.skip() }
            if let last = leaves.last, leaves.count == width { state.previous = last }
        } else if bundle?.fault != nil {
            report.findings.append(Finding(.bundleLengths, entry: first + width - 1, "bytes follow the last entry"))
        }
    }

    private mutating func judge(
        _ entry: ScannedEntry, _ leaf: Hash, _ bundle: Bundle?, _ check: SignatureCheck?, _ content: WindowContent,
        _ state: inout EntryPass
    ) {
        guard let bundle else { return }
        if entry.index == 0 { comparePin(entry, &report) }
        guard state.stop == nil else { return pass(entry, bundle, &state) }
        let judgement = state.judge.judge(
            entry, bundle.bytes.span, digests: bundle.digests, check: check, previous: state.previous,
            history: state.history)
        // What says that it is newer and is not what the tree holds was made to say so.
        if judgement.needsNewer, entry.leaf == leaf { state.stop = entry.index }
        report.findings += judgement.findings
        report.notes += judgement.notes
        report.signatureCount += judgement.signers.count
        if let day = entry.header?.recorded { report.lastDay = max(day, report.lastDay ?? day) }
        if judgement.type != .release { state.lastOther = entry.index }
        state.history.add(entry)
        state.doubt.add(judgement)
        if state.stop == nil { state.book.add(entry, bundle, content, &report) }
        if let selection = request.selection, !selection.contains(entry.index), content[entry.index] != nil {
            report.findings.append(Finding(.contentUnlisted, entry: entry.index))
        }
        if let effect = judgement.effect { state.book.apply(effect, at: entry.index) }
    }

    /// An entry behind one that needs a newer verifier. What it takes out or lets out can't be judged, and so nobody can
    /// be blamed for doing as it says: a withdrawal counts wherever it stands.
    private func pass(_ entry: ScannedEntry, _ bundle: Bundle, _ state: inout EntryPass) {
        if let effect = entry.contentEffect(bundle.bytes.span, state.history) {
            state.book.apply(effect, at: entry.index)
        }
        state.history.add(entry)
        state.doubt.add(nil)
    }

    private func comparePin(_ entry: ScannedEntry, _ report: inout VerificationReport) {
        report.charter = entry.leaf
        guard let pin = request.anchors?.charter, pin != entry.leaf else { return }
        report.findings.append(Finding(.charterNotPinned, entry: 0, "it is \(entry.leaf.base64)"))
    }

    // MARK: At the end

    private mutating func finish(_ state: inout EntryPass) {
        report.needsNewerFrom = state.stop
        rights = state.judge.rights
        report.doubted = state.doubt.doubted(state.judge.rights)
        for entry in report.doubted { report.notes.append(Note(.doubted, entry: entry)) }
        if let today = request.today, let day = report.lastDay, day > today {
            report.notes.append(Note(.futureDay, day.description))
        }
        settleContent(state)
        book = state.book
    }

    private mutating func settleContent(_ state: EntryPass) {
        let outcome = state.book.settle(lastOther: state.lastOther, request.selection)
        report.shownParts = state.book.shown
        report.withdrawn = outcome.withdrawn
        report.withheld = outcome.withheld
        report.leftOut = outcome.leftOut
        for (entry, count) in outcome.stillHere.sorted(by: { $0.key < $1.key }) {
            report.notes.append(Note(.withdrawnStillHere, entry: entry, "\(count)"))
        }
        for entry in outcome.releasedNotHere.sorted() { report.notes.append(Note(.releasedNotHere, entry: entry)) }
        // What was withdrawn is not shown, and neither is its evidence.
        report.captures.removeAll { state.book.isWithdrawn($0.part, of: $0.entry) }
        report.findings += state.findings(.contentMissing, outcome.missing)
        report.findings += state.findings(.withheldPublished, outcome.published)
    }
}

/// What is carried from window to window.
struct EntryPass {
    var judge: Judge
    var history: VerifierHistory
    var candidates = CandidateKeys()
    var book = ContentBook()
    var doubt = Doubt()
    /// The leaf hash that the next entry must name.
    var previous = Hash.emptyTree
    /// The entry from which on it takes a newer verifier.
    var stop: Int?
    /// The last entry that is no release.
    var lastOther = -1

    /// Passes over an entry that is not there.
    mutating func skip() {
        history.add(nil)
        doubt.add(nil)
    }

    /// One finding for each entry of which parts are concerned, naming them as far as the entry tells.
    func findings(_ code: FindingCode, _ parts: [(entry: Int, hash: Hash)]) -> [Finding] {
        var findings: [Finding] = []
        var start = 0
        while start < parts.count {
            let entry = parts[start].entry
            let end = parts[start...].firstIndex { $0.entry != entry } ?? parts.count
            let names = PartName.names(of: parts[start..<end].map(\.hash), entry: entry, history)
            findings.append(Finding(code, entry: entry, names))
            start = end
        }
        return findings
    }
}
