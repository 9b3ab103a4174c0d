import Testing

@testable import Daftar

/// A sentence of DESIGN, a ledger that breaks just that, and its sibling that does not.
///
/// `make` builds both: the breach is what it does only where `isBroken`. A sentence that allows something has no breach,
/// and `make` builds one ledger that a verifier might wrongly refuse.
struct Sentence: Sendable, CustomTestStringConvertible {
    typealias Code = FindingCode
    typealias Make = @Sendable (_ ledger: inout Forge, _ isBroken: Bool) throws -> Void

    /// A finding by code and entry, as the table writes it: `Code.signatureInvalid[3]`.
    struct Found: Hashable, Sendable, CustomStringConvertible {
        let code: FindingCode
        let entry: Int?

        var description: String { code.rawValue + (entry.map { " in entry \($0)" } ?? "") }
    }

    /// What the broken ledger is found to be.
    enum Outcome: Sendable {
        case findings([Found])
        /// These of steps 1 to 4, and whatever follows from them for the entries' own bytes.
        case files([Found])
        /// No finding: this exit code.
        case exit(Int32)
    }

    /// Section and words.
    let text: String
    let outcome: Outcome
    /// The exit code of the sibling; nil where there is none.
    let sibling: Int32?
    /// Notes that must be there, among others.
    let notes: [Note.Code]
    /// Entries that are doubted.
    let doubted: [Int]
    /// False where it takes what the oracle does not have (a memory, anchors that nobody chose), or where it reads
    /// DESIGN otherwise.
    let isForOracle: Bool
    let make: Make

    /// A breach with these findings and no others.
    init(
        _ text: String, _ findings: Found..., sibling: Int32 = 0, notes: [Note.Code] = [], oracle: Bool = true,
        _ make: @escaping Make
    ) {
        self.init(text, .findings(findings), sibling, notes, [], oracle, make)
    }

    /// A breach whose findings are made by the table itself.
    init(breach text: String, _ outcome: Outcome, _ make: @escaping Make) {
        self.init(text, outcome, 0, [], [], true, make)
    }

    /// A ledger without a finding. `sibling` where a small change makes it another one.
    static func allows(
        _ text: String, exit: Int32 = 0, sibling: Int32? = nil, notes: [Note.Code] = [], doubted: [Int] = [],
        oracle: Bool = true, _ make: @escaping Make
    ) -> Sentence {
        Sentence(text, .exit(exit), sibling, notes, doubted, oracle, make)
    }

    private init(
        _ text: String, _ outcome: Outcome, _ sibling: Int32?, _ notes: [Note.Code], _ doubted: [Int], _ oracle: Bool,
        _ make: @escaping Make
    ) {
        (self.text, self.outcome, self.sibling, self.notes) = (text, outcome, sibling, notes)
        (self.doubted, self.isForOracle, self.make) = (doubted, oracle, make)
    }

    var testDescription: String { text }

    func ledger(isBroken: Bool) throws -> ForgedLedger {
        var ledger = Forge()
        try make(&ledger, isBroken)
        return ledger.published()
    }
}

extension FindingCode {
    subscript(entry: Int) -> Sentence.Found { Sentence.Found(code: self, entry: entry) }
    /// The finding that is about no one entry.
    var whole: Sentence.Found { Sentence.Found(code: self, entry: nil) }
}

extension Sentence.Found {
    init(_ finding: Finding) { self.init(code: finding.code, entry: finding.entry) }
}

extension Sentence {
    /// Every sentence that has a ledger.
    static let all: [Sentence] =
        limits + statements + types + growth + commitments + withholding + entries + files + anchors + rights + doubt
        + hosts
}
