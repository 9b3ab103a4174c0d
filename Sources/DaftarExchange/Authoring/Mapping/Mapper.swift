import Daftar

/// Turns the tree of a file into what is signed, along a table of fields, and says everything that is wrong on the way.
struct Mapper {
    var findings: Findings
    /// The language of plain text.
    var language = LanguageTag.undetermined
    /// Actors and sources that are described beside the file.
    let shared: SharedThings
    /// How many levels of lists and maps lie around what is being read; a value has at most 7 (AUTHORING).
    private(set) var levels = 0
    /// Each handle that a part refers to, to be looked up when all parts are known.
    private(set) var references: [Reference] = []

    /// A handle where it is used.
    struct Reference {
        let kind: Handle
        let id: String
        let place: SourcePlace
    }

    init(_ findings: Findings, shared: SharedThings = SharedThings()) {
        (self.findings, self.shared) = (findings, shared)
    }

    // MARK: Maps

    /// The fields of a map. What is left out or empty is left out; what is wrong is reported and left out.
    ///
    /// No key is there twice: the readers of YAML and JSON have seen to that.
    ///
    /// - Parameter thing: what the map describes, for sentences: `an event`.
    mutating func map(_ node: SourceNode, _ fields: [Field], _ thing: String) -> JSONObject {
        guard let members = node.map else {
            findings.add(.valueShape, "\(thing) is a map of keys, this is \(node.shapeName)", at: node.place)
            return [:]
        }
        var object = JSONObject()
        for member in members {
            if let field = fields[member.key] {
                object[member.key] = value(member.value, field)
            } else if member.key.hasPrefix("x-") {
                object[member.key] = extra(member)
            } else {
                unknownKey(member, fields, thing)
            }
        }
        return object
    }

    /// Reports what is missing of `object`.
    ///
    /// - Parameter excused: keys of which that was said already.
    mutating func require(
        _ fields: [Field], of object: JSONObject, _ node: SourceNode, _ thing: String,
        excusing excused: Set<String> = []
    ) {
        for field in fields where field.need == .required && object[field.name] == nil && node[field.name] == nil {
            if excused.contains(field.name) { continue }
            findings.add(.keyMissing, "\(thing) has no `\(field.name)`", at: node.startOfMap, label: field.about)
        }
    }

    private mutating func unknownKey(_ member: SourceNode.Member, _ fields: [Field], _ thing: String) {
        let nearest = findings.isFull ? nil : NearestWord.of(member.key, in: fields.map(\.name))
        findings.add(
            .keyUnknown, "\(thing) has no key `\(member.key.shortened)`", at: member.keyPlace,
            label: nearest.map { "did you mean `\($0)`?" },
            hint: nearest == nil ? "keys of your own begin with x-" : nil)
    }

    // MARK: Values

    /// The value of a field as it is signed; nil where it is empty or wrong.
    mutating func value(_ node: SourceNode, _ field: Field) -> JSONValue? {
        switch field.shape {
        case .text(let limit): localized(node, field, limit: limit)
        case .verbatim: text(node, field, .verbatim)
        case .context: text(node, field, .context)
        case .line: text(node, field, .line)
        case .lines: list(node, field) { mapper, node in mapper.text(node, field, .line) }
        case .list(let fields): list(node, field) { mapper, node in mapper.thing(node, fields, field) }
        case .map(let fields): thing(node, fields, field)
        case .words(let words): list(node, field) { mapper, node in mapper.word(node, words) }
        case .freeWords: list(node, field) { mapper, node in mapper.freeWord(node, field) }
        case .handles(let kind): list(node, field) { mapper, node in mapper.handle(node, field, kind) }
        case .places: list(node, field) { mapper, node in mapper.place(node, field) }
        case .languages: list(node, field) { mapper, node in mapper.languageTag(node, field) }
        case .paths: list(node, field) { mapper, node in mapper.text(node, field, .line) }
        default: scalarValue(node, field)
        }
    }

    private mutating func scalarValue(_ node: SourceNode, _ field: Field) -> JSONValue? {
        switch field.shape {
        case .word(let words): word(node, words)
        case .kind: kind(node, field)
        case .slug(let length): slug(node, field, length)
        case .handle(let kind): handle(node, field, kind)
        case .date: date(node, field)
        case .day: day(node, field)
        case .place: place(node, field)
        case .language: languageTag(node, field)
        case .integer(let range): integer(node, field, range)
        default: spelt(node, field)
        }
    }

    /// One of a list of things, or the one thing of a field.
    private mutating func thing(_ node: SourceNode, _ fields: [Field], _ field: Field) -> JSONValue? {
        levels += 1
        var object = map(node, fields, field.thing)
        levels -= 1
        if let known = shared.thing(object["id"]?.string, in: field.name) {
            object = object.adding(known)
        }
        guard node.map != nil else { return nil }
        require(fields, of: object, node, field.thing)
        return object.isEmpty ? nil : .object(object)
    }

    /// The elements of a list; one alone is a list of one, where that can't be misread.
    private mutating func list(
        _ node: SourceNode, _ field: Field, element: (inout Mapper, SourceNode) -> JSONValue?
    ) -> JSONValue? {
        var nodes = [node]
        switch node.content {
        case .list(let elements): nodes = elements
        case .scalar where field.takesOneAlone: break
        case .scalar, .map:
            findings.add(
                .valueShape, "`\(field.name)` is a list, this is \(node.shapeName)", at: node.place,
                hint: field.listHint)
            return nil
        }
        if nodes.count > EventFields.elements {
            findings.add(
                .tooMany, "`\(field.name)` has \(nodes.count) elements, the limit is \(EventFields.elements)",
                at: node.place)
            return nil
        }
        levels += 1
        let elements = nodes.compactMap { element(&self, $0) }
        levels -= 1
        if field.isSet { refuseTwice(elements, nodes, field) }
        return elements.isEmpty ? nil : .array(elements)
    }

    private mutating func refuseTwice(_ elements: [JSONValue], _ nodes: [SourceNode], _ field: Field) {
        guard elements.count > 1, Set(elements).count < elements.count else { return }
        var seen: Set<String> = []
        for node in nodes {
            guard let text = node.scalar, !seen.insert(text).inserted else { continue }
            findings.add(.listTwice, "`\(text.shortened)` stands in `\(field.name)` twice", at: node.place)
        }
    }

    /// Remembers a handle that is used.
    mutating func refer(to id: String, _ kind: Handle, at place: SourcePlace) {
        references.append(Reference(kind: kind, id: id, place: place))
    }
}

extension Field {
    /// Words can stand alone: `role: signatory`. Things can't, nor text that might hold commas.
    fileprivate var takesOneAlone: Bool {
        switch shape {
        case .words, .handles, .places, .freeWords, .lines, .languages, .paths: true
        default: false
        }
    }

    /// Nothing is in it twice.
    fileprivate var isSet: Bool {
        switch shape {
        case .words, .handles, .places, .freeWords, .languages: true
        default: false
        }
    }

    fileprivate var listHint: String? {
        if case .list = shape { "each element begins with \"- \"" } else { nil }
    }
}

extension SourceNode {
    /// Where a map is pointed at when something is missing in it: its first key.
    var startOfMap: SourcePlace { map?.first?.keyPlace ?? place }
}

extension String {
    /// Not more of it than belongs into a sentence, on one line.
    var shortened: String {
        let line = String(prefix { $0 != "\n" })
        return line.count <= 60 && line.count == count ? line : line.prefix(57) + "…"
    }
}
