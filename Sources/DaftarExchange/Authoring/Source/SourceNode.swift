/// A value as it stands in a file, and where: what YAML and JSON have in common, before it means anything.
///
/// Scalars are the characters that were written, `NO` and `2023-12-22` and `7600` included: what they mean is decided by
/// the field that they stand in, never by how they look.
struct SourceNode: Hashable, Sendable {
    indirect enum Content: Hashable, Sendable {
        case scalar(String, Style)
        case list([SourceNode])
        case map([Member])
    }

    /// How a scalar was written. Only what is plain or quoted on one line has a place for each of its characters.
    enum Style: Hashable, Sendable { case plain, quoted, block }

    /// A key and its value.
    struct Member: Hashable, Sendable {
        let key: String
        let keyPlace: SourcePlace
        let value: SourceNode
    }

    var content: Content
    var place: SourcePlace

    /// The characters of a scalar.
    var scalar: String? { if case .scalar(let text, _) = content { text } else { nil } }
    var list: [SourceNode]? { if case .list(let elements) = content { elements } else { nil } }
    var map: [Member]? { if case .map(let members) = content { members } else { nil } }

    /// The value under `key` of a map.
    subscript(key: String) -> SourceNode? { map?.first { $0.key == key }?.value }

    /// What it is, for a sentence: ``"`date` is a YAML list here"``.
    var shapeName: String {
        switch content {
        case .scalar(let text, _): text.isEmpty ? "empty" : "a text"
        case .list: "a list"
        case .map: "a map"
        }
    }
}

/// Where something stands in a file. Columns count characters (Unicode scalars), as editors do.
struct SourcePlace: Hashable, Sendable {
    /// From 1.
    var line: Int
    /// From 1.
    var column: Int
    /// How many characters of this line it takes; at least 1.
    var length: Int
    /// The cell of a table's row, from 0; nil outside of tables.
    var cell: Int?

    init(line: Int, column: Int, length: Int = 1, cell: Int? = nil) {
        (self.line, self.column, self.length, self.cell) = (line, column, max(1, length), cell)
    }

    /// A part of it: `length` characters from `offset` on.
    func part(_ offset: Int, _ length: Int) -> SourcePlace {
        SourcePlace(line: line, column: column + offset, length: length, cell: cell)
    }
}
