/// Where text goes: standard output, standard error, a file, or a test's own memory.
public protocol OutputSink: AnyObject {
    /// False where it could not be written.
    func put(_ bytes: [UInt8]) -> Bool
}

/// A stream of text with what is known of the reader's screen. It gathers what is written and hands on large pieces.
public final class Output {
    /// What the other end is.
    public struct Screen: Hashable, Sendable {
        public let isTerminal: Bool
        public let columns: Int
        public let hasColour: Bool

        public init(isTerminal: Bool, columns: Int = 80, hasColour: Bool = false) {
            (self.isTerminal, self.columns, self.hasColour) = (isTerminal, columns, hasColour)
        }
    }

    public let screen: Screen
    private let sink: any OutputSink
    private var waiting: [UInt8] = []
    /// True once something could not be written: then what was printed is not whole.
    public private(set) var isBroken = false
    private static let size = 1 << 16

    public init(_ sink: any OutputSink, _ screen: Screen) {
        (self.sink, self.screen) = (sink, screen)
    }

    func write(_ text: String) {
        waiting.append(contentsOf: text.utf8)
        if waiting.count >= Self.size { flush() }
    }

    func write(bytes: [UInt8]) {
        waiting.append(contentsOf: bytes)
        if waiting.count >= Self.size { flush() }
    }

    func line(_ text: String = "") { write(text + "\n") }

    /// Text that breaks at spaces, each line behind `indent`.
    func paragraph(_ text: String, indent: String = "") { write(Wrap.hanging(indent, text, screen.columns)) }

    func flush() {
        guard !waiting.isEmpty else { return }
        if !isBroken, !sink.put(waiting) { isBroken = true }
        waiting.removeAll(keepingCapacity: true)
    }

    /// The text in a style, where the screen shows colours.
    func styled(_ text: String, _ style: Style) -> String {
        screen.hasColour && !text.isEmpty ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }
}

/// The few ways in which words are set off. Nothing is said by colour alone.
enum Style: String {
    case bold = "1"
    case dim = "2"
    case good = "32"
    case bad = "1;31"
    case caution = "33"
    case emphasis = "36"
}
