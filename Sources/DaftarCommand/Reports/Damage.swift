import Daftar

/// What the findings of a verification touch, told so that a tired person understands it: the causes, a line an entry;
/// what follows from them; what is still good.
struct Damage {
    /// One line: an entry, several alike in a row, or something that is no entry.
    struct Line: Hashable {
        let range: ClosedRange<Int>?
        let finding: Finding
        /// Steps in which the same entry showed in other ways.
        var also: [Finding] = []
    }

    /// Findings that are about no one entry come first.
    private(set) var causes: [Line] = []
    /// Entries that follow from another one, by that one.
    private(set) var consequences: [(cause: Int, ranges: [ClosedRange<Int>])] = []
    /// Entries that nothing is said against; nil where the ledger as a whole can't be relied on.
    let good: [ClosedRange<Int>]?

    init(_ report: VerificationReport) {
        let own = report.findings.filter { $0.follows == nil }
        for finding in own { Damage.add(finding, to: &causes) }
        let following = report.findings.filter { $0.follows != nil }
        for (cause, findings) in Dictionary(grouping: following, by: { $0.follows ?? 0 }).sorted(by: { $0.key < $1.key }
        ) {
            consequences.append((cause, Ranges.runs(of: findings.compactMap(\.entry).sorted())))
        }
        good = Damage.good(report)
    }

    /// Joins findings of one entry, and the same finding of entries in a row.
    private static func add(_ finding: Finding, to lines: inout [Line]) {
        guard let entry = finding.entry else {
            lines.append(Line(range: nil, finding: finding))
            return
        }
        let range = entry...max(entry, finding.through ?? entry)
        if let last = lines.last, let before = last.range {
            if before == range {
                lines[lines.count - 1].also.append(finding)
                return
            }
            if last.also.isEmpty, last.finding.code == finding.code, last.finding.detail == finding.detail,
                before.upperBound + 1 == range.lowerBound
            {
                lines[lines.count - 1] = Line(range: before.lowerBound...range.upperBound, finding: last.finding)
                return
            }
        }
        lines.append(Line(range: range, finding: finding))
    }

    private static func good(_ report: VerificationReport) -> [ClosedRange<Int>]? {
        let isRelied = report.findings.allSatisfy { $0.entry != nil || leavesEntriesAlone($0.code) }
        guard isRelied else { return nil }
        let touched = report.findings.compactMap { finding in
            finding.entry.map { $0...max($0, finding.through ?? $0) }
        }
        return Ranges.rest(of: min(report.size, report.needsNewerFrom ?? report.size), without: touched)
    }

    /// Files that say again what the entries say, or that stand beside them.
    private static func leavesEntriesAlone(_ code: FindingCode) -> Bool {
        switch code {
        case .tileMissing, .tileAltered, .leftoverDiffers, .evidenceMissing, .evidenceAltered, .timestampForm,
            .timestampOther, .timestampUntrusted, .contentForm, .contentOrder, .keyFileDiffers,
            .notAFile:
            true
        default: false
        }
    }
}
