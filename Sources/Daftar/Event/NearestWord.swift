/// Finds what somebody meant to write: `signatary` is one letter from `signatory`.
public enum NearestWord {
    /// The word that takes the fewest changes to reach from `word`; nil where all are too far to be what was meant.
    ///
    /// As far as a third of the letters may differ; of words equally near the first one counts.
    public static func of(_ word: String, in words: some Sequence<String>) -> String? {
        let typed = Array(word.lowercased().utf8.prefix(64))
        var best: String?
        var least = max(1, typed.count / 3) + 1
        for candidate in words {
            let distance = distance(typed, Array(candidate.lowercased().utf8), below: least)
            if distance < least { (best, least) = (candidate, distance) }
        }
        return best
    }

    /// How many letters must be put in, taken out, replaced or swapped with their neighbour; `limit` for that many or more.
    static func distance(_ x: [UInt8], _ y: [UInt8], below limit: Int) -> Int {
        guard abs(x.count - y.count) < limit else { return limit }
        // Three rows of the usual table: the one before last is for swapped neighbours.
        var earlier = [Int](repeating: 0, count: y.count + 1)
        var previous = Array(0...y.count)
        for i in x.indices {
            var row = [i + 1] + [Int](repeating: 0, count: y.count)
            for j in y.indices {
                let replaced = previous[j] + (x[i] == y[j] ? 0 : 1)
                row[j + 1] = min(replaced, previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, x[i] == y[j - 1], x[i - 1] == y[j] { row[j + 1] = min(row[j + 1], earlier[j - 1] + 1) }
            }
            if row.allSatisfy({ $0 >= limit }) { return limit }
            (earlier, previous) = (previous, row)
        }
        return min(previous[y.count], limit)
    }
}
