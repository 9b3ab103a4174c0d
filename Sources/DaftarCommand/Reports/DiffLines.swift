import Daftar

/// What one version says otherwise than another, as lines for a person.
///
/// ```
///   title.en
///     - Regulator blocks the site
///     + Regulator throttles the site
///   sources: reuters
///     + publisher: Reuters
/// ```
struct DiffLines {
    private let columns: Int
    /// What a statement hash is called here: `entry 12`.
    private let names: (Hash) -> String?

    init(_ columns: Int, names: @escaping (Hash) -> String? = { _ in nil }) {
        (self.columns, self.names) = (columns, names)
    }

    /// No line is wider than the screen, but for an address.
    func lines(_ diff: EventDiff, indent: String = "  ") -> [String] {
        diff.changes.flatMap { change in
            [indent + head(change)] + body(change.what).flatMap { mark, text in wrapped("\(indent)  \(mark) ", text) }
        }
    }

    // MARK: One change

    private func head(_ change: EventDiff.Change) -> String {
        let place = change.place.map(named)
        let name = place.isEmpty ? "fields" : place.joined(separator: ".").cleaned
        let short = name.count > 60 ? String(name.prefix(59)) + "…" : name
        return switch change.what {
        case .reordered: "\(short): in another order"
        case .notShown(let old, let new): "\(short): not shown: \(counted(old)) → \(counted(new))"
        default: short
        }
    }

    private func counted(_ counts: [EventContent.NotShown: Int]) -> String {
        let text = NotShownWords.text(counts)
        return text.isEmpty ? "none" : text
    }

    private func body(_ what: EventDiff.What) -> [(mark: String, text: String)] {
        switch what {
        case .added(let value): texts(value).map { ("+", $0) }
        case .removed(let value): texts(value).map { ("-", $0) }
        case .changed(let old, let new): texts(old).map { ("-", $0) } + texts(new).map { ("+", $0) }
        case .reordered, .notShown: []
        }
    }

    // MARK: Values

    /// A map in lines, anything else in one.
    private func texts(_ value: JSONValue) -> [String] {
        guard let object = value.object else { return [inline(value)] }
        return object.map {
            "\($0.key): \(inline($0.value))"
        }
    }

    private func inline(_ value: JSONValue) -> String {
        switch value {
        case .array(let elements): elements.map(inline).joined(separator: ", ")
        case .object(let members):
            members.map { "\($0.key): \(inline($0.value))" }.joined(separator: "; ")
        case .string(let text): named(text)
        default: value.shownText
        }
    }

    /// A statement hash as the entry that it stands for.
    private func named(_ text: String) -> String { Hash(base64: text).flatMap(names) ?? text }

    private func wrapped(_ margin: String, _ text: String) -> [String] {
        Wrap.hanging(margin, text.cleanedLines, columns).split(separator: "\n").map(String.init)
    }
}
