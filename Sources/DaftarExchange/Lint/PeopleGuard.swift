import Daftar

/// Warns of what may endanger a person (DOMAIN §7): contacts, numbers, exact places, traces of whoever recorded it.
///
/// These are looks, not proofs: they warn and never refuse. Every text is walked over once, by bytes; only where a byte
/// hints at something is there a closer look.
enum PeopleGuard {
    /// Looks at a text; what is found is added to `findings`.
    static func check(_ text: String, _ node: SourceNode, _ findings: inout Findings) {
        let bytes = Array(text.utf8)
        var digits = 0
        for (i, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "@"): add(ContactLook.around(i, in: bytes), bytes, node, &findings)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "/"), UInt8(ascii: "\\"): add(PathLook.at(i, in: bytes), bytes, node, &findings)
            default: break
            }
        }
        guard digits >= 4 else { return }
        for found in NumberLook.all(in: bytes) { add(found, bytes, node, &findings) }
    }

    /// Looks at an address for what was made for one reader, or follows him.
    static func checkAddress(_ text: String, _ node: SourceNode, _ findings: inout Findings) {
        let bytes = Array(text.utf8)
        for found in AddressLook.all(in: bytes) { add(found, bytes, node, &findings) }
    }

    /// Something found in a text.
    struct Found {
        let code: DiagnosticCode
        let message: String
        let range: Range<Int>
        var label = "it can't be taken back once published"
    }

    /// Reports what was found, pointing at the very characters where the file shows them.
    private static func add(_ found: Found?, _ bytes: [UInt8], _ node: SourceNode, _ findings: inout Findings) {
        guard let found else { return }
        let text = String(decoding: bytes[found.range], as: UTF8.self)
        let place = findings.lines.find(text, from: node.place)
        findings.add(found.code, found.message, at: place ?? node.place, exact: place != nil, label: found.label)
    }
}
