import Daftar

// Words, handles, places and dates: what is checked against a list or a form.
extension Mapper {
    mutating func word(_ node: SourceNode, _ words: Vocabulary) -> JSONValue? {
        guard let text = node.scalar else {
            findings.add(.valueShape, "a \(words.name) is one word, this is \(node.shapeName)", at: node.place)
            return nil
        }
        guard words.contains(text) else {
            unknownWord(text, words, at: node.place)
            return nil
        }
        return .string(text)
    }

    mutating func unknownWord(_ text: String, _ words: Vocabulary, at place: SourcePlace) {
        if words.name == Vocabulary.actorTypes.name, refusePerson(text, at: place) { return }
        let nearest = WordAdvice.replacement(for: text, in: words) ?? words.nearest(to: text)
        findings.add(
            .wordUnknown, text.isEmpty ? "there is no \(words.name) here" : "no \(words.name) `\(text.shortened)`",
            at: place,
            label: nearest.map { "did you mean `\($0)`?" },
            hint: nearest == nil ? "one of: " + words.words.joined(separator: " ") : nil)
    }

    private mutating func refusePerson(_ type: String, at place: SourcePlace) -> Bool {
        guard Vocabulary.privatePersonTypes.contains(type.lowercased()) else { return false }
        findings.add(
            .personPrivate, "no person is recorded but in office", at: place,
            label: "`\(Vocabulary.officeHolder)` where a source names the office",
            hint: "otherwise name the body, or a group or population without names")
        return true
    }

    mutating func freeWord(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard text.utf8.count <= 64, text.isHandle else {
            findings.add(.wordForm, "`\(text.shortened)` is no word of a-z 0-9 -", at: node.place)
            return nil
        }
        return .string(text)
    }

    mutating func kind(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard Kind(text).isKnown else {
            let nearest = Kind.nearest(to: text)
            findings.add(
                .wordUnknown, "no kind `\(text.shortened)`", at: node.place,
                label: nearest.map { "did you mean `\($0)`?" },
                hint: nearest == nil ? "daftar new lists the kinds" : nil)
            return nil
        }
        return .string(text)
    }

    // MARK: Handles

    mutating func slug(_ node: SourceNode, _ field: Field, _ length: ClosedRange<Int>) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard length.contains(text.utf8.count), text.isHandle else {
            let advice = text.asHandle
            findings.add(
                .slugForm, "`\(field.name)` is \(length.lowerBound) to \(length.upperBound) of a-z 0-9 -",
                at: node.place,
                label: length.contains(advice.utf8.count) ? "such as `\(advice)`" : nil)
            return nil
        }
        return .string(text)
    }

    mutating func handle(_ node: SourceNode, _ field: Field, _ kind: Handle) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard (1...80).contains(text.utf8.count), text.isHandle else {
            findings.add(.slugForm, "`\(text.shortened)` is no id: 1 to 80 of a-z 0-9 -", at: node.place)
            return nil
        }
        if kind != .anything { refer(to: text, kind, at: node.place) }
        return .string(text)
    }

    // MARK: Places and dates

    mutating func place(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let code = scalar(node, field) else { return nil }
        guard Place.name(of: code) != nil else {
            let nearest = Place.nearest(to: code)
            findings.add(
                .placeUnknown, "no place `\(code.shortened)`", at: node.place,
                label: nearest.map { "did you mean `\($0)`?" },
                hint: nearest == nil ? "a code of ISO 3166: TJ, or TJ-DU for a part of it" : nil)
            return nil
        }
        return .string(code)
    }

    mutating func date(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let text = node.scalar else {
            dateNeedsQuotes(node, field)
            return nil
        }
        do throws(EDTFError) {
            _ = try EDTF(parsing: text)
            return .string(text)
        } catch {
            report(error, text, node)
            return nil
        }
    }

    /// `date: [2023-12-01..2023-12-15]` is a YAML list, and `{2023-06,2023-12}` a map.
    private mutating func dateNeedsQuotes(_ node: SourceNode, _ field: Field) {
        let place = findings.lines.widened(node.place)
        let written = String(String.UnicodeScalarView(findings.lines.characters(from: place).prefix(place.length)))
        let isWhole = written.hasSuffix("]") || written.hasSuffix("}")
        findings.add(
            .dateNeedsQuotes,
            "`\(field.name)` is a \(findings.file.isJSON ? "JSON" : "YAML") \(node.list != nil ? "list" : "map") here",
            at: place, exact: true,
            hint: isWhole
                ? "quote it: \(field.name): \"\(written)\"" : "a date is one text; quote one that begins with [ or {")
    }

    private mutating func report(_ error: EDTFError, _ text: String, _ node: SourceNode) {
        let code = DiagnosticCode(rawValue: error.code.rawValue) ?? .dateUnexpected
        let inner = node.innerPlace(offset: error.offset, length: error.length, of: text)
        findings.add(code, error.message, at: inner ?? node.place, exact: inner != nil, hint: error.hint)
    }

    mutating func day(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let text = scalar(node, field) else { return nil }
        guard CivilDate(text) != nil else {
            findings.add(
                .dayForm, "`\(field.name)` is one day, 2024-01-10", at: node.place,
                hint: text.contains("T") ? "the time of day tells when somebody works" : nil)
            return nil
        }
        return .string(text)
    }
}

extension SourceNode {
    /// The place of a part of a scalar, by bytes of ASCII text; nil where the file doesn't show it character by character.
    func innerPlace(offset: Int, length: Int, of text: String) -> SourcePlace? {
        guard case .scalar(_, let style) = content, style != .block, text.utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0A })
        else { return nil }
        guard style == .plain || !text.contains("\\") && !text.contains("\"") && !text.contains("'") else { return nil }
        return place.part(offset + (style == .quoted ? 1 : 0), length)
    }
}

extension String {
    /// `a-z 0-9 -`
    var isHandle: Bool {
        utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// What comes nearest to a handle: lower case, anything else a hyphen.
    var asHandle: String {
        lowercased().split { !String($0).isHandle || $0 == "-" }.joined(separator: "-")
    }
}
