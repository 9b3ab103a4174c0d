import Daftar
import DaftarStore

/// An entry's parts by their paths: how they are called when one is to be taken out.
///
/// ```
/// title     shown      Tajik government and Huawei sign base-station memorandum
/// actors.1  withdrawn  by entry 12
/// ```
struct PartsPage {
    let parts: EntryParts
    let session: Session
    /// Withheld parts that a vault opened, by their digests.
    var opened: [Hash: SignedPart] = [:]

    func show() {
        guard !parts.parts.isEmpty else {
            session.say("entry \(parts.entry) has no content: what it says stands in the clear, for good")
            return
        }
        let width = parts.parts.map { path($0).width }.max() ?? 0
        for part in parts.parts {
            let front = "\(path(part).cleaned.padded(to: width))  \(part.stateWord.padded(to: 9))  "
            session.out.write(Wrap.hanging(front, detail(part).cleaned, session.out.screen.columns))
        }
        // A whole event that is withheld is filled up: counting it would tell what is not so.
        let isWhole = EventContent(parts.parts).isWithheldWhole
        let count = isWhole ? "parts and decoys" : Words.count(parts.parts.count, "part")
        session.say("\(count) of entry \(parts.entry); daftar withdraw \(parts.entry) PART --reason R takes one out")
    }

    var json: JSONValue {
        [
            "entry": .integer(parts.entry), "statement": .string(parts.statement.hash.base64),
            "parts": .array(parts.parts.map(member)),
        ]
    }

    private func member(_ part: SignedPart) -> JSONValue {
        var members: JSONObject = [
            "path": .string(path(part)), "state": .string(part.stateWord), "digest": .string(part.digest.base64),
        ]
        members["value"] = (opened[part.digest] ?? part).content.value
        members["withdrawn-by"] = parts.withdrawnBy[part.digest].map { .integer($0) }
        return .object(members)
    }

    /// What is inside of a withheld part its name is too.
    private func path(_ part: SignedPart) -> String { (opened[part.digest] ?? part).path }

    private func detail(_ part: SignedPart) -> String {
        if let opened = opened[part.digest] { return "not public: \(opened.preview ?? "")" }
        if let entry = parts.withdrawnBy[part.digest] { return "by entry \(entry)" }
        return part.preview ?? (part.name == nil && part.list == nil ? "a field: its name is not shown either" : "")
    }
}

extension SignedPart {
    /// `shown`, or why it is not.
    var stateWord: String {
        switch content {
        case .shown: "shown"
        case .notShown(let reason): reason.rawValue
        }
    }

    /// What it says, as far as a line has room.
    var preview: String? { content.value.map { SignedPart.preview(of: $0).cut(to: 100) } }

    /// What a person would call the thing, by the first of these that it has.
    private static let telling = [
        "name", "title", "text", "publisher", "words", "edtf", "relation", "code", "domain", "service", "value",
        "digest",
        "id",
    ]

    private static func preview(of value: JSONValue) -> String {
        if let strings = value.strings { return strings.joined(separator: ", ") }
        for key in telling { if let inner = value[key] { return preview(of: inner) } }
        return value.stringsByKey.flatMap { _ in LocalizedText(value)?.text() } ?? value.shownText
    }
}

extension String {
    /// The first `count` characters, and a sign where there were more.
    fileprivate func cut(to count: Int) -> String { self.count > count ? prefix(count) + "…" : self }
}
