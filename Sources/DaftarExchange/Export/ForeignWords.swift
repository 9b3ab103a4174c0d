import Daftar
import Synchronization

/// The words of one table that stand where a vocabulary is expected and are not of it: words are enforced when writing,
/// and another program may have written more. A package that names the vocabularies has to name these too.
final class ForeignWords: Sendable {
    /// The columns that have a vocabulary, by their place.
    private let places: [(column: Int, known: [[UInt8]])]
    private let found = Mutex<[Int: Set<String>]>([:])

    init(_ table: PlainTable) {
        places = table.columns.enumerated().compactMap { place, column in
            column.vocabulary.map { (place, $0.words.map { Array($0.utf8) }) }
        }
    }

    /// Looks through rows as they are written.
    func note(_ rows: borrowing PlainRows) {
        for row in 0..<rows.count {
            let first = rows.cells(of: row).lowerBound
            for (column, known) in places where rows.form(of: first + column) == .text {
                let word = rows.bytes.span.extracting(rows.text(of: first + column))
                if known.contains(where: { compareBytes($0.span, word) == 0 }) { continue }
                let spelled = CSVCell.guarded(word)
                _ = found.withLock { $0[column, default: []].insert(spelled) }
            }
        }
    }

    /// The words found in a column, as its cells spell them, ascending.
    func words(inColumn column: Int) -> [String] {
        found.withLock { $0[column, default: []] }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
