import Daftar
import Synchronization

/// A format of sources: each is written once, where the first of the events cites it, though many may.
///
/// Who uses a reference manager wants one item a source. The other events that cite it are found with `daftar list --source`.
protocol SourceExporter: EventExporter {
    var written: WrittenSources { get }
    /// What stands between two items.
    static var separator: [UInt8] { get }

    func append(_ cited: CitedSource, to bytes: inout [UInt8])
}

extension SourceExporter {
    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        add(items(events), to: &bytes)
    }

    /// Items are made on all cores, and chosen from in their order.
    public func encode(_ events: [RecordedEvent], after previous: RecordedEvent?) -> [UInt8] {
        let pieces = stride(from: 0, to: events.count, by: 64).map { $0..<min($0 + 64, events.count) }
        var bytes: [UInt8] = []
        for items in Lanes.map(pieces.count, { items(events[pieces[$0]]) }) { add(items, to: &bytes) }
        return bytes
    }

    private func items(_ events: ArraySlice<RecordedEvent>) -> [SourceItem] {
        events.flatMap { event -> [SourceItem] in
            let captures = event.content.captures
            return event.content.sources.compactMap { source -> SourceItem? in
                let cited = CitedSource(source, captures, event)
                if written.contains(cited.identity) { return nil }
                var bytes: [UInt8] = []
                append(cited, to: &bytes)
                return SourceItem(identity: cited.identity, bytes: bytes)
            }
        }
    }

    private func add(_ items: [SourceItem], to bytes: inout [UInt8]) {
        for item in items {
            guard let number = written.add(item.identity) else { continue }
            if number > 0 { bytes.append(contentsOf: Self.separator) }
            bytes.append(contentsOf: item.bytes)
        }
    }
}

private struct SourceItem: Sendable {
    let identity: Hash
    let bytes: [UInt8]
}

/// Which sources an export has written already: 16 bytes of each, which no two sources share by chance.
final class WrittenSources: Sendable {
    private let identities = Mutex<Set<UInt128>>([])

    func contains(_ identity: Hash) -> Bool { identities.withLock { $0.contains(WrittenSources.short(identity)) } }

    /// How many were written before it; nil where it was one of them.
    func add(_ identity: Hash) -> Int? {
        identities.withLock { $0.insert(WrittenSources.short(identity)).inserted ? $0.count - 1 : nil }
    }

    private static func short(_ identity: Hash) -> UInt128 {
        identity.bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }
}
