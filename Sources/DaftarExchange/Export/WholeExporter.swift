public import Daftar

/// A way to write events down that looks at all of them before its first byte: one page, one picture.
public protocol WholeExporter: EventExporter {
    /// The most events that it takes: beyond, what it makes would serve nobody, and it holds them all.
    static var mostEvents: Int { get }

    /// Looks at all the events that will come, in their order. Called once, before ``EventExporter/head``.
    mutating func survey(_ events: [RecordedEvent])
}
