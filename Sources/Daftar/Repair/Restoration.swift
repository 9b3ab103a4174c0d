/// Makes the published files of a ledger right again, with what another copy of it holds: only what the ledger's own
/// signatures and hashes prove, and nothing that was withdrawn.
///
/// ```
/// checkpoint   signed by the ledger; never one that is older than what was seen
/// tiles        hashes that lead to the checkpoint's root
/// bundles      entries that are the leaves of that tree
/// content      disclosures whose digests were signed, and which may be published
/// evidence     files with the digest that a shown disclosure names
/// timestamps   responses over this tree that verify under the chosen authorities
/// ```
/// The copy may be anybody's: nothing in it is believed. Files come one after the other, in the order in which they are to
/// be put in place; content, evidence and timestamps are read from `here` after the tree was put right there.
public struct Restoration {
    /// What becomes of a file that is not what it should be.
    public enum Outcome: Hashable, Sendable {
        /// These bytes are proven to be right; more of it may still be missing.
        case restored([UInt8])
        /// The copy has something in its place, and it is not right either.
        case refused(String)
        /// The copy does not have it.
        case missing(String)
    }

    /// Why nothing can be proven at all.
    public enum Failure: Error, Hashable, Sendable {
        /// No checkpoint that the ledger signed, here or in the copy.
        case noCheckpoint(String)
        /// Hashes that lead to the checkpoint's root are neither here nor in the copy.
        case noTree
        /// What is here is another history, or an older one, than was verified before: no damage that a copy heals.
        case otherHistory(Checkpoint)
    }

    public typealias Visit = (LedgerPlace, Outcome) throws -> Void

    let here: any LedgerFiles
    let copy: any LedgerFiles
    let anchors: TrustAnchors
    let heads: RestoredHeads
    let tree: ProvenTree
    var size: Int { tree.leaves.count }

    /// `remembered`: the last checkpoint that was verified here.
    public init(
        here: any LedgerFiles, copy: any LedgerFiles, anchors: TrustAnchors, remembered: Checkpoint?
    ) throws {
        (self.here, self.copy, self.anchors) = (here, copy, anchors)
        heads = try RestoredHeads(here, copy, anchors.policy, remembered)
        guard let tree = try ProvenTree(here, copy, heads.all.map(\.checkpoint)) else { throw Failure.noTree }
        self.tree = tree
        if let remembered, remembered.size > size || tree.survey.root(atSize: remembered.size) != remembered.root {
            throw Failure.otherHistory(remembered)
        }
    }

    /// The checkpoints, to be put in place last.
    public func visitCheckpoints(_ visit: Visit) throws {
        for (place, outcome) in heads.outcomes { try visit(place, outcome) }
    }

    /// What is here, but for the checkpoints, which are the right ones already.
    func judged(hiding hidden: HealedFiles.Hidden) -> Verification {
        Verification(
            files: HealedFiles(files: here, checkpoint: heads.checkpoint, pending: heads.pending, hidden: hidden),
            anchors: anchors, isChosen: true)
    }

    /// The bytes of a small file; nil where it is absent or over its limit.
    func bytes(_ files: any LedgerFiles, _ place: LedgerPlace, _ limit: Int) -> [UInt8]? {
        (try? files.read(place, limit: limit))?.bytes
    }

    /// That the copy does not help, in one of two ways.
    func unhelped(_ place: LedgerPlace, _ reason: String) -> Outcome {
        let isThere = ((try? copy.byteCount(of: place)) ?? nil) != nil
        return isThere ? .refused(reason) : .missing("not in the copy")
    }
}
