/// Parts of an address that follow a reader, or were made for one: `utm_source=…`, `fbclid=…`, `session=…`, a long token.
enum AddressLook {
    /// What advertisers and mailers add; it says how the recorder came there.
    private static let trackers: Set<String> = [
        "fbclid", "gclid", "yclid", "dclid", "msclkid", "igshid", "mc_eid", "mc_cid", "_openstat", "ysclid", "twclid",
        "ref_src",
    ]
    /// What a server hands to one visitor.
    private static let sessions: Set<String> = [
        "session", "sessionid", "sid", "phpsessid", "jsessionid", "token", "auth", "access_token", "key", "sig",
        "signature",
    ]

    static func all(in bytes: [UInt8]) -> [PeopleGuard.Found] {
        guard let question = bytes.firstIndex(of: UInt8(ascii: "?")) else { return userInfo(in: bytes) }
        var found = userInfo(in: bytes)
        var start = question + 1
        while start < bytes.count {
            let end = bytes[start...].firstIndex { $0 == UInt8(ascii: "&") || $0 == UInt8(ascii: "#") } ?? bytes.count
            if let one = look(at: start..<end, in: bytes) { found.append(one) }
            guard end < bytes.count, bytes[end] == UInt8(ascii: "&") else { break }
            start = end + 1
        }
        return found
    }

    private static func look(at range: Range<Int>, in bytes: [UInt8]) -> PeopleGuard.Found? {
        let equals = bytes[range].firstIndex(of: UInt8(ascii: "=")) ?? range.upperBound
        let name = String(decoding: bytes[range.lowerBound..<equals], as: UTF8.self).lowercased()
        let value = bytes[min(equals + 1, range.upperBound)..<range.upperBound]
        let advice = "leave it out of the address"
        if name.hasPrefix("utm_") || trackers.contains(name) {
            return .init(
                code: .urlToken, message: "`\(name)` tells how somebody came there", range: range, label: advice)
        }
        if sessions.contains(name), !value.isEmpty {
            return .init(
                code: .urlToken, message: "`\(name)` may have been given to one visitor", range: range, label: advice)
        }
        guard value.count >= 24, value.allSatisfy({ isWord($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
            value.contains(where: isDigit)
        else { return nil }
        return .init(code: .urlToken, message: "this may have been made for one visitor", range: range, label: advice)
    }

    /// `https://name:secret@host/`
    private static func userInfo(in bytes: [UInt8]) -> [PeopleGuard.Found] {
        guard let host = bytes.firstIndex(of: UInt8(ascii: ":")).map({ $0 + 3 }), host < bytes.count else { return [] }
        let end = bytes[host...].firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") } ?? bytes.count
        guard let at = bytes[host..<end].firstIndex(of: UInt8(ascii: "@")) else { return [] }
        return [
            .init(
                code: .urlToken, message: "this address names who signs in", range: host..<at + 1,
                label: "leave it out of the address")
        ]
    }
}
