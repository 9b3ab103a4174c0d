/// The published disclosures of one entry: a line of a content file.
///
/// ```
/// {"disclosures":[["GaJJ…","title",{"en":"Withheld whole"}],["0yci…","date","2023-11"]],"entry":2}
/// ```
public struct ContentLine: Sendable {
    public enum Fault: Error, Hashable, Sendable {
        case tooLong
        case json(JSONError)
        /// Canonical JSON that is no disclosure; otherwise it is a line, for this entry.
        case disclosure(DisclosureLayout.Fault, entry: Int)
        /// The disclosures are not ascending by digest; otherwise it is a line, for this entry.
        case order(entry: Int)
    }

    /// Which entry's disclosures these are.
    public let entry: Int
    /// Where they lie in the array they were appended to, ascending by digest.
    public let disclosures: Range<Int>

    /// Reads the line at `range` (without its newline); its disclosures are appended to `found`.
    public static func scan(
        _ range: Range<Int>, _ bytes: Span<UInt8>, _ found: inout [DisclosureLayout]
    ) throws(Fault) -> ContentLine {
        guard range.count <= Limits.contentLine else { throw .tooLong }
        let start = found.count
        var isAscending = true, fault: DisclosureLayout.Fault?
        var scanner = JSONScanner(from: range.lowerBound, to: range.upperBound, levels: Limits.contentLineDepth)
        try word("{\"disclosures\":[", levels: 2, &scanner, bytes)
        repeat {
            guard let layout = try disclosure(&scanner, &fault, bytes) else { continue }
            if let last = found.last, found.count > start, last.digest >= layout.digest { isAscending = false }
            found.append(layout)
        } while scanner.take(UInt8(ascii: ","), bytes)
        try word("],\"entry\":", levels: 0, &scanner, bytes)
        let entry = try number(&scanner, bytes)
        if let fault { throw .disclosure(fault, entry: entry) }
        guard isAscending else { throw .order(entry: entry) }
        return ContentLine(entry: entry, disclosures: start..<found.count)
    }

    /// One disclosure; nil for another value, which is stepped over: whose line it is can still be told.
    private static func disclosure(
        _ scanner: inout JSONScanner, _ fault: inout DisclosureLayout.Fault?, _ bytes: Span<UInt8>
    ) throws(Fault) -> DisclosureLayout? {
        let before = scanner
        do { return try DisclosureLayout.scan(&scanner, bytes) } catch {
            fault = fault ?? error
            scanner = before
        }
        do { try scanner.value(bytes) } catch { throw .json(error) }
        return nil
    }

    /// The number of the entry, and the end of the line.
    private static func number(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws(Fault) -> Int {
        do throws(JSONError) {
            let entry = try scanner.integer(bytes)
            try scanner.expect(UInt8(ascii: "}"), bytes)
            guard scanner.isAtEnd, entry >= 0 else { throw JSONError(reason: .trailing, offset: scanner.position) }
            return entry
        } catch {
            throw .json(error)
        }
    }

    /// Steps over fixed text, into `levels` levels.
    private static func word(
        _ word: StaticString, levels: Int, _ scanner: inout JSONScanner, _ bytes: Span<UInt8>
    ) throws(Fault) {
        do { try scanner.skip(word, levels: levels, bytes) } catch { throw .json(error) }
    }

    /// The bytes of the line for these disclosures, its newline included; nothing for none.
    public static func encode(entry: Int, _ disclosures: [Disclosure]) -> [UInt8] {
        encode(entry: entry, encoded: disclosures.map(\.encoded))
    }

    /// The bytes of the line for disclosures that are given as their canonical bytes.
    public static func encode(entry: Int, encoded disclosures: [[UInt8]]) -> [UInt8] {
        encode(entry: entry, ascending: disclosures.map { (Hash.sha256($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1))
    }

    /// The same for disclosures that ascend by digest already.
    public static func encode(entry: Int, ascending disclosures: [[UInt8]]) -> [UInt8] {
        guard !disclosures.isEmpty else { return [] }
        var line = Array("{\"disclosures\":[".utf8)
        line.reserveCapacity(disclosures.reduce(64) { $0 + $1.count + 1 })
        for (i, disclosure) in disclosures.enumerated() {
            if i > 0 { line.append(UInt8(ascii: ",")) }
            line.append(contentsOf: disclosure)
        }
        line.append(contentsOf: "],\"entry\":\(entry)}\n".utf8)
        return line
    }

    /// The disclosures of a line, each as its canonical bytes.
    public static func disclosures(in line: [UInt8]) throws(Fault) -> [[UInt8]] {
        var found: [DisclosureLayout] = []
        let end = line.last == UInt8(ascii: "\n") ? line.count - 1 : line.count
        _ = try scan(0..<end, line.span, &found)
        return found.map { Array(line[$0.range]) }
    }

    /// What of an entry's line is gone once the disclosures of `digests` are taken out: the new line, maybe empty.
    public static func removing(_ digests: Set<Hash>, entry: Int, from line: [UInt8]) throws(Fault) -> [UInt8] {
        encode(entry: entry, encoded: try disclosures(in: line).filter { !digests.contains(Hash.sha256($0)) })
    }
}

extension JSONScanner {
    /// Steps over text that is known beforehand, and so into the levels that it opens.
    mutating func skip(_ word: StaticString, levels opened: Int, _ bytes: Span<UInt8>) throws(JSONError) {
        var reader = ByteReader(from: position, to: end)
        guard reader.skip(word, in: bytes) else { throw JSONError(reason: .notJSON, offset: position) }
        move(to: reader.position, opened: opened)
    }
}
