/// Something that makes a ledger not intact: where, what, and in which step it showed.
public struct Finding: Hashable, Sendable {
    public let code: FindingCode
    /// The entry that is touched; nil where it is not one entry.
    public let entry: Int?
    /// The last of several entries that are touched in the same way.
    public let through: Int?
    /// More, in words; may quote the ledger, so it is cleaned before it is shown.
    public let detail: String
    /// Another entry whose finding is the cause of this one.
    public var follows: Int?

    public init(_ code: FindingCode, entry: Int? = nil, through: Int? = nil, _ detail: String = "") {
        (self.code, self.entry, self.through, self.detail) = (code, entry, through, detail)
    }

    public var step: Step { code.step }
}

/// All that a verification can find: a closed table.
public enum FindingCode: String, Hashable, Sendable, CaseIterable {
    // 1
    case charterNotPinned = "charter-not-pinned"
    case keyFileDiffers = "key-file-differs"
    // 2
    case checkpointMissing = "checkpoint-missing"
    case checkpointForm = "checkpoint-form"
    case checkpointOrigin = "checkpoint-origin"
    case checkpointUnsigned = "checkpoint-unsigned"
    case checkpointSignature = "checkpoint-signature"
    case pendingDisagrees = "pending-disagrees"
    // 3
    case notAFile = "not-a-file"
    case bundleMissing = "bundle-missing"
    case bundleLengths = "bundle-lengths"
    // 4
    case altered, moved, inserted
    case entryMissing = "missing"
    case tileMissing = "tile-missing"
    case tileAltered = "tile-altered"
    case rootDiffers = "root-differs"
    case leftoverDiffers = "leftover-differs"
    // 5
    case headerForm = "header-form"
    case indexWrong = "index-wrong"
    case previousWrong = "previous-wrong"
    case dayUnreal = "day-unreal"
    case dayDecreases = "day-decreases"
    // 6
    case statementForm = "statement-form"
    case otherLedger = "other-ledger"
    case seenFuture = "seen-future"
    case seenOtherHistory = "seen-other-history"
    case seenNothing = "seen-nothing"
    case seenBack = "seen-back"
    case repeated
    // 7
    case signatureLines = "signature-lines"
    case stranger
    case revokedSigner = "revoked-signer"
    case notEntitled = "not-entitled"
    case signatureInvalid = "signature-invalid"
    case approvalsShort = "approvals-short"
    // 8
    case controlFields = "control-fields"
    case charterPlace = "charter-place"
    case keyNotAdmissible = "key-not-admissible"
    case revocationWrong = "revocation-wrong"
    case referenceForm = "reference-form"
    case referenceUnknown = "reference-unknown"
    case referenceType = "reference-type"
    case digestForm = "digest-form"
    case digestUnknown = "digest-unknown"
    // 9
    case contentForm = "content-form"
    case contentAltered = "content-altered"
    case contentName = "content-name"
    case contentMissing = "content-missing"
    case contentOrder = "content-order"
    case contentOnControl = "content-on-control"
    case withheldPublished = "withheld-published"
    case contentUnlisted = "content-unlisted"
    // 10
    case evidenceMissing = "evidence-missing"
    case evidenceAltered = "evidence-altered"
    // 11
    case timestampForm = "timestamp-form"
    case timestampOther = "timestamp-other"
    case timestampUntrusted = "timestamp-untrusted"
    // 12
    case rolledBack = "rolled-back"
    case forked

    public var step: Step { row.0 }
    /// What was done, in two or three words.
    public var deed: String { row.1 }
    /// What it means, in a sentence.
    public var meaning: String { row.2 }

