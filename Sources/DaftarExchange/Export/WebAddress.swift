/// An address from a ledger that a reader may be led to.
enum WebAddress {
    /// The address, where it is one of the web and holds nothing that ends it early; nil for `javascript:` and all others,
    /// which stay text.
    static func link(_ url: String?) -> String? {
        guard let url, url.utf8.count <= 2048, isWeb(url) else { return nil }
        let isPlain = url.utf8.allSatisfy { byte in
            switch byte {
            case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "\\"): false
            default: true
            }
        }
        return isPlain ? url : nil
    }

    private static func isWeb(_ url: String) -> Bool {
        let start = url.prefix(8).lowercased()
        return start.hasPrefix("https://") || start.hasPrefix("http://")
    }
}
