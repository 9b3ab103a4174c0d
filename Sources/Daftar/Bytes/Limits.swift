/// Every size limit of the formats in one place (DESIGN §4). A limit is checked before anything is allocated.
public enum Limits {
    /// Longest origin, in ASCII characters.
    public static let origin = 255
    /// Longest last part of an author's key name, after the origin and `/`.
    public static let keyLabel = 32
    /// Largest checkpoint or policy file, in bytes.
    public static let checkpoint = 64 << 10
    /// Largest entry, in bytes: what a uint16 length prefix can say.
    public static let entry = 65_535
    /// Most signature lines of one statement.
    public static let signatures = 16
    /// Most digests of one entry: `_sd` and lists together, or the `digests` of a control entry.
    public static let digests = 1_024
    /// Longest line of a content file, its newline not counted, in bytes.
    public static let contentLine = 1 << 20
    /// Levels of JSON, the outermost object or array being the first.
    public static let jsonDepth = 8
    /// Levels of JSON in a content line: a disclosure lies two levels down in it.
    public static let contentLineDepth = jsonDepth + 2
    /// Longest key of a JSON object, in bytes.
    public static let jsonKey = 64
    /// Integers lie within ± this: what an IEEE double holds exactly (RFC 8785 §3.2.2.3).
    public static let integer = (1 << 53) - 1
    /// Longest type of a statement, the `!` not counted.
    public static let typeName = 32
    /// Entries in a full tile, bundle or content file.
    public static let tileWidth = 256
    /// Most levels of tiles: 256^8 > 2^53.
    public static let tileLevels = 8
}