    private var row: (Step, String, String) {
        switch self {
        case .charterNotPinned: (.anchors, "other charter", "entry 0 is not the charter that the trust anchors pin")
        case .keyFileDiffers:
            (.anchors, "key file altered", "a public key beside the policy is not the one that its name says")
        case .checkpointMissing: (.checkpoint, "missing", "there is no checkpoint")
        case .checkpointForm: (.checkpoint, "altered", "the checkpoint is not three lines and signatures")
        case .checkpointOrigin: (.checkpoint, "other ledger", "the checkpoint is of another ledger than the policy's")
        case .checkpointUnsigned: (.checkpoint, "unsigned", "no key of the ledger signed the checkpoint")
        case .checkpointSignature: (.checkpoint, "altered", "a known key's signature on the checkpoint is not valid")
        case .pendingDisagrees: (.checkpoint, "forked", "the pending checkpoint does not extend the checkpoint")
        case .notAFile:
            (.bytes, "not a file", "a link, a pipe, a device or a folder lies where the ledger has a file")
        case .bundleMissing: (.bytes, "missing", "the file with these entries is not there")
        case .bundleLengths: (.bytes, "truncated", "the lengths in the file of entries do not add up")
        case .altered: (.tree, "altered", "the entry is not the one that the tree holds")
        case .moved: (.tree, "moved", "the entry belongs at another place")
        case .inserted: (.tree, "inserted", "an entry that the tree does not hold stands here")
        case .entryMissing: (.tree, "missing", "the entry that the tree holds here is gone")
        case .tileMissing: (.tree, "tile missing", "a file of hashes is not there")
        case .tileAltered: (.tree, "tile altered", "a file of hashes does not follow from the entries")
        case .rootDiffers: (.tree, "other tree", "the entries do not give the root that the checkpoint has")
        case .leftoverDiffers: (.tree, "left-over altered", "an older partial file is not the beginning of the newest")
        case .headerForm: (.chain, "altered", "the entry's header is not well-formed")
        case .indexWrong: (.chain, "moved", "the entry has another index than its place")
        case .previousWrong: (.chain, "chain broken", "the entry does not name the one before it")
        case .dayUnreal: (.chain, "altered", "the entry was recorded on a day that does not exist")
        case .dayDecreases: (.chain, "altered", "the entry was recorded before the one before it")
        case .statementForm: (.statement, "altered", "the statement is not well-formed")
        case .otherLedger: (.statement, "other ledger", "the statement was made for another ledger")
        case .seenFuture: (.statement, "altered", "its author saw entries that come after it")
        case .seenOtherHistory: (.statement, "other history", "its author was shown another history")
        case .seenNothing: (.statement, "altered", "only the charter may have seen nothing")
        case .seenBack: (.statement, "cancelled", "its author signed a later state of the ledger before")
        case .repeated: (.statement, "repeated", "the same statement stands in the ledger before")
        case .signatureLines: (.signatures, "altered", "the signature lines are not those of the keys that sign")
        case .stranger: (.signatures, "signed by a stranger", "a key that the ledger never admitted signs")
        case .revokedSigner: (.signatures, "signed after revocation", "a key signs that was revoked before")
        case .notEntitled: (.signatures, "not entitled", "a key signs what it may not sign")
        case .signatureInvalid: (.signatures, "altered", "the statement is not what its author signed")
        case .approvalsShort: (.signatures, "too few approvals", "fewer editors signed than the ledger asks for")
        case .controlFields: (.meaning, "malformed", "a control statement has not exactly its fields")
        case .charterPlace: (.meaning, "charter misplaced", "entry 0, and no other, is the charter")
        case .keyNotAdmissible: (.meaning, "key not admissible", "a key is admitted that was, or is somebody else's")
        case .revocationWrong:
            (.meaning, "revocation wrong", "the revocation is none that this key or these signers can make")
        case .referenceForm: (.meaning, "malformed", "what the statement is about is not named by a hash")
        case .referenceUnknown:
            (.meaning, "about nothing", "the statement is about one that the ledger does not hold before it")
        case .referenceType: (.meaning, "about the wrong thing", "a statement of this type can't be about that one")
        case .digestForm: (.meaning, "malformed", "the signed digests have not their form and place")
        case .digestUnknown: (.meaning, "about nothing", "the digests are not among those of the statement it is about")
        case .contentForm: (.content, "content altered", "a line of the content files is not well-formed")
        case .contentAltered: (.content, "content altered", "content is shown that was not signed")
        case .contentName: (.content, "content altered", "content is shown under a name that is taken")
        case .contentMissing: (.content, "content missing", "content is neither shown, withheld nor withdrawn")
        case .contentOrder: (.content, "content altered", "the lines of the content file are not in order")
        case .contentOnControl: (.content, "content inserted", "content stands beside an entry that has none")
        case .withheldPublished:
            (.content, "withheld content published", "content is shown that its authors withheld and nobody released")
        case .contentUnlisted:
            (.content, "content added", "a bundle shows content of an entry that its selection does not name")
        case .evidenceMissing: (.evidence, "evidence missing", "a published capture is not there")
        case .evidenceAltered: (.evidence, "evidence altered", "a published capture is not the one that was signed")
        case .timestampForm: (.time, "timestamp altered", "a timestamp response can't be read")
        case .timestampOther: (.time, "timestamp of something else", "a timestamp is not over this tree")
        case .timestampUntrusted:
            (.time, "timestamp not trusted", "a timestamp does not verify under the chosen authorities")
        case .rolledBack: (.memory, "rolled back", "an older state is shown than the one verified before")
        case .forked: (.memory, "forked", "another history is shown than the one verified before")
        }
    }
}

/// Something that a reader should know and that takes nothing from the verdict.
public struct Note: Hashable, Sendable {
    public enum Code: String, Hashable, Sendable {
        /// Files reach further than the checkpoint: a writer was interrupted, or is at work.
        case beyondCheckpoint = "beyond-checkpoint"
        case strangeKeyFile = "strange-key-file"
        case unknownType = "unknown-type"
        case unknownField = "unknown-field"
        case unknownSignature = "unknown-signature"
        case doubted
        case releasedNotHere = "released-not-here"
        case withdrawnStillHere = "withdrawn-still-here"
        case futureDay = "future-day"
        case fewEditors = "few-editors"
        case pending
        case unreadableTimestamp = "timestamp-not-checked"
        case memoryDamaged = "memory-damaged"
    }

    public let code: Code
    public let entry: Int?
    public let detail: String

    public init(_ code: Code, entry: Int? = nil, _ detail: String = "") {
        (self.code, self.entry, self.detail) = (code, entry, detail)
    }
}
