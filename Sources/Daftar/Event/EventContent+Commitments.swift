extension Commitments.Content {
    /// What is signed of an event, a correction, a retraction or a remark: each field one disclosure, each element of a
    /// list one (AUTHORING, "Mapping"). Parts that are not shown can't be signed again, and are left out.
    public init(_ content: EventContent, type: String = "event", of: Hash? = nil, to: Hash? = nil) {
        self.init(
            type: type, of: of, to: to,
            fields: content.fields.map { (name: $0.key, value: $0.value) },
            lists: content.lists.map { (name: $0.name, elements: $0.parts.compactMap(\.value)) })
    }
}
