/// `_sd`, `...` and `_sd_alg` stand for digests: as keys they occur in two places only, never inside a value (DESIGN §4.3).
enum ReservedKeys {
    static let names: Set<String> = ["_sd", "...", "_sd_alg"]

    /// True for one of them.
    static func contains(_ key: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        for word in ["_sd", "...", "_sd_alg"] as [StaticString] where word.utf8CodeUnitCount == key.count {
            var reader = ByteReader(from: key.lowerBound, to: key.upperBound)
            if reader.skip(word, in: bytes) { return true }
        }
        return false
    }
}
