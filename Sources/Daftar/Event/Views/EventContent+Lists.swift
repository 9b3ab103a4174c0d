// The parts that were signed one by one. Those that are not shown have no view; `parts(_:)` has their places.
extension EventContent {
    public var dates: [DateClaim] { things("dates") }
    public var locations: [Location] { things("locations") }
    public var actors: [Actor] { things("actors") }
    public var instruments: [Instrument] { things("instruments") }
    public var quantities: [Quantity] { things("quantities") }
    public var quotes: [Quote] { things("quotes") }
    public var targets: [Target] { things("targets") }
    public var relations: [Relation] { things("relations") }
    public var sources: [Source] { things("sources") }
    public var captures: [Capture] { things("captures") }

    /// How many elements of a list are not shown, by reason.
    public func notShown(in name: String) -> [NotShown: Int] {
        parts(name).reduce(into: [:]) { counts, part in
            if case .notShown(let reason) = part { counts[reason, default: 0] += 1 }
        }
    }

    /// The name to show for a handle: an actor's name, a source's publisher; nil where the element is not shown.
    public func name(ofHandle id: String, in language: String = "en") -> String? {
        if let actor = actors.first(where: { $0.id == id }) { return actor.name?.text(in: language) ?? id }
        return sources.first { $0.id == id }.map { $0.publisher ?? $0.title?.text(in: language) ?? id }
    }

    private func things<T: EventPart>(_ name: String) -> [T] { parts(name).compactMap { $0.value.map(T.init) } }
}

/// A view of one element of a list.
protocol EventPart {
    init(_ value: JSONValue)
}

extension JSONValue {
    /// A member as a person reads it.
    func text(_ key: String) -> String? { self[key]?.shownText }
    /// A member that is a list, as a person reads it.
    func texts(_ key: String) -> [String] { self[key]?.shownTexts ?? [] }
    /// A member that is text by language.
    func localized(_ key: String) -> LocalizedText? { LocalizedText(self[key]) }
}
