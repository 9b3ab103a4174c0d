import Daftar

/// Finds the column that a map probably means: `Head line` for `Headline`, `Date of event` for `Date`.
enum NearestColumn {
    static func of(_ name: String, in names: [String]) -> Int? {
        let wanted = TableHeader.folded(name), folded = names.map(TableHeader.folded)
        if let word = NearestWord.of(wanted, in: folded.filter { !$0.isEmpty }) { return folded.firstIndex(of: word) }
        guard wanted.count >= 3 else { return nil }
        return folded.firstIndex { $0.count >= 3 && ($0.contains(wanted) || wanted.contains($0)) }
    }
}
