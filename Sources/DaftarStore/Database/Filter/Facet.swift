import Daftar

/// What an event is found by beside its words: each value is one token of the full-text index, which holds for each token
/// the rows that have it.
///
/// ```
/// kdisruption   kdisruption/site-block   ptj   ptj-du   rtarget   len   treported   g0   a12   b3
/// ```
/// Letters count alike in upper and lower case. A byte that is no letter or digit stands as U+E000 and its value: the
/// tokenizer would end a token there, and takes private characters as they are.
enum Facet: Character {
    case kind = "k", place = "p", role = "r", source = "s", language = "l", status = "t", relation = "e"
    /// A key that signed what is shown, by its position in `keys`.
    case signer = "g"
    /// By their number in `names`: actors, and of sources publishers and hosts.
    case actor = "a", publisher = "b", host = "h"

    /// A longer value is no word of any vocabulary, and found by no token.
    private static let longest = 128
    /// Of a path so many levels are found: no vocabulary has more than three.
    private static let levels = 8

    func token(_ value: String) -> String? {
        guard !value.isEmpty, value.utf8.count <= Facet.longest else { return nil }
        var token = Array(String(rawValue).utf8)
        token.reserveCapacity(1 + 3 * value.utf8.count)
        for byte in value.utf8 { Facet.append(byte, to: &token) }
        return String(decoding: token, as: UTF8.self)
    }

    func token(_ number: Int) -> String { "\(rawValue)\(number)" }

    /// The tokens of a path and of all that it lies in: `disruption`, `disruption/site-block`.
    func tokens(ofPath path: String, by separator: Character) -> [String] {
        var tokens: [String] = []
        for end in path.indices where path[end] == separator && tokens.count < Facet.levels {
            if let token = token(String(path[..<end])) { tokens.append(token) }
        }
        return tokens + [token(path)].compactMap(\.self)
    }

    /// The value that a token stands for, in lower case; nil for a token of another facet.
    func value(of token: String) -> String? {
        guard token.first == rawValue else { return nil }
        var bytes: [UInt8] = []
        for scalar in token.unicodeScalars.dropFirst() {
            guard let byte = UInt8(exactly: scalar.value >= 0xE000 ? scalar.value - 0xE000 : scalar.value) else {
                return nil
            }
            bytes.append(byte)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func append(_ byte: UInt8, to token: inout [UInt8]) {
        switch byte {
        case 0x30...0x39, 0x61...0x7A: token.append(byte)
        case 0x41...0x5A: token.append(byte | 0x20)
        default:
            // U+E000 and its value, in UTF-8.
            token.append(0xEE)
            token.append(0x80 | byte >> 6)
            token.append(0x80 | byte & 0x3F)
        }
    }
}

extension Facet {
    /// The tokens that follow from what an event says; none twice.
    static func tokens(of content: EventContent) -> [String] {
        var tokens: [String] = []
        func add(_ new: [String]) { for token in new where !tokens.contains(token) { tokens.append(token) } }
        if let kind = content.fields["kind"]?.string { add(Facet.kind.tokens(ofPath: kind, by: "/")) }
        for place in content.places { add(Facet.place.tokens(ofPath: place, by: "-")) }
        for actor in content.actors { add(actor.roles.compactMap(Facet.role.token)) }
        for source in content.sources {
            add([source.id.flatMap(Facet.source.token)].compactMap(\.self))
            add(source.language.map { Facet.language.tokens(ofPath: $0, by: "-") } ?? [])
        }
        for relation in content.relations { add([Facet.relation.token(relation.relation)].compactMap(\.self)) }
        add([content.assessment?.status.flatMap(Facet.status.token)].compactMap(\.self))
        return tokens
    }
}
