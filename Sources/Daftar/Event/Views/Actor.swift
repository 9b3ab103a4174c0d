/// Who acts: a body, or a person in office.
public struct Actor: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    /// The same in every event.
    public var id: String? { value.text("id") }
    public var name: LocalizedText? { value.localized("name") }
    /// Other names and spellings: searched, never shown as the name.
    public var also: [String] { value.texts("also") }
    public var type: String? { value.text("type") }
    public var office: LocalizedText? { value.localized("office") }
    public var country: String? { value.text("country") }
    public var parent: String? { value.text("parent") }
    public var roles: [String] { value.texts("role") }
    public var sources: [String] { value.texts("sources") }
    public var note: LocalizedText? { value.localized("note") }

    public var isPerson: Bool { type == Vocabulary.officeHolder }
}

/// Where it happened, more exactly than the event's places.
public struct Location: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var code: String? { value.text("code") }
    public var name: LocalizedText? { value.localized("name") }
    public var role: String? { value.text("role") }
    public var sources: [String] { value.texts("sources") }
}
