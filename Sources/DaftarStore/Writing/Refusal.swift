public import Daftar

/// Why a statement can't be appended. The whole batch stays out.
public struct Refusal: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// What a verifier would find.
        case findings([Finding])
        /// It takes a newer version of this program to judge it.
        case needsNewer
        /// Its type, or a field in the clear, is not known here.
        case notUnderstood(String)
        /// A disclosure that the statement did not sign, or that stands twice.
        case foreignDisclosure
        /// A digest that is neither disclosed nor withheld.
        case disclosureMissing(Hash)
        /// A disclosure that the statement withholds: only a release publishes it.
        case withheldDisclosed(Hash)
        case disclosure(DisclosureLayout.Fault)
        /// Two fields of one name, or one that is in the clear as well.
        case nameTwice(String)
        /// A release without the disclosures that it releases, or with others.
        case releaseIncomplete
        /// Something follows a release in the batch.
        case releaseNotLast
        /// Fewer editors would be left than must sign together.
        case tooFewEditors
        /// So many bytes, more than an entry has room for.
        case statementTooLong(Int)
        /// All disclosures together do not fit their line.
        case contentTooLong
        /// The slug is another entry's.
        case slugTaken(String, entry: Int)
        /// A capture that is said to be public, and is not at hand.
        case evidenceMissing(Hash)
    }

    /// Which statement of the batch, from 0.
    public let position: Int
    public let reason: Reason

    public init(position: Int, reason: Reason) { (self.position, self.reason) = (position, reason) }
}
