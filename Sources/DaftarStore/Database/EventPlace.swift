/// Where an event stands in the tables: its entry, and which past version it is; nil for what it is now.
struct EventPlace: Hashable, Sendable {
    let entry: Int
    var version: Int?
}
