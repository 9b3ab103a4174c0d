import Daftar

/// The sources that speak for themselves. Reprints, translations, mirrors and excerpts of one text count as that one.
struct Originals {
    let count: Int

    init(_ sources: [JSONValue]) {
        let originals = sources.filter(Originals.isOriginal)
        // One publisher is one voice, however many of its pages are cited.
        let named = Set(originals.compactMap { $0["publisher"]?.string?.lowercased() })
        count = named.count + originals.count { $0["publisher"] == nil }
    }

    static func isOriginal(_ source: JSONValue) -> Bool { (source["derivation"]?.string ?? "original") == "original" }
}
