import Synchronization

/// Files of which those that are none are simply not there: a link, a pipe, a device or a folder in a file's place keeps
/// a verdict from nobody. Which places those are is noted, and becomes a finding.
final class PlainFiles: LedgerFiles {
    private let files: any LedgerFiles
    private let odd = Mutex<Set<String>>([])

    init(_ files: any LedgerFiles) { self.files = files }

    /// The places that something else lies in, of those that were looked at since this was asked last.
    func takeOddPlaces() -> [String] {
        odd.withLock { places in
            defer { places = [] }
            return places.sorted()
        }
    }

    func byteCount(of place: LedgerPlace) throws(LedgerReadError) -> Int? {
        do { return try files.byteCount(of: place) } catch { return try absent(error) }
    }

    func read(_ place: LedgerPlace, from offset: Int, count: Int) throws(LedgerReadError) -> [UInt8]? {
        do { return try files.read(place, from: offset, count: count) } catch { return try absent(error) }
    }

    func partialPlaces() throws(LedgerReadError) -> [LedgerPlace] { try files.partialPlaces() }

    func timestampSizes() throws(LedgerReadError) -> [Int] { try files.timestampSizes() }

    private func absent<R>(_ error: LedgerReadError) throws(LedgerReadError) -> R? {
        guard error.isNoFile else { throw error }
        odd.withLock { _ = $0.insert(error.place) }
        return nil
    }
}
