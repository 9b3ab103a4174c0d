extension WebAddress {
    /// The address as formats take it that ask for an IRI (RFC 3987): what browsers put up with is written with `%`.
    static func iri(_ url: String?) -> String? {
        guard let url = link(url) else { return nil }
        guard url.utf8.contains(where: isUnwise) else { return url }
        return url.utf8.reduce(into: [UInt8]()) { bytes, byte in
            if isUnwise(byte) {
                bytes.append(contentsOf: "%\(String(byte, radix: 16, uppercase: true))".utf8)
            } else {
                bytes.append(byte)
            }
        }.asText
    }

    private static func isUnwise(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "`"): true
        default: false
        }
    }
}

extension [UInt8] {
    fileprivate var asText: String { String(decoding: self, as: UTF8.self) }
}
