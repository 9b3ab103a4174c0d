/// One digest that a statement signs, and where it stands in the body.
public struct SignedDigest: Hashable, Sendable {
    public let hash: Hash
    /// Its list, by the position of the list's name in the scanned bytes; −1 for `_sd`.
    let list: Int32
    /// Its place in `_sd` or in the list, from 0.
    public let ordinal: Int32
    /// Named in `withheld`.
    public internal(set) var isWithheld = false

    /// True for a digest in `_sd`: its disclosure has a name.
    public var isField: Bool { list < 0 }

    /// True for one digest of each list.
    var isFirstOfList: Bool { list >= 0 && ordinal == 0 }
}

/// What the body of a statement is, found in one pass: canonical JSON, an object with a `type`.
public struct BodyLayout: Sendable {
    /// The line, without its newline.
    public let range: Range<Int>
    public let type: StatementType
    /// The characters of `type`.
    public let typeName: Range<Int>
    /// The entry's digests in the array they were appended to, ascending by hash.
    public let digests: Range<Int>
    /// What is wrong with `_sd`, lists and `withheld`. It means nothing for a control type, which has none.
    public let digestFault: DigestFault?
    /// The string value of `of` and `to`, without quotes, where they are strings.
    let of: Range<Int>?
    let to: Range<Int>?
    /// The first clear field that no type of content has. Control types name theirs themselves.
    let unknownField: Range<Int>?
    /// `of` or `to` is there and is no string.
    let hasOddReference: Bool
    /// `to` is there, whatever its value.
    let hasTo: Bool
    let hasOf: Bool

    /// What can be wrong with the digests of a statement (DESIGN §4.3).
    public enum DigestFault: Hashable, Sendable {
        case notAList, notADigest, empty, notAscending, twice, tooMany, mixedList, withheldUnknown, reservedName
    }

    static func scan(
        _ line: Range<Int>, _ bytes: Span<UInt8>, digests: inout [SignedDigest]
    ) throws(StatementLayout.ParseError) -> BodyLayout {
        var scan = BodyScan(line, digestStart: digests.count)
        do { try scan.run(bytes, &digests) } catch { throw .body(error) }
        guard scan.isObject else { throw .bodyIsNoObject }
        guard let typeName = scan.typeName, let type = StatementType(bytes.extracting(typeName)) else { throw .type }
        if type.isControl {
            digests.removeLast(digests.count - scan.digestStart)
        } else {
            scan.settle(bytes, &digests)
        }
        return BodyLayout(
            range: line, type: type, typeName: typeName, digests: scan.digestStart..<digests.count,
            digestFault: scan.fault, of: scan.of, to: scan.to, unknownField: scan.unknownField,
            hasOddReference: scan.hasOddReference, hasTo: scan.hasTo, hasOf: scan.hasOf)
    }
}
