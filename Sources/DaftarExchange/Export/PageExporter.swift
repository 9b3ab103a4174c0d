public import Daftar

/// A way to write events down that looks at all of them before its first byte: one page, one picture.
public protocol PageExporter: Sendable {
    /// The most events that it takes: it holds them all, and beyond that it would serve nobody.
    static var mostEvents: Int { get }

    /// All of it. What it writes follows from the events and the context alone, byte for byte.
    func page(_ events: [RecordedEvent]) -> [UInt8]
}
