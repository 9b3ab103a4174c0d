public import Daftar

/// A way to write events down. What it writes follows from the events and the context alone, byte for byte.
public protocol EventExporter: Sendable {
    /// What comes before the first event.
    var head: [UInt8] { get }
    /// What comes after the last one.
    var tail: [UInt8] { get }
    /// Appends events that follow each other. It can be called on any core: the event before them is all that they may
    /// depend on.
    func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8])
    /// Events that follow each other, a piece after the other in their order.
    func encode(_ events: [RecordedEvent], after previous: RecordedEvent?) -> [UInt8]
}

extension EventExporter {
    /// Events that follow each other, made on all cores.
    public func encode(_ events: [RecordedEvent], after previous: RecordedEvent?) -> [UInt8] {
        let pieces = stride(from: 0, to: events.count, by: 64).map { $0..<min($0 + 64, events.count) }
        let made = Lanes.map(pieces.count) { piece in
            var bytes: [UInt8] = []
            bytes.reserveCapacity(1 << 17)
            let range = pieces[piece]
            append(events[range], after: range.lowerBound > 0 ? events[range.lowerBound - 1] : previous, to: &bytes)
            return bytes
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(made.reduce(0) { $0 + $1.count })
        for piece in made { bytes.append(contentsOf: piece) }
        return bytes
    }
}
