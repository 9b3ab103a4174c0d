public import Daftar

extension EventDraft {
    /// True where something of it is not published: parts that it names, or all of it.
    public var withholds: Bool { !withhold.isEmpty || !isPublic }

    /// The paths that name nothing in `content`, which is this draft with its relations.
    public func strayPaths(in content: EventContent) -> [String] {
        withhold.filter { path in
            let (name, element) = EventDraft.split(path)
            guard let element else { return content.fields[name] == nil && content[list: name].isEmpty }
            return !content[list: name].indices.contains { EventDraft.isNamed(element, $0, content[list: name][$0]) }
        }
    }

    /// Says of a field or of an element of a list whether it is withheld.
    public func isWithheld(_ name: String, _ element: Int?, in content: EventContent) -> Bool {
        withhold.contains { path in
            let (named, chosen) = EventDraft.split(path)
            guard named == name, let chosen else { return named == name }
            return element.map { EventDraft.isNamed(chosen, $0, content[list: name][$0]) } ?? false
        }
    }

    /// `actors.beg-sabur` is a list and one of its elements; `summary` a field, or all of a list.
    private static func split(_ path: String) -> (name: String, element: String?) {
        let parts = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        return (parts[0], parts.count == 2 ? parts[1] : nil)
    }

    /// By its place from 0, or by its `id`.
    private static func isNamed(_ element: String, _ place: Int, _ part: EventContent.Part) -> Bool {
        element == String(place) || part.value?["id"]?.string == element
    }
}
