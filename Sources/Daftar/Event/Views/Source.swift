/// Where something is known from.
public struct Source: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var id: String? { value.text("id") }
    public var type: String? { value.text("type") }
    /// An original where nothing is said.
    public var derivation: String { value.text("derivation") ?? "original" }
    /// The source that it derives from.
    public var of: String? { value.text("of") }
    public var title: LocalizedText? { value.localized("title") }
    public var publisher: String? { value.text("publisher") }
    public var language: String? { value.text("language") }
    public var published: ReadDate? { ReadDate(value["published"]) }
    public var url: String? { value.text("url") }
    /// `A` to `F`
    public var reliability: String? { value.text("reliability") }
    public var says: LocalizedText? { value.localized("says") }

    public var isOriginal: Bool { derivation == "original" }
}

/// A file that somebody keeps of a source.
public struct Capture: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var source: String? { value.text("source") }
    /// `sha256:` and hex, as `sha256sum` prints.
    public var digest: String? { value.text("digest") }
    public var digestOf: String? { value.text("digest-of") }
    public var bytes: Int? { value["bytes"]?.integer ?? value.text("bytes").flatMap(Int.init) }
    public var mediaType: String? { value.text("media-type") }
    /// `public`, `private`, `none`
    public var stored: String? { value.text("stored") }
    public var accessed: String? { value.text("accessed") }
    public var finalURL: String? { value.text("final-url") }
    public var status: String? { value.text("status") }
    public var tool: String? { value.text("tool") }
    public var archives: [Archive] { (value["archives"]?.array ?? []).map(Archive.init) }

    /// A copy that somebody else keeps.
    public struct Archive: Hashable, Sendable {
        public let value: JSONValue

        init(_ value: JSONValue) { self.value = value }

        public var service: String? { value.text("service") }
        public var url: String? { value.text("url") }
        public var captured: String? { value.text("captured") }
        public var digest: String? { value.text("digest") }
        public var match: String? { value.text("match") }
    }
}
