/// What a statement is (DESIGN §4.2).
public enum StatementType: Hashable, Sendable {
    // These carry content, and nothing of it in the clear.
    case event, correction, retraction, remark
    // These are control: exactly their fields.
    case charter, grant, revoke, withdrawal, release, amendment
    /// A later version's type that an older verifier may pass over.
    case unknown
    /// A type that begins with `!`: who does not understand it can't judge what follows.
    case critical

    /// The type of this name; nil unless it is `!` or nothing, then 1–32 of `a-z 0-9 -`.
    @inline(__always)
    init?(_ name: Span<UInt8>) {
        let start = name.count > 0 && name[0] == UInt8(ascii: "!") ? 1 : 0
        guard (1...Limits.typeName).contains(name.count - start) else { return nil }
        for i in start..<name.count {
            switch name[i] {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
            default: return nil
            }
        }
        if start == 1 { self = .critical; return }
        self = StatementType.known(name)
    }

    @inline(__always)
    private static func known(_ name: Span<UInt8>) -> StatementType {
        func matches(_ word: StaticString) -> Bool {
            var reader = ByteReader(from: 0, to: name.count)
            return reader.skip(word, in: name) && reader.isAtEnd
        }
        if matches("event") { return .event }
        if matches("correction") { return .correction }
        if matches("retraction") { return .retraction }
        if matches("remark") { return .remark }
        if matches("charter") { return .charter }
        if matches("grant") { return .grant }
        if matches("revoke") { return .revoke }
        if matches("withdrawal") { return .withdrawal }
        if matches("release") { return .release }
        if matches("amendment") { return .amendment }
        return .unknown
    }

    /// False for the types of a later version, critical or not.
    var isUnderstood: Bool { self != .unknown && self != .critical }

    /// True for the types whose fields are all in the clear and that never carry content.
    public var isControl: Bool {
        switch self {
        case .charter, .grant, .revoke, .withdrawal, .release, .amendment: true
        case .event, .correction, .retraction, .remark, .unknown, .critical: false
        }
    }
}
