import Daftar

/// JSON while it is written, member by member in the order in which they are said: no tree of it is ever made.
struct JSONMembers {
    var bytes: [UInt8] = []
    private var isFirst = true

    /// An object as a value of its own.
    mutating func object(_ body: (inout JSONMembers) -> Void) {
        separate()
        enclose("{", "}", body)
    }

    /// A member that is an object; it is left out where `body` says nothing.
    mutating func object(_ name: StaticString, _ body: (inout JSONMembers) -> Void) { member(name, "{", "}", body) }

    /// A member that is an array; it is left out where `body` says nothing.
    mutating func array(_ name: StaticString, _ body: (inout JSONMembers) -> Void) { member(name, "[", "]", body) }

    /// A member that is an array of texts; it is left out where there are none.
    mutating func array(_ name: StaticString, _ texts: some Collection<String>) {
        if texts.isEmpty { return }
        array(name) { json in for text in texts { json.element(text) } }
    }

    /// A member that is a text; it is left out where there is none.
    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text, !text.isEmpty else { return }
        key(name)
        append(text)
    }

    mutating func member(_ name: StaticString, _ number: Int) {
        key(name)
        bytes.append(contentsOf: String(number).utf8)
    }

    /// An element that is a text.
    mutating func element(_ text: String) {
        separate()
        append(text)
    }

    mutating func element(_ number: Int) {
        separate()
        bytes.append(contentsOf: String(number).utf8)
    }

    /// An element that is an array.
    mutating func array(_ body: (inout JSONMembers) -> Void) {
        separate()
        enclose("[", "]", body)
    }

    // MARK: Bytes

    private mutating func append(_ text: String) {
        // No text of a ledger holds control characters, but an option that is named in an export may.
        let isPlain = !text.utf8.contains { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A }
        CanonicalJSON.append(
            isPlain ? text : String(text.unicodeScalars.map { $0.value < 0x20 ? "\u{FFFD}" : Character($0) }),
            to: &bytes)
    }

    private mutating func member(
        _ name: StaticString, _ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONMembers) -> Void
    ) {
        let (start, wasFirst) = (bytes.count, isFirst)
        key(name)
        let inside = bytes.count + 1
        enclose(open, close, body)
        if bytes.count == inside + 1 {
            bytes.removeSubrange(start...)
            isFirst = wasFirst
        }
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ body: (inout JSONMembers) -> Void)
    {
        bytes.append(UInt8(ascii: open))
        isFirst = true
        body(&self)
        bytes.append(UInt8(ascii: close))
        isFirst = false
    }

    private mutating func key(_ name: StaticString) {
        separate()
        bytes.append(UInt8(ascii: "\""))
        name.withUTF8Buffer { unsafe bytes.append(contentsOf: $0) }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    private mutating func separate() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }
}

extension JSONMembers {
    /// Appends one value to bytes that others wrote.
    static func append(to bytes: inout [UInt8], _ body: (inout JSONMembers) -> Void) {
        var json = JSONMembers()
        swap(&json.bytes, &bytes)
        body(&json)
        swap(&json.bytes, &bytes)
    }
}
