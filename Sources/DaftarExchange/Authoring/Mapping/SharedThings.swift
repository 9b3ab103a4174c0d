public import Daftar

/// Actors and sources that are described once, in a `shared.yaml` beside the event files.
///
/// An event that names one of them by its id gets what is said there copied in, so that its statement stands alone. What
/// the event says itself counts more.
public struct SharedThings: Hashable, Sendable {
    /// As they are signed, by id.
    public internal(set) var actors: [String: JSONObject] = [:]
    public internal(set) var sources: [String: JSONObject] = [:]

    public init() {}

    var isEmpty: Bool { actors.isEmpty && sources.isEmpty }

    /// What is known of `id` for an element of the list `name`.
    func thing(_ id: String?, in name: String) -> JSONObject? {
        guard let id, !isEmpty else { return nil }
        return switch name {
        case "actors": actors[id]
        case "sources": sources[id]
        default: nil
        }
    }
}
