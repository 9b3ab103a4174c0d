import Daftar

/// States by their English names, and by a few that people write instead.
enum PlaceNames {
    /// The code of a state, or of a part of one, that is given by its name; nil where the name is of none, or of several.
    static func code(_ name: String) -> String? {
        if Place.name(of: name) != nil { return name }
        return others[name.lowercased()] ?? Place.code(ofState: name)
    }

    private static let others = [
        "russia": "RU", "iran": "IR", "syria": "SY", "turkey": "TR", "türkiye": "TR", "venezuela": "VE",
        "bolivia": "BO",
        "tanzania": "TZ", "moldova": "MD", "vietnam": "VN", "laos": "LA", "south korea": "KR", "north korea": "KP",
        "palestine": "PS", "swaziland": "SZ", "burma": "MM", "cape verde": "CV", "ivory coast": "CI",
        "democratic republic of congo": "CD", "democratic republic of the congo": "CD", "drc": "CD",
        "republic of congo": "CG", "republic of the congo": "CG", "usa": "US", "united states of america": "US",
        "uk": "GB", "kosovo": "XK", "taiwan": "TW",
    ]
}
