extension CivilDate: CustomStringConvertible {
    /// `2023-12-05`: ten characters, so that texts order as their days do (ISO 8601-1:2019 §5.2.2.1 b).
    public var text: String {
        year.padded(to: 4) + "-" + month.padded(to: 2) + "-" + day.padded(to: 2)
    }

    /// The same as ``text``.
    public var description: String { text }

    /// A day from exactly ten characters `YYYY-MM-DD`; nil for anything else, and for a day that does not exist.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = number(bytes[0..<4]), let month = number(bytes[5..<7]), let day = number(bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Int {
    /// At least `count` digits: 7 in two is `07`.
    func padded(to count: Int) -> String {
        let text = String(self)
        return String(repeating: "0", count: Swift.max(0, count - text.utf8.count)) + text
    }
}

/// The number that a few ASCII digits spell; nil where anything else stands there.
private func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
        guard byte >= 48, byte <= 57 else { return nil }
        value = value * 10 + Int(byte - 48)
    }
    return value
}
