public import Daftar

/// The captures that a published ledger shows, bundle by bundle.
public struct ShownCapture: Hashable, Sendable {
    public let entry: Int
    public let file: CapturedFile

    public init(entry: Int, file: CapturedFile) { (self.entry, self.file) = (entry, file) }

    /// Reads the published content of a ledger of so many entries: what was verified a moment ago.
    public static func all(in directory: LedgerDirectory, size: Int) throws(StoreError) -> [ShownCapture] {
        let published = PublishedFiles(files: directory, size: size)
        var all: [ShownCapture] = []
        for bundle in 0..<(size + Limits.tileWidth - 1) / Limits.tileWidth {
            let lines = try StoreError.mapping { try published.disclosures(bundle) }
            for (entry, disclosures) in lines.sorted(by: { $0.key < $1.key }) where entry < size {
                let files = disclosures.flatMap { CapturedFile.all(inDisclosure: $0) }
                all += files.map { ShownCapture(entry: entry, file: $0) }
            }
        }
        return all
    }
}
