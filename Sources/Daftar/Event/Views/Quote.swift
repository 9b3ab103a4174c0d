/// The words themselves.
public struct Quote: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// Letter by letter, never normalised.
    public var text: String { value.text("text") ?? "" }
    public var language: String? { value.text("language") }
    /// `verbatim`, `reported`, `paraphrase`
    public var mode: String? { value.text("mode") }
    /// An actor or a source.
    public var saidBy: String? { value.text("said-by") }
    public var sources: [String] { value.texts("sources") }
    public var before: String? { value.text("before") }
    public var after: String? { value.text("after") }
    public var translations: [Translation] { (value["translations"]?.array ?? []).map(Translation.init) }

    /// The same words in another language.
    public struct Translation: Hashable, Sendable {
        public let value: JSONValue

        init(_ value: JSONValue) { self.value = value }

        public var language: String? { value.text("language") }
        public var text: String { value.text("text") ?? "" }
        /// `recorder`, `publisher`, `person`, `machine`
        public var by: String? { value.text("by") }
    }
}

/// A number that somebody said.
public struct Quantity: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// As the source has it: `7600`.
    public var number: String? { value.text("value") }
    public var unit: String? { value.text("unit") }
    public var what: LocalizedText? { value.localized("what") }
    /// The whole of which it is a part.
    public var of: String? { value.text("of") }
    public var precision: String? { value.text("precision") }
    public var saidBy: String? { value.text("said-by") }
    public var asOf: ReadDate? { ReadDate(value["as-of"]) }
    public var sources: [String] { value.texts("sources") }
}
