/// Stored content that was looked through and not taken apart: what is only passed on takes no tree of values.
///
/// ```
/// {"fields":{"kind":"law/adopt","title":{…}},"lists":{"actors":[{…},{"...":"withdrawn"}]},"not-shown":{"withheld":2}}
///            ╰──── fields[0] ───╯╰ fields[1] ╯         ╰──────── lists[0] ─────────╯
/// ```
public struct StoredMembers: Sendable {
    private struct Member {
        let name: Range<Int>
        let value: Range<Int>
        /// Of a list in which parts are not shown: those that are.
        var shown: [Range<Int>]?
    }

    /// As `StoredContent` wrote them.
    public let bytes: [UInt8]
    private var fields: [Member] = []
    private var lists: [Member] = []
    private var withheld = 0, withdrawn = 0, missing = 0

    /// Nil for what `StoredContent.encode` did not write. What is taken here, `StoredContent.decode` takes too.
    public init?(_ bytes: [UInt8]) {
        self.bytes = bytes
        do { try scan(bytes.span) } catch { return nil }
    }

    // MARK: What it says

    /// How many parts are not shown for this reason.
    public func count(_ reason: EventContent.NotShown) -> Int {
        switch reason {
        case .withheld: withheld
        case .withdrawn: withdrawn
        case .missing: missing
        }
    }

    /// The text of a field that is a string.
    public func text(_ name: StaticString) -> String? {
        guard let place = find(name, fields) else { return nil }
        let value = fields[place].value
        guard bytes[value.lowerBound] == UInt8(ascii: "\"") else { return nil }
        return CanonicalJSON.text(bytes.span.extracting(value.lowerBound + 1..<value.upperBound - 1))
    }

    /// True where there are parts under this name, one by one or as one field.
    public func has(_ name: StaticString) -> Bool { find(name, lists) != nil || find(name, fields) != nil }

    /// Appends all that is shown, fields and lists together, as one canonical object.
    public func append(to target: inout [UInt8]) {
        var field = 0, list = 0
        target.append(UInt8(ascii: "{"))
        while field < fields.count || list < lists.count {
            if field + list > 0 { target.append(UInt8(ascii: ",")) }
            let order = field == fields.count ? 1 : (list == lists.count ? -1 : compare(fields[field], lists[list]))
            // Where a name is both, the list is meant.
            append(order < 0 ? fields[field] : lists[list], to: &target)
            if order <= 0 { field += 1 }
            if order >= 0 { list += 1 }
        }
        target.append(UInt8(ascii: "}"))
    }

    private func append(_ member: Member, to target: inout [UInt8]) {
        guard let shown = member.shown else {
            target.append(contentsOf: bytes[member.name.lowerBound - 1..<member.value.upperBound])
            return
        }
        target.append(contentsOf: bytes[member.name.lowerBound - 1..<member.value.lowerBound + 1])
        for (i, part) in shown.enumerated() {
            if i > 0 { target.append(UInt8(ascii: ",")) }
            target.append(contentsOf: bytes[part])
        }
        target.append(UInt8(ascii: "]"))
    }

    private func compare(_ x: Member, _ y: Member) -> Int {
        compareBytes(bytes.span.extracting(x.name), bytes.span.extracting(y.name))
    }

    private func find(_ name: StaticString, _ members: [Member]) -> Int? {
        for i in members.indices where StoredMembers.is(members[i].name, name, bytes.span) { return i }
        return nil
    }

    private static func `is`(_ range: Range<Int>, _ word: StaticString, _ bytes: Span<UInt8>) -> Bool {
        var reader = ByteReader(from: range.lowerBound, to: range.upperBound)
        return word.utf8CodeUnitCount == range.count && reader.skip(word, in: bytes)
    }

    // MARK: Looking through

    private struct NotStoredContent: Error {}

    private mutating func scan(_ bytes: Span<UInt8>) throws {
        // Three levels more than a value has.
        var scanner = JSONScanner(from: 0, to: bytes.count, levels: Limits.jsonDepth + 3), hasFields = false
        try StoredMembers.members(&scanner, bytes) { name, scanner, bytes in
            if StoredMembers.is(name, "fields", bytes) {
                hasFields = true
                try StoredMembers.members(&scanner, bytes) { name, scanner, bytes in
                    fields.append(Member(name: name, value: try scanner.value(bytes)))
                }
            } else if StoredMembers.is(name, "lists", bytes) {
                try StoredMembers.members(&scanner, bytes) { try list($0, &$1, $2) }
            } else if StoredMembers.is(name, "not-shown", bytes) {
                try StoredMembers.members(&scanner, bytes) { name, scanner, bytes in
                    try note(bytes.extracting(name), try scanner.integer(bytes))
                }
            } else {
                throw NotStoredContent()
            }
        }
        guard hasFields, scanner.isAtEnd else { throw NotStoredContent() }
    }

    private static func members(
        _ scanner: inout JSONScanner, _ bytes: Span<UInt8>,
        _ body: (Range<Int>, inout JSONScanner, Span<UInt8>) throws -> Void
    ) throws {
        try scanner.enter(UInt8(ascii: "{"), bytes)
        if scanner.leave(UInt8(ascii: "}"), bytes) { return }
        var previous: Range<Int>?
        repeat {
            let name = try scanner.key(after: previous, bytes)
            try body(name, &scanner, bytes)
            previous = name
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "}"), bytes)
    }

    /// A list, in which an object with the one key `...` stands for a part that is not shown.
    private mutating func list(_ name: Range<Int>, _ scanner: inout JSONScanner, _ bytes: Span<UInt8>) throws {
        let start = scanner.position, hidden = StaticString("{\"...\":\"")
        var parts: [Range<Int>] = [], isWhole = true
        try scanner.enter(UInt8(ascii: "["), bytes)
        if !scanner.leave(UInt8(ascii: "]"), bytes) {
            repeat {
                let part = try scanner.value(bytes)
                var reader = ByteReader(from: part.lowerBound, to: part.upperBound)
                if reader.skip(hidden, in: bytes), part.upperBound - 2 > reader.position {
                    try note(bytes.extracting(reader.position..<part.upperBound - 2), 1)
                    isWhole = false
                } else {
                    parts.append(part)
                }
            } while scanner.take(UInt8(ascii: ","), bytes)
            try scanner.close(UInt8(ascii: "]"), bytes)
        }
        lists.append(Member(name: name, value: start..<scanner.position, shown: isWhole ? nil : parts))
    }

    private mutating func note(_ reason: Span<UInt8>, _ count: Int) throws {
        switch EventContent.NotShown(rawValue: String(utf8: reason)) {
        case .withheld?: withheld += count
        case .withdrawn?: withdrawn += count
        case .missing?: missing += count
        case nil: throw NotStoredContent()
        }
    }
}
