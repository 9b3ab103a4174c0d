/// Reads a policy file line by line, and keeps what names have been defined so far.
struct PolicyParser {
    private var ledgerKeys: [VerifierKey] = []
    private var witnesses: [Policy.Witness] = []
    private var names: [String: Policy.Quorum] = [:]
    private var quorum: (name: String, rule: Policy.Quorum)?
    private var grouped: Set<String> = []
    private var line = 0

    mutating func read(_ bytes: [UInt8]) throws(Policy.ParseError) {
        guard bytes.count <= Limits.checkpoint else { throw problem("a policy is at most 64 KiB") }
        guard bytes.last == UInt8(ascii: "\n") else { throw problem("the last line has no newline") }
        for text in bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            guard text.allSatisfy({ $0 == 9 || ($0 >= 0x20 && $0 != 0x7F) }) else { throw problem("a control character") }
            let words = text.split(whereSeparator: { $0 == 0x20 || $0 == 9 }).map { String(decoding: $0, as: UTF8.self) }
            guard let first = words.first, !first.hasPrefix("#") else { continue }
            try define(first, Array(words.dropFirst()))
        }
        line = 0
    }

    private mutating func define(_ keyword: String, _ words: [String]) throws(Policy.ParseError) {
        switch keyword {
        case "log" where (1...2).contains(words.count):
            ledgerKeys.append(try key(words[0], type: VerifierKey.SignatureType.ed25519))
        case "witness" where (2...3).contains(words.count):
            let key = try key(words[1], type: VerifierKey.SignatureType.cosignature)
            try name(words[0], .witness(witnesses.count))
            witnesses.append(Policy.Witness(name: words[0], key: key))
        case "group" where words.count >= 3: try group(words[0], words[1], Array(words.dropFirst(2)))
        case "quorum" where words.count == 1:
            guard quorum == nil else { throw problem("a second quorum") }
            quorum = (words[0], words[0] == "none" ? .none : try defined(words[0]))
        default: throw problem("no such line in a policy: \(keyword) with \(words.count) words")
        }
    }

    private mutating func group(_ name: String, _ rule: String, _ members: [String]) throws(Policy.ParseError) {
        var rules: [Policy.Quorum] = []
        for member in members {
            rules.append(try defined(member))
            // A witness counts in one way only, so a name is a member once in the whole file.
            guard grouped.insert(member).inserted else { throw problem("\(member) is a member twice") }
        }
        let threshold: Int
        switch rule {
        case "all": threshold = members.count
        case "any": threshold = 1
        default:
            let digits = Array(rule.utf8)
            var reader = ByteReader(from: 0, to: digits.count)
            guard let number = reader.number(in: digits.span), reader.isAtEnd else { throw problem("no threshold: \(rule)") }
            threshold = number
        }
        guard (1...members.count).contains(threshold) else { throw problem("the threshold can't be met: \(rule)") }
        try self.name(name, .group(threshold: threshold, members: rules))
    }

    private mutating func name(_ name: String, _ rule: Policy.Quorum) throws(Policy.ParseError) {
        guard name != "none", names[name] == nil else { throw problem("the name \(name) is taken") }
        names[name] = rule
    }

    private func defined(_ name: String) throws(Policy.ParseError) -> Policy.Quorum {
        guard let rule = names[name] else { throw problem("\(name) is not defined on a line before") }
        return rule
    }

    private func key(_ text: String, type: UInt8) throws(Policy.ParseError) -> VerifierKey {
        let key: VerifierKey
        do { key = try VerifierKey(parsing: text) } catch { throw problem("no usable key (\(error)): \(text)") }
        guard key.type == type else { throw problem("a key of type \(key.type) where type \(type) is due") }
        let known = ledgerKeys + witnesses.map(\.key)
        guard !known.contains(where: { $0.material == key.material }) else { throw problem("a key that is listed twice") }
        return key
    }

    func finish() throws(Policy.ParseError) -> Policy {
        guard let quorum else { throw problem("no quorum line") }
        guard let first = ledgerKeys.first, let origin = Origin(first.name) else { throw problem("no log line with an origin") }
        guard ledgerKeys.allSatisfy({ $0.name == first.name }) else { throw problem("logs of two origins") }
        return Policy(
            origin: origin, ledgerKeys: ledgerKeys, witnesses: witnesses, quorum: quorum.rule, quorumName: quorum.name)
    }

    private func problem(_ text: String) -> Policy.ParseError { Policy.ParseError(line: line, problem: text) }
}
