/// What became of one entry when it was judged.
public struct Judgement: Sendable {
    /// What an entry without findings does to content.
    public enum ContentEffect: Sendable {
        case withdrawal(of: Int, [Hash])
        case release(of: Int, [Hash])
    }

    public internal(set) var findings: [Finding] = []
    public internal(set) var notes: [Note] = []
    /// The keys that signed, as positions in the rights.
    public internal(set) var signers: [Int] = []
    public internal(set) var requirement = Requirement.anySigner
    public internal(set) var type: StatementType?
    public internal(set) var effect: ContentEffect?
    /// The entry that a correction, retraction or remark is about.
    public internal(set) var about: Int?
    /// From here on it takes a newer verifier.
    public internal(set) var needsNewer = false

    /// True where the entry has its effect.
    public var isGood: Bool { findings.isEmpty && !needsNewer }

    mutating func find(_ code: FindingCode, _ index: Int, _ detail: String = "") {
        findings.append(Finding(code, entry: index, detail))
    }
}

/// Whose signatures a statement needs (DESIGN §4.2); it is asked again once some of them are doubted.
public enum Requirement: Hashable, Sendable {
    /// One key that may sign this: content.
    case anySigner
    /// One of these, which are among the signers: a correction or a retraction.
    case oneOf([Int])
    /// So many editors: control.
    case editors(Int)
    /// Each key of another statement's `by`, or so many editors: a release.
    case allOrEditors(Int)
    /// The key that is revoked, alone.
    case itself
    /// One or more of the editors that the charter names.
    case charter

    /// True where `remaining` of all `signers` suffice.
    func isMet(by remaining: [Int], of signers: [Int], _ rights: Rights) -> Bool {
        switch self {
        case .anySigner, .itself, .charter: !remaining.isEmpty
        case .oneOf(let qualified): remaining.contains { qualified.contains($0) }
        case .editors(let count): remaining.count >= count
        case .allOrEditors(let count):
            remaining.count == signers.count || remaining.count { rights.signers[$0].role == .editor } >= count
        }
    }
}
