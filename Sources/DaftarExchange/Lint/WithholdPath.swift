import Daftar

/// A part of an event by its path: `summary`, `sources.1`, `actors.beg-sabur`.
enum WithholdPath {
    /// True where `path` names a part that is there.
    static func names(_ path: String, in object: JSONObject) -> Bool {
        let parts = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let value = parts.first.flatMap({ object[$0] }), !["language", "withhold"].contains(parts[0]) else {
            return false
        }
        guard parts.count == 2 else { return true }
        guard EventFields.lists.contains(parts[0]), let elements = value.array else { return false }
        if let index = Int(parts[1]) { return elements.indices.contains(index) && String(index) == parts[1] }
        return elements.contains { $0["id"]?.string == parts[1] }
    }
}
