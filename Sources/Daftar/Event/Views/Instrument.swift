/// An agreement, a law, a contract.
public struct Instrument: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var id: String? { value.text("id") }
    public var type: String? { value.text("type") }
    public var title: LocalizedText? { value.localized("title") }
    /// `binding`, `non-binding`, `unknown`
    public var force: String? { value.text("force") }
    public var parties: [String] { value.texts("parties") }
    public var number: String? { value.text("number") }
    public var period: ReadDate? { ReadDate(value["period"]) }
    /// Of its text: `public`, `withheld`, `unknown`.
    public var availability: String? { value.text("availability") }
}

/// What is blocked, slowed down or removed.
public struct Target: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var domain: String? { value.text("domain") }
    public var service: String? { value.text("service") }
    /// As in the Citizen Lab test lists.
    public var category: String? { value.text("category") }
    /// The domain or the service.
    public var name: String { domain ?? service ?? value.shownText }
}
