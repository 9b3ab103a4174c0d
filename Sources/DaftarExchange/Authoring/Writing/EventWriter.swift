public import Daftar

/// Writes content back as the event file that says it; reading that file gives the same content.
///
/// Keys come in the order of the table, those of one's own (`x-…`) last. What is not shown is a comment in its place.
public struct EventWriter {
    private var text = ""
    private let language: String

    /// The event file of `content`.
    public static func yaml(_ content: EventContent, as form: EntryForm = .event) -> String {
        var writer = EventWriter(language: language(of: content))
        writer.write(content, form.fields)
        return writer.text
    }

    /// The file of a draft, its relations as they were written.
    public static func yaml(_ draft: EventDraft) -> String {
        var content = draft.content
        for relation in draft.relations {
            var value = relation.extras
            (value["relation"], value["to"]) = (.string(relation.relation), .string(relation.to))
            value["basis"] = relation.basis.map(JSONValue.string)
            content.append(.shown(.object(value)), to: "relations")
        }
        if !draft.withhold.isEmpty { content.fields["withhold"] = .array(draft.withhold.map(JSONValue.string)) }
        return yaml(content)
    }

    private init(language: String) { self.language = language }

    /// The language that plain text is written in: that of the title, the first by tag where it has several.
    private static func language(of content: EventContent) -> String {
        let titles =
            (content.fields["title"] ?? content.fields["reason"] ?? content.fields["text"])?.object?.keys ?? []
        return titles.contains("en") ? "en" : titles.first ?? LanguageTag.undetermined
    }

    // MARK: The event

    private mutating func write(_ content: EventContent, _ fields: [Field]) {
        for (reason, count) in content.fieldsNotShown.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            text += "# \(count) \(count == 1 ? "field" : "fields") \(reason.rawValue)\n"
        }
        for field in fields {
            if field.name == "language" {
                text += "language: \(language)\n"
            } else if case .list(let inner) = field.shape {
                list(field.name, content.parts(field.name), inner)
            } else if let value = content.fields[field.name] {
                self.field(field, value, indent: 0)
            }
        }
        let known = Set(fields.map(\.name))
        for (name, value) in content.fields where !known.contains(name) {
            line(name, indent: 0)
            anything(value, indent: 0)
        }
    }

    private mutating func list(_ name: String, _ parts: [EventContent.Part], _ fields: [Field]) {
        guard !parts.isEmpty else { return }
        text += "\n\(name):\n"
        for part in parts {
            switch part {
            case .shown(.object(let object)): element(object, fields, indent: 2)
            case .shown(let value): text += "  - \(YAMLScalar.inline(value.shownText, .block))\n"
            case .notShown(let reason): text += "  # one \(reason.rawValue)\n"
            }
        }
    }

    // MARK: Maps

    /// `- ` and the keys of a map, `indent` blanks in.
    private mutating func element(_ object: JSONObject, _ fields: [Field], indent: Int) {
        var inner = EventWriter(language: language)
        inner.members(object, fields, indent: indent + 2)
        text += String(repeating: " ", count: indent) + "- " + inner.text.dropFirst(indent + 2)
    }

    private mutating func members(_ object: JSONObject, _ fields: [Field], indent: Int) {
        for field in fields {
            if let value = object[field.name] { self.field(field, value, indent: indent) }
        }
        for (name, value) in object where fields[name] == nil {
            line(name, indent: indent)
            anything(value, indent: indent)
        }
    }

    /// `name:`, without a line end.
    private mutating func line(_ name: String, indent: Int) {
        text += String(repeating: " ", count: indent) + YAMLScalar.inline(name, .block) + ":"
    }

    private mutating func field(_ field: Field, _ value: JSONValue, indent: Int) {
        if indent == 0, field.opensParagraph { text += "\n" }
        line(field.name, indent: indent)
        switch (field.shape, value) {
        case (.text, .object(let texts)): localized(texts, indent: indent, used: indent + field.name.count + 2)
        case (.map(let fields), .object(let object)):
            text += "\n"
            members(object, fields, indent: indent + 2)
        case (.list(let fields), .array(let elements)):
            text += "\n"
            for case .object(let object) in elements { element(object, fields, indent: indent + 2) }
        case (_, .array(let elements)) where elements.allSatisfy({ $0.string != nil }):
            words(elements.compactMap(\.string), field)
        case (_, .string(let string)):
            text += " " + YAMLScalar.block(string, indent: indent, used: indent + field.name.count + 2) + "\n"
        default: anything(value, indent: indent)
        }
    }

    /// One word stands alone where reading makes it a list again.
    private mutating func words(_ words: [String], _ field: Field) {
        if words.count == 1, case .words = field.shape {
            text += " \(YAMLScalar.inline(words[0], .block))\n"
        } else {
            text += " [" + words.map { YAMLScalar.inline($0, .flow) }.joined(separator: ", ") + "]\n"
        }
    }

    /// Text in one language, the file's, is plain; anything else is a map.
    private mutating func localized(_ texts: JSONObject, indent: Int, used: Int) {
        if texts.count == 1, let plain = texts[language]?.string {
            text += " " + YAMLScalar.block(plain, indent: indent, used: used) + "\n"
            return
        }
        let tags = texts.keys.sorted()
        let flow =
            "{" + tags.map { "\($0): \(YAMLScalar.inline(texts[$0]?.shownText ?? "", .flow))" }.joined(separator: ", ")
            + "}"
        if used + flow.unicodeScalars.count <= YAMLScalar.width, !flow.contains("\\") {
            text += " \(flow)\n"
            return
        }
        text += "\n"
        for tag in tags {
            line(tag, indent: indent + 2)
            text +=
                " " + YAMLScalar.block(texts[tag]?.shownText ?? "", indent: indent + 2, used: indent + tag.count + 4)
                + "\n"
        }
    }

    // MARK: Anything

    /// A value of a key that the table doesn't have, behind its `:`.
    private mutating func anything(_ value: JSONValue, indent: Int) {
        switch value {
        case .array(let elements):
            text += "\n"
            for element in elements {
                var inner = EventWriter(language: language)
                inner.anything(element, indent: indent + 2)
                text += String(repeating: " ", count: indent + 2) + "-" + inner.text
            }
        case .object(let object):
            text += "\n"
            for (name, value) in object {
                line(name, indent: indent + 2)
                anything(value, indent: indent + 2)
            }
        default:
            text += " " + YAMLScalar.block(value.shownText, indent: indent, used: indent) + "\n"
        }
    }
}

extension Field {
    /// A blank line before the longer parts, as a person would write it.
    fileprivate var opensParagraph: Bool {
        switch shape {
        case .map: true
        default: ["summary", "technologies", "withhold"].contains(name)
        }
    }
}
