import Daftar

extension EventDraft {
    /// The event as a line of JSON that reads back as this draft: what a batch keeps of one that can't be made ready at once,
    /// because it refers to others or withholds something.
    public var json: [UInt8] {
        var members = content.fields
        for list in content.lists { members[list.name] = .array(list.parts.compactMap(\.value)) }
        members["language"] = .string(LanguageTag.undetermined)
        if !withhold.isEmpty { members["withhold"] = .array(withhold.map { .string($0) }) }
        let relations = relations.map { relation -> JSONValue in
            var value = relation.extras
            (value["relation"], value["to"]) = (.string(relation.relation), .string(relation.to))
            value["basis"] = relation.basis.map { .string($0) }
            return .object(value)
        }
        if !relations.isEmpty { members["relations"] = .array(relations) }
        return CanonicalJSON.encode(.object(members))
    }
}
