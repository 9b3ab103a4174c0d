/// The files of a published ledger: *give me the bytes at this place*, a place being never a string from data.
///
/// A directory, an archive and an https address are the same to everything above. What comes back is hostile.
public protocol LedgerFiles: Sendable {
    /// How many bytes the file has; nil where there is none.
    func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int?

    /// Up to `count` bytes from `offset` on; nil where there is no such file.
    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]?

    /// The partial tiles and partial bundles that are there, of whatever width.
    func partialPlaces() throws(LedgerReadError) -> [LedgerPlace]

    /// The sizes for which a timestamp response is there.
    func timestampSizes() throws(LedgerReadError) -> [Int]
}

/// A file that is there and can't be read: not a finding about the ledger, but a reason to stop.
public struct LedgerReadError: Error, Hashable, Sendable {
    public let place: String
    public let problem: String
    /// What lies there is no file at all: to a verifier, that is a finding.
    public let isNoFile: Bool

    public init(place: String, problem: String, isNoFile: Bool = false) {
        (self.place, self.problem, self.isNoFile) = (place, problem, isNoFile)
    }
}

extension LedgerFiles {
    /// All bytes of a file; nil where it is absent, and `.tooLarge` before anything larger is read.
    func read(_ place: LedgerPlace, limit: Int) throws(LedgerReadError) -> FileBytes {
        guard let count = try byteCount(of: place) else { return .absent }
        guard count <= limit else { return .tooLarge }
        guard let bytes = try read(place, from: 0, count: limit + 1) else { return .absent }
        return bytes.count <= limit ? .bytes(bytes) : .tooLarge
    }
}

enum FileBytes {
    case bytes([UInt8])
    case absent, tooLarge

    var bytes: [UInt8]? { if case .bytes(let bytes) = self { bytes } else { nil } }
}
