extension EventContent {
    /// What a statement says by the content line that a store keeps of it, which was checked when it was taken in.
    ///
    /// Digests and disclosures both ascend. Where every digest has its disclosure, as of most entries, the first belongs to
    /// the first and so on: nothing need be hashed to find out, and a value is read in one pass.
    public init(_ statement: Statement, line: [UInt8], withdrawn: Set<Hash> = []) {
        if withdrawn.isEmpty, let content = LineReader.read(statement, line) {
            self = content
        } else {
            let disclosures = line.isEmpty ? [] : (try? ContentLine.disclosures(in: line)) ?? []
            self.init(statement, disclosures: disclosures, withdrawn: withdrawn)
        }
    }
}

/// One pass over a content line that shows everything its statement signed.
private struct LineReader {
    private var scanner: JSONScanner
    private var content = EventContent()
    private var elements: [(digest: SignedDigest, value: JSONValue)] = []

    /// Nil where some part is not shown.
    static func read(_ statement: Statement, _ line: [UInt8]) -> EventContent? {
        var reader = LineReader(end: line.count)
        let isWhole = (try? reader.read(statement.digests, line.span)) ?? false
        return isWhole ? reader.finish(statement) : nil
    }

    private init(end: Int) {
        scanner = JSONScanner(from: 0, to: end, levels: Limits.contentLineDepth)
    }

    /// True where there were as many disclosures as digests.
    private mutating func read(_ digests: [SignedDigest], _ bytes: Span<UInt8>) throws(JSONError) -> Bool {
        try scanner.skip("{\"disclosures\":[", levels: 2, bytes)
        for (i, digest) in digests.enumerated() {
            if i > 0 { try scanner.expect(UInt8(ascii: ","), bytes) }
            try scanner.enter(UInt8(ascii: "["), bytes)
            _ = try scanner.string(bytes)
            try scanner.expect(UInt8(ascii: ","), bytes)
            if digest.isField {
                let name = String(utf8: bytes.extracting(try scanner.string(bytes)))
                try scanner.expect(UInt8(ascii: ","), bytes)
                content.fields[name] = try CanonicalJSON.build(&scanner, bytes)
            } else {
                elements.append((digest, try CanonicalJSON.build(&scanner, bytes)))
            }
            try scanner.close(UInt8(ascii: "]"), bytes)
        }
        return scanner.peek(bytes) == UInt8(ascii: "]")
    }

    /// Puts the elements in the author's order.
    private mutating func finish(_ statement: Statement) -> EventContent {
        elements.sort { ($0.digest.list, $0.digest.ordinal) < ($1.digest.list, $1.digest.ordinal) }
        var start = 0
        while start < elements.count {
            let list = elements[start].digest.list
            let end = elements[start...].firstIndex { $0.digest.list != list } ?? elements.count
            content[list: statement.listName(of: elements[start].digest)] = elements[start..<end].map { .shown($0.value) }
            start = end
        }
        return content
    }
}
