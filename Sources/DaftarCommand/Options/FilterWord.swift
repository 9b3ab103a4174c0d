import Daftar
import DaftarStore

/// A word of a vocabulary that events are asked for by. One that nobody knows is said, so that nobody takes a slip of the
/// pen for an empty record.
enum FilterWord {
    /// A kind, a family of kinds, or what the ledger holds beside the vocabulary.
    static func kind(_ given: String, _ open: OpenLedger) throws(Failure) -> String {
        let kind = given.hasSuffix("/") ? String(given.dropLast()) : given
        if Kind(kind).isKnown || Kind.isFamily(kind) { return kind }
        if try isHeld(open, { $0.kind = kind }) { return kind }
        let nearest = Kind.nearest(to: kind) ?? NearestWord.of(kind, in: Kind.families)
        throw Failure(
            "--kind \(given): no such kind is known, and the ledger holds none",
            hint: nearest.map { "did you mean --kind \($0)?" } ?? "the families are \(Words.list(Kind.families))",
            exit: .usage)
    }

    /// An ISO 3166 code, in whatever case, or a place's English name.
    static func place(_ given: String, _ open: OpenLedger) throws(Failure) -> String {
        if Place(given) != nil { return given }
        if try isHeld(open, { $0.place = given }) { return given }
        let nearest = Place.nearest(to: given).flatMap(Place.init)
        if let nearest, [nearest.code, nearest.name.uppercased()].contains(given.uppercased()) { return nearest.code }
        throw Failure(
            "--place \(given): no such place is known, and the ledger holds none",
            hint: nearest.map { "did you mean --place \($0.code), \($0.name)?" }
                ?? "places are ISO 3166 codes: TJ for a state, TJ-DU for a part of one", exit: .usage)
    }

    private static func isHeld(_ open: OpenLedger, _ ask: (inout EventFilter) -> Void) throws(Failure) -> Bool {
        var filter = EventFilter()
        ask(&filter)
        return try open.ask { ledger throws(StoreError) in try ledger.count(filter).matching > 0 }
    }
}
