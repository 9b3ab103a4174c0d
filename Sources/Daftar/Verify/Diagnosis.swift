/// Tells the cause of findings from their consequences, and names what was done more exactly where the tree tells.
enum Diagnosis {
    static func explain(_ report: inout VerificationReport, _ mismatches: [TreeCheck.Mismatch]) {
        let named = name(mismatches)
        report.findings = report.findings.map { finding in
            guard finding.code == .altered, let entry = finding.entry, let better = named[entry] else { return finding }
            return better
        }
        report.findings.sort { ($0.entry ?? -1, $0.step) < ($1.entry ?? -1, $1.step) }
        linkConsequences(&report)
    }

    /// An entry that the tree holds elsewhere was moved; one that it holds nowhere stands before a run that is shifted
    /// by one was inserted, and so on.
    private static func name(_ mismatches: [TreeCheck.Mismatch]) -> [Int: Finding] {
        var home: [Hash: Int] = [:]
        for mismatch in mismatches { home[mismatch.expected] = mismatch.index }
        var named: [Int: Finding] = [:]
        for (i, mismatch) in mismatches.enumerated() {
            guard let found = mismatch.found else { continue }
            let next = i + 1 < mismatches.count ? mismatches[i + 1] : nil
            if let place = home[found] {
                named[mismatch.index] = Finding(.moved, entry: mismatch.index, "it belongs at \(place)")
            } else if let next, next.index == mismatch.index + 1, next.found == mismatch.expected {
                named[mismatch.index] = Finding(.inserted, entry: mismatch.index)
            }
        }
        // The first of a run that is shifted the other way: what the tree holds there is gone.
        let present = Set(mismatches.compactMap(\.found))
        for mismatch in mismatches
        where !present.contains(mismatch.expected) && named[mismatch.index - 1]?.code != .moved {
            guard let found = mismatch.found, home[found] == mismatch.index + 1 else { continue }
            named[mismatch.index] = Finding(.entryMissing, entry: mismatch.index)
        }
        return named
    }

    /// Findings that follow from an earlier entry: rights that it should have given, a chain that it broke, a history
    /// that it changed for those who had seen it.
    private static func linkConsequences(_ report: inout VerificationReport) {
        // An entry with a finding of its own is no mere consequence: then nothing of it is.
        let own = Set(report.findings.filter { !mayFollow($0) }.compactMap(\.entry))
        let first = report.findings.first { $0.entry != nil && !mayFollow($0) }?.entry
        for i in report.findings.indices where mayFollow(report.findings[i]) {
            guard let entry = report.findings[i].entry else { continue }
            let known = report.findings[i].follows ?? first.flatMap { $0 < entry ? $0 : nil }
            report.findings[i].follows = own.contains(entry) ? nil : known
        }
    }

    /// A finding of which the judge knows the cause, or one of the usual ones.
    private static func mayFollow(_ finding: Finding) -> Bool { finding.follows != nil || followsEasily(finding.code) }

    /// Findings that an entry has through no doing of its own, where one before it is touched.
    private static func followsEasily(_ code: FindingCode) -> Bool {
        switch code {
        case .moved, .previousWrong, .seenOtherHistory, .stranger, .referenceUnknown, .indexWrong, .approvalsShort: true
        default: false
        }
    }
}
