/// The pass over a body's members. Since `type` comes late in the order of keys, it takes `_sd`, lists of digests and
/// `withheld` for what they are in content, and keeps a fault to itself: for a control type it is none.
struct BodyScan {
    let digestStart: Int
    private(set) var isObject = false
    private(set) var typeName: Range<Int>?
    private(set) var fault: BodyLayout.DigestFault?
    private(set) var of: Range<Int>?
    private(set) var to: Range<Int>?
    private(set) var hasOf = false
    private(set) var hasTo = false
    private(set) var hasOddReference = false
    private(set) var unknownField: Range<Int>?
    private var withheld: Range<Int>?
    private var scanner: JSONScanner

    init(_ line: Range<Int>, digestStart: Int) {
        self.digestStart = digestStart
        scanner = JSONScanner(from: line.lowerBound, to: line.upperBound, levels: Limits.jsonDepth)
    }

    mutating func run(_ bytes: Span<UInt8>, _ digests: inout [SignedDigest]) throws(JSONError) {
        guard scanner.peek(bytes) == UInt8(ascii: "{") else {
            try scanner.value(bytes)
            return
        }
        isObject = true
        try scanner.enter(UInt8(ascii: "{"), bytes)
        if !scanner.leave(UInt8(ascii: "}"), bytes) {
            var previous: Range<Int>?
            repeat {
                let key = try scanner.key(after: previous, bytes)
                try member(key, bytes, &digests)
                previous = key
            } while scanner.take(UInt8(ascii: ","), bytes)
            try scanner.close(UInt8(ascii: "}"), bytes)
        }
        guard scanner.isAtEnd else { throw JSONError(reason: .trailing, offset: scanner.position) }
    }

    private mutating func member(
        _ key: Range<Int>, _ bytes: Span<UInt8>, _ digests: inout [SignedDigest]
    ) throws(JSONError) {
        let name = bytes.extracting(key)
        switch FieldName(name) {
        case .sd: try digestStrings(list: -1, bytes, &digests)
        case .withheld: withheld = try value(bytes)
        case .type:
            if scanner.peek(bytes) == UInt8(ascii: "\"") {
                typeName = try scanner.string(bytes)
            } else {
                try value(bytes)
            }
        case .of:
            hasOf = true
            of = try reference(bytes)
        case .to:
            hasTo = true
            to = try reference(bytes)
        case .reserved:
            try value(bytes)
            note(.reservedName)
        case .other: try other(key, bytes, &digests)
        }
    }

