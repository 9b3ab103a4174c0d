import Daftar

// Handles that name something in the same file, or beside it.
extension Mapper {
    /// Adds the shared actors and sources that are used without being listed, in the order of their first use.
    mutating func copyShared(into object: inout JSONObject) {
        guard !shared.isEmpty else { return }
        for reference in references {
            if [.source, .speaker].contains(reference.kind) {
                copySource(reference.id, into: &object)
            }
            if [.actor, .speaker].contains(reference.kind), shared.sources[reference.id] == nil,
                let actor = shared.actors[reference.id]
            {
                copy(actor, reference.id, to: "actors", of: &object)
            }
        }
    }

    /// A source is copied with the one that it derives from.
    private func copySource(_ id: String, into object: inout JSONObject) {
        guard let source = shared.sources[id], copy(source, id, to: "sources", of: &object) else { return }
        if let original = source["of"]?.string { copySource(original, into: &object) }
    }

    @discardableResult
    private func copy(_ thing: JSONObject, _ id: String, to list: String, of object: inout JSONObject)
        -> Bool
    {
        var elements = object[list]?.array ?? []
        guard !elements.contains(where: { $0["id"]?.string == id }) else { return false }
        elements.append(.object(thing))
        object[list] = .array(elements)
        return true
    }

    /// Reports handles that nothing has.
    mutating func resolveReferences(in object: JSONObject) {
        let sources = ids(of: "sources", in: object)
        let actors = ids(of: "actors", in: object)
        for reference in references {
            let known: [String] =
                switch reference.kind {
                case .source: sources
                case .actor: actors
                case .speaker: actors + sources
                case .anything: [reference.id]
                }
            guard !known.contains(reference.id) else { continue }
            let nearest = NearestWord.of(reference.id, in: known)
            let what = reference.kind == .speaker ? "actor or source" : reference.kind.rawValue
            findings.add(
                .referenceUnknown, "no \(what) `\(reference.id)` in this file", at: reference.place,
                label: nearest.map { "did you mean `\($0)`?" })
        }
    }

    private func ids(of list: String, in object: JSONObject) -> [String] {
        (object[list]?.array ?? []).compactMap { $0["id"]?.string }
    }
}
