/// Reads a policy file line by line, and keeps what names have been defined so far.
///
/// Words are bytes here, as tlog-policy has them: two spellings of one Unicode text, which Swift takes for equal strings,
/// are two names.
struct PolicyParser {
    private var ledgerKeys: [VerifierKey] = []
    private var witnesses: [Policy.Witness] = []
    private var names: [[UInt8]: Policy.Quorum] = ["none".bytes: .none]
    private var quorum: (name: String, rule: Policy.Quorum)?
    private var grouped: Set<[UInt8]> = []
    private var line = 0

    mutating func read(_ bytes: [UInt8]) throws(Policy.ParseError) {
        guard bytes.count <= Limits.checkpoint else { throw problem("a policy is at most 64 KiB") }
        guard bytes.last == UInt8(ascii: "\n") else { throw problem("the last line has no newline") }
        for text in bytes.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            guard text.allSatisfy({ $0 == 9 || ($0 >= 0x20 && $0 != 0x7F) }) else {
                throw problem("a control character")
            }
            let words = text.split(whereSeparator: { $0 == 0x20 || $0 == 9 }).map { Array($0) }
            guard let first = words.first, first[0] != UInt8(ascii: "#") else { continue }
            try define(word(first), Array(words.dropFirst()))
        }
        line = 0
    }

    private mutating func define(_ keyword: String, _ words: [[UInt8]]) throws(Policy.ParseError) {
        switch keyword {
        case "log" where (1...2).contains(words.count):
            ledgerKeys.append(try key(words[0], type: VerifierKey.SignatureType.ed25519))
        case "witness" where (2...3).contains(words.count):
            let key = try key(words[1], type: VerifierKey.SignatureType.cosignature)
            try name(words[0], .witness(witnesses.count))
            witnesses.append(Policy.Witness(name: word(words[0]), key: key))
        case "group" where words.count >= 3: try group(words[0], words[1], Array(words.dropFirst(2)))
        case "quorum" where words.count == 1:
            guard quorum == nil else { throw problem("a second quorum") }
            quorum = (word(words[0]), try defined(words[0]))
        default: throw problem("no such line in a policy: \(keyword) with \(words.count) words")
        }
    }

    private mutating func group(_ name: [UInt8], _ rule: [UInt8], _ members: [[UInt8]]) throws(Policy.ParseError) {
        var rules: [Policy.Quorum] = []
        for member in members {
            guard member != "none".bytes else { throw problem("none is no member") }
            rules.append(try defined(member))
            // A witness counts in one way only, so a name is a member once in the whole file.
            guard grouped.insert(member).inserted else { throw problem("\(word(member)) is a member twice") }
        }
        try self.name(name, .group(threshold: threshold(rule, of: members.count), members: rules))
    }

    private func threshold(_ rule: [UInt8], of count: Int) throws(Policy.ParseError) -> Int {
        if rule == "all".bytes { return count }
        if rule == "any".bytes { return 1 }
        var reader = ByteReader(from: 0, to: rule.count)
        guard let number = reader.number(in: rule.span), reader.isAtEnd else {
            throw problem("no threshold: \(word(rule))")
        }
        guard (1...count).contains(number) else { throw problem("the threshold can't be met: \(number)") }
        return number
    }

    private mutating func name(_ name: [UInt8], _ rule: Policy.Quorum) throws(Policy.ParseError) {
        guard names[name] == nil else { throw problem("the name \(word(name)) is taken") }
        names[name] = rule
    }

    private func defined(_ name: [UInt8]) throws(Policy.ParseError) -> Policy.Quorum {
        guard let rule = names[name] else { throw problem("\(word(name)) is not defined on a line before") }
        return rule
    }

    private func word(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private func key(_ bytes: [UInt8], type: UInt8) throws(Policy.ParseError) -> VerifierKey {
        let key: VerifierKey, text = word(bytes)
        do { key = try VerifierKey(parsing: text) } catch { throw problem("no usable key (\(error)): \(text)") }
        guard key.type == type else { throw problem("a key of type \(key.type) where type \(type) is due") }
        let known = ledgerKeys + witnesses.map(\.key)
        guard !known.contains(where: { $0.material == key.material }) else {
            throw problem("a key that is listed twice")
        }
        return key
    }

    func finish() throws(Policy.ParseError) -> Policy {
        guard let quorum else { throw problem("no quorum line") }
        guard let first = ledgerKeys.first, let origin = Origin(first.name) else {
            throw problem("no log line with an origin")
        }
        guard ledgerKeys.allSatisfy({ $0.name == first.name }) else { throw problem("logs of two origins") }
        return Policy(
            origin: origin, ledgerKeys: ledgerKeys, witnesses: witnesses, quorum: quorum.rule, quorumName: quorum.name)
    }

    private func problem(_ text: String) -> Policy.ParseError { Policy.ParseError(line: line, problem: text) }
}

extension String {
    fileprivate var bytes: [UInt8] { Array(utf8) }
}
