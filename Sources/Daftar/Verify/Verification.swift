/// Verifies a published ledger, in the steps of DESIGN §5. It reads only the published files, and every byte of them.
///
/// ```swift
/// let report = try Verification(files: directory, anchors: anchors, isChosen: true).run()
/// ```
/// It streams: memory is bounded by two windows of entries, 96 bytes an entry and 40 for each part not shown.
public struct Verification: Sendable {
    public var files: any LedgerFiles { plain }
    private let plain: PlainFiles
    /// Nil where there are none at all: then nobody vouches, and the checkpoint's signatures can't be checked.
    public let anchors: TrustAnchors?
    /// True where a person chose the anchors; anchors that came with the ledger may be a forger's.
    public let isChosen: Bool
    /// The last checkpoint that was verified here under these anchors.
    public let remembered: Checkpoint?
    /// To note days that lie ahead; nil where there is no clock.
    public let today: RecordedDay?

    /// The public keys that lie beside the policy for plain `openssl`, by the name of their file without `.pem`.
    public let keyFiles: [String: [UInt8]]
    /// Whose content the files were made to carry; nil for a whole ledger.
    public let selection: Selection?

    public init(
        files: any LedgerFiles, anchors: TrustAnchors?, isChosen: Bool, remembered: Checkpoint? = nil,
        today: RecordedDay? = nil, keyFiles: [String: [UInt8]] = [:], selection: Selection? = nil
    ) {
        (self.keyFiles, self.selection) = (keyFiles, selection)
        (plain, self.anchors, self.isChosen) = (PlainFiles(files), anchors, isChosen)
        (self.remembered, self.today) = (remembered, today)
    }

    /// Runs all steps.
    ///
    /// A writer may be at work: before content is called missing, checkpoint and content are read once more, and a
    /// checkpoint that changed meanwhile starts the verification anew.
    ///
    /// - Throws: `LedgerReadError` where a file can't be read: that is no verdict.
    public func run() throws(LedgerReadError) -> VerificationReport {
        var report = try once().report
        for _ in 0..<2 {
            let isMissing = report.findings.contains { $0.code == .contentMissing }
            let isChanged = try isChanged(since: report)
            guard isMissing || isChanged else { break }
            let before = report
            report = try once().report
            if isMissing, report.checkpoint == before.checkpoint, report.findings == before.findings { break }
        }
        return report
    }

    /// One pass; its state too, for those who go on to read what was verified.
    func once() throws(LedgerReadError) -> VerificationPass {
        var pass = VerificationPass(self)
        try pass.run()
        pass.report.findings += plain.takeOddPlaces().map { Finding(.notAFile, $0) }
        return pass
    }

    private func isChanged(since report: VerificationReport) throws(LedgerReadError) -> Bool {
        guard !report.findings.isEmpty, let old = report.signedCheckpoint else { return false }
        guard let bytes = try files.read(.checkpoint, limit: Limits.checkpoint).bytes else { return true }
        return bytes != old.encoded
    }
}

/// One pass over the files, and all that it holds.
struct VerificationPass {
    let request: Verification
    var report = VerificationReport()
    /// The heads that the tree must have: the checkpoint's and the pending one's.
    var heads: [Checkpoint] = []
    var survey: TreeSurvey?
    var rights: Rights?
    /// The parts that are not shown, and what became of them.
    var book = ContentBook()

    init(_ request: Verification) {
        self.request = request
        report.isSelection = request.selection != nil
        report.isChosen = request.isChosen && request.anchors != nil
    }

    mutating func run() throws(LedgerReadError) {
        // Step 1, anchors, is done by whoever read them; the pin is compared once entry 0 is known.
        try checkCheckpoints()
        guard let size = heads.map(\.size).max() else { return }
        report.size = size
        let reader = BundleReader(files: request.files, size: size)
        var tree = try TreeCheck(reader, heads: heads, report: &report)
        survey = tree.survey
        try checkEntries(reader, &tree)
        try tree.finish(&report)
        checkKeyFiles()
        try checkEvidence()
        try checkTimestamps()
        checkMemory()
        Diagnosis.explain(&report, tree.mismatches)
    }

    // MARK: Step 12: memory

    private mutating func checkMemory() {
        guard request.isChosen, let old = request.remembered else { return }
        if old.size > report.size {
            report.memory = .contradicts(old)
            report.findings.append(Finding(.rolledBack, "\(old.size) entries were verified here before"))
        } else if let root = signedRoot(atSize: old.size) {
            if root == old.root {
                report.memory = old.size == report.size ? .same : .grew(from: old.size)
            } else {
                report.memory = .contradicts(old)
                report.findings.append(Finding(.forked, "at \(old.size) entries"))
            }
        }
    }

    /// The root at a size that the ledger's key vouches for: a head's, or one below a head that the files lead to. Nil
    /// where they lead to none: altered files are no second history that somebody signed.
    private func signedRoot(atSize size: Int) -> Hash? {
        if let head = heads.first(where: { $0.size == size }) { return head.root }
        guard let survey, heads.contains(where: { $0.size > size && survey.root(atSize: $0.size) == $0.root }) else {
            return nil
        }
        return survey.root(atSize: size)
    }
}