    /// A member that may be a list of digests; if it is not, it is a clear field.
    private mutating func other(
        _ key: Range<Int>, _ bytes: Span<UInt8>, _ digests: inout [SignedDigest]
    ) throws(JSONError) {
        guard scanner.peek(bytes) == UInt8(ascii: "[") else {
            try value(bytes)
            if unknownField == nil { unknownField = key }
            return
        }
        try scanner.enter(UInt8(ascii: "["), bytes)
        if scanner.leave(UInt8(ascii: "]"), bytes) { return note(.empty) }
        var ordinal: Int32 = 0, plain = 0
        repeat {
            if let hash = try element(bytes) {
                digests.append(
                    SignedDigest(hash: hash, list: Int32(truncatingIfNeeded: key.lowerBound), ordinal: ordinal))
            } else {
                plain += 1
            }
            ordinal += 1
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "]"), bytes)
        if plain > 0, plain < ordinal { note(.mixedList) }
        if plain < ordinal, FieldName.isStructural(bytes.extracting(key)) { note(.reservedName) }
        if plain > 0, unknownField == nil { unknownField = key }
    }

    /// An element of a list: the digest of `{"...":"Qw8e…="}`, nil for any other value.
    private mutating func element(_ bytes: Span<UInt8>) throws(JSONError) -> Hash? {
        var reader = ByteReader(from: scanner.position, to: scanner.end)
        guard reader.skip("{\"...\":", in: bytes) else {
            try value(bytes)
            return nil
        }
        scanner.move(to: reader.position, opened: 0)
        if let hash = digest(bytes), scanner.take(UInt8(ascii: "}"), bytes) { return hash }
        // Anything else is still to be JSON, and is no digest.
        scanner.move(to: reader.position - 7, opened: 0)
        try scanner.value(bytes)
        note(.notADigest)
        return nil
    }

    /// The 44 characters of a digest and their quotes; nil, and stays, where something else stands there.
    @inline(__always)
    private mutating func digest(_ bytes: Span<UInt8>) -> Hash? {
        let start = scanner.position, end = start + 1 + Hash.base64Count
        guard end < scanner.end, bytes[start] == UInt8(ascii: "\""), bytes[end] == UInt8(ascii: "\""),
            let hash = Hash(base64: bytes, at: start + 1)
        else { return nil }
        scanner.move(to: end + 1, opened: 0)
        return hash
    }

    /// A list of digests as plain strings, as in `_sd`; it must be ascending and not empty.
    private mutating func digestStrings(
        list: Int32, _ bytes: Span<UInt8>, _ digests: inout [SignedDigest]
    ) throws(JSONError) {
        guard scanner.peek(bytes) == UInt8(ascii: "[") else {
            note(.notAList)
            try value(bytes)
            return
        }
        try scanner.enter(UInt8(ascii: "["), bytes)
        if scanner.leave(UInt8(ascii: "]"), bytes) { return note(.empty) }
        var previous: Hash?, ordinal: Int32 = 0
        repeat {
            guard let hash = digest(bytes) else {
                try value(bytes)
                note(.notADigest)
                continue
            }
            if let previous, previous >= hash { note(.notAscending) }
            digests.append(SignedDigest(hash: hash, list: list, ordinal: ordinal))
            previous = hash
            ordinal += 1
        } while scanner.take(UInt8(ascii: ","), bytes)
        try scanner.close(UInt8(ascii: "]"), bytes)
    }

    private mutating func reference(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int>? {
        guard scanner.peek(bytes) == UInt8(ascii: "\"") else {
            hasOddReference = true
            try value(bytes)
            return nil
        }
        return try scanner.string(bytes)
    }

    /// Steps over a value that is kept as it is; `_sd`, `...` and `_sd_alg` may not be a key anywhere in it.
    @discardableResult
    private mutating func value(_ bytes: Span<UInt8>) throws(JSONError) -> Range<Int> {
        scanner.allowReservedKey()
        let range = try scanner.value(bytes)
        if scanner.sawReservedKey { note(.reservedName) }
        return range
    }

    private mutating func note(_ new: BodyLayout.DigestFault) {
        if fault == nil { fault = new }
    }

    // MARK: Once it is known to be content

    /// Orders the digests, marks what is withheld, and finds one that stands twice.
    mutating func settle(_ bytes: Span<UInt8>, _ digests: inout [SignedDigest]) {
        digests[digestStart...].sort { $0.hash < $1.hash }
        if digests.count - digestStart > Limits.digests { note(.tooMany) }
        for i in digests.indices.dropFirst(digestStart + 1) where digests[i].hash == digests[i - 1].hash {
            note(.twice)
        }
        if let withheld { markWithheld(withheld, bytes, &digests) }
    }

    private mutating func markWithheld(_ range: Range<Int>, _ bytes: Span<UInt8>, _ digests: inout [SignedDigest]) {
        var names: [SignedDigest] = []
        var inner = self
        inner.scanner = JSONScanner(from: range.lowerBound, to: range.upperBound, levels: Limits.jsonDepth)
        inner.fault = nil
        // The bytes were scanned once already: they can't fail to be JSON now.
        try? inner.digestStrings(list: -1, bytes, &names)
        if let new = inner.fault { note(new) }
        var next = digestStart
        for name in names {
            while next < digests.count, digests[next].hash < name.hash { next += 1 }
            guard next < digests.count, digests[next].hash == name.hash else { return note(.withheldUnknown) }
            digests[next].isWithheld = true
        }
    }
}

/// The fields of content that mean something.
enum FieldName {
    case sd, withheld, type, of, to, reserved, other

    @inline(__always)
    init(_ name: Span<UInt8>) {
        switch name.count {
        case 2: self = FieldName.is("of", name) ? .of : (FieldName.is("to", name) ? .to : .other)
        case 3: self = FieldName.is("_sd", name) ? .sd : (FieldName.is("...", name) ? .reserved : .other)
        case 4: self = FieldName.is("type", name) ? .type : .other
        case 7: self = FieldName.is("_sd_alg", name) ? .reserved : .other
        case 8: self = FieldName.is("withheld", name) ? .withheld : .other
        default: self = .other
        }
    }

    /// True for a name that means something in some statement, be it another: no list and no disclosure has it.
    static func isStructural(_ name: Span<UInt8>) -> Bool {
        guard case .other = FieldName(name) else { return true }
        switch name.count {
        case 2: return FieldName.is("by", name)
        case 4: return FieldName.is("seen", name)
        case 7: return FieldName.is("digests", name)
        default: return false
        }
    }

    @inline(__always)
    private static func `is`(_ word: StaticString, _ name: Span<UInt8>) -> Bool {
        var reader = ByteReader(from: 0, to: name.count)
        return reader.skip(word, in: name) && reader.isAtEnd
    }
}
