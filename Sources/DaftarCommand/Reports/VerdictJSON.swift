import Daftar
import DaftarStore

/// The verdict of `daftar verify --json`: one line of canonical JSON.
struct VerdictJSON {
    let check: LedgerCheck
    private var report: VerificationReport { check.report }

    var value: JSONValue {
        var members: JSONObject = [
            "verdict": .string(report.verdict.word),
            "exit": .integer(Int(report.verdict.exitCode)),
            "size": .integer(report.size),
            "anchors": anchors,
            "findings": .array(report.findings.map(VerdictJSON.finding)),
            "notes": .array(report.notes.map(note)),
            "signatures": .integer(report.signatureCount),
            "signers": .array(report.ledgerKeys.map { .string($0.nameAndID) }),
            "witnesses": .array(report.witnesses.map { .string($0.key.nameAndID) }),
            "quorum": .bool(report.isQuorumMet),
            "parts": parts,
            "doubted": .array(report.doubted.map { .integer($0) }),
            "evidence": .integer(report.evidenceFiles),
            "timestamps": .array(report.timestamps.map(timestamp)),
            "memory": memory,
        ]
        members["captures"] = check.captures?.json
        members["origin"] = report.origin.map { .string($0.text) }
        members["charter"] = report.charter.map { .string($0.base64) }
        members["checkpoint"] = report.checkpoint.map(head)
        members["pending"] = report.pending.map(head)
        members["recorded"] = report.lastDay.map { .string($0.description) }
        members["needs-newer-from"] = report.needsNewerFrom.map { .integer($0) }
        members["good"] = Damage(report).good.map {
            .array($0.map { [.integer($0.lowerBound), .integer($0.upperBound)] })
        }
        members["fork-proof"] = check.forkProof.map { .string($0) }
        return .object(members)
    }

    static func finding(_ finding: Finding) -> JSONValue {
        var members: JSONObject = [
            "step": .integer(finding.step.rawValue), "code": .string(finding.code.rawValue),
            "deed": .string(finding.code.deed), "meaning": .string(finding.code.meaning),
        ]
        members["entry"] = finding.entry.map { .integer($0) }
        members["through"] = finding.through.map { .integer($0) }
        members["follows"] = finding.follows.map { .integer($0) }
        if !finding.detail.isEmpty { members["detail"] = .string(finding.detail) }
        return .object(members)
    }

    private func note(_ note: Note) -> JSONValue {
        var members: JSONObject = ["code": .string(note.code.rawValue), "meaning": .string(note.words)]
        members["entry"] = note.entry.map { .integer($0) }
        if !note.detail.isEmpty { members["detail"] = .string(note.detail) }
        return .object(members)
    }

    private func head(_ checkpoint: Checkpoint) -> JSONValue {
        ["size": .integer(checkpoint.size), "root": .string(checkpoint.root.base64)]
    }

    private func timestamp(_ stamp: TimestampVerdict) -> JSONValue {
        ["size": .integer(stamp.size), "time": .string(stamp.time), "authority": .string(stamp.authority)]
    }

    private var parts: JSONValue {
        func sum(_ parts: [Int: Int]) -> JSONValue { .integer(parts.values.reduce(0, +)) }
        return [
            "shown": .integer(report.shownParts), "withheld": sum(report.withheld), "withdrawn": sum(report.withdrawn),
        ]
    }

    private var anchors: JSONValue {
        var members: JSONObject = ["chosen": .bool(check.anchors.isChosen)]
        switch check.anchors.source {
        case .given(let path): (members["source"], members["path"]) = ("trust", .string(path))
        case .accepted: members["source"] = "accepted"
        case .beside(let path): (members["source"], members["path"]) = ("beside", .string(path))
        case .none: members["source"] = "none"
        }
        members["charter"] = check.anchors.anchors.map { .string($0.charter.base64) }
        if !check.anchors.changes.isEmpty {
            members["changes"] = .array(check.anchors.changes.map { .string($0.words) })
        }
        return .object(members)
    }

    private var memory: JSONValue {
        var members: JSONObject = [:]
        switch report.memory {
        case .nothing: members["state"] = "nothing"
        case .same: members["state"] = "same"
        case .grew(let size): (members["state"], members["size"]) = ("grew", .integer(size))
        case .contradicts(let old): (members["state"], members["size"]) = ("contradicts", .integer(old.size))
        }
        if report.memory != .nothing, let day = check.seenOn { members["seen-on"] = .string(day.description) }
        if !check.damagedMemory.isEmpty { members["damaged"] = .array(check.damagedMemory.map { .string($0) }) }
        return .object(members)
    }
}

extension VerificationReport.Verdict {
    /// As machines read it.
    var word: String {
        switch self {
        case .intact: "intact"
        case .selection: "selection"
        case .notIntact: "not-intact"
        case .unvouched: "unvouched"
        case .needsNewer: "needs-newer"
        }
    }
}
