import Daftar

/// Files to begin with: what is needed is there with a blank to fill, the rest is commented out, and each line says what it is for.
///
/// They follow the tables of fields, so they can't drift from what is read.
public struct Template {
    private var text = ""
    /// Lists that are written out for this kind; the others are named at the end.
    private let lists: Set<String>

    /// Where comments begin, so that they stand below each other.
    private static let comments = 40

    // MARK: What there is

    /// A template for an event of `kind`; nil where there is no such kind.
    public static func event(_ kind: String) -> String? {
        guard Kind(kind).isKnown else { return nil }
        var template = Template(lists: lists(for: Kind(kind)))
        template.text = """
            # daftar event. Plain text is in `language`; write {en: …, tg: …} where you have several.
            # Quote a value only where YAML needs it: one that starts with [ or {, or holds ": " or " #".
            # Fill in what you know, and take out what you don't: daftar lint says what is missing.

            """
        template.fields(EventFields.all, fixed: ["kind": kind], indent: 0)
        return template.text + template.rest
    }

    /// A template for a charter.
    public static var charter: String {
        var template = Template(lists: ["keys"])
        template.text = """
            # daftar charter: what the ledger is, and who may speak in it first.
            # Plain text is in `language`; write {en: …, tg: …} where you have several.

            """
        template.fields(CharterFields.all, fixed: [:], indent: 0)
        return template.text
    }

    private init(lists: Set<String>) { self.lists = lists }

    /// What an event of this kind usually has.
    private static func lists(for kind: Kind) -> Set<String> {
        let usual: Set<String> = ["dates", "actors", "assessment", "sources"]
        return switch kind.family {
        case "instrument", "law", "procurement", "sanction": usual.union(["instruments"])
        case "statement": usual.union(["quotes"])
        case "disruption": usual.union(["targets", "methods"])
        case "content": usual.union(["targets"])
        case "measurement": usual.union(["quantities", "targets"])
        case "surveillance", "infrastructure": usual.union(["technologies"])
        default: usual
        }
    }

    // MARK: Lines

    private mutating func fields(_ fields: [Field], fixed: [String: String], indent: Int) {
        for field in fields {
            switch field.shape {
            case .list(let inner): list(field, inner, indent)
            case .map(let inner): map(field, inner, indent)
            default: line(field, fixed[field.name] ?? field.example, indent)
            }
        }
    }

    /// `name: value   # what it is for`; commented out where it need not be there.
    private mutating func line(_ field: Field, _ value: String, _ indent: Int) {
        guard indent > 0 || field.need != .optional || lists.contains(field.name) else { return }
        let isBlank = field.need == .optional && !lists.contains(field.name)
        let margin =
            isBlank ? "#" + String(repeating: " ", count: max(0, indent - 1)) : String(repeating: " ", count: indent)
        put(
            margin + field.name + ": " + value,
            Kind.vocabulary.meaning(of: Kind(value).base.description) ?? field.comment)
    }

    private mutating func list(_ field: Field, _ inner: [Field], _ indent: Int) {
        guard lists.contains(field.name) else { return }
        text += "\n"
        put(field.name + ":", field.about)
        let start = text.endIndex
        fields(inner, fixed: field.name == "sources" ? ["id": "s1"] : [:], indent: indent + 4)
        // The first key of an element stands behind its hyphen.
        let element = text[start...].dropFirst(indent + 4)
        text = text[..<start] + String(repeating: " ", count: indent + 2) + "- " + element
    }

    private mutating func map(_ field: Field, _ inner: [Field], _ indent: Int) {
        guard lists.contains(field.name) else { return }
        text += "\n"
        put(field.name + ":", field.about)
        fields(inner, fixed: [:], indent: indent + 2)
    }

    private mutating func put(_ line: String, _ comment: String) {
        let line = line.hasSuffix(": ") ? String(line.dropLast()) : line
        text += line + String(repeating: " ", count: max(1, Template.comments - line.count)) + "# " + comment + "\n"
    }

    /// Names what an event may have besides.
    private var rest: String {
        let names = EventFields.all.filter { field in
            switch field.shape {
            case .list, .map: !lists.contains(field.name)
            default: field.need == .optional && !lists.contains(field.name)
            }
        }.map(\.name)
        return "\n# There is more, where you need it: " + names.joined(separator: ", ") + ".\n"
    }
}

extension Field {
    /// What a template says of it: its words, where they are few.
    fileprivate var comment: String {
        switch shape {
        case .word(let words), .words(let words):
            let list = words.words.joined(separator: " ")
            return list.count <= 70 ? list : about
        default: return about
        }
    }
}
