import Daftar

// Text: by language, or as it is.
extension Mapper {
    /// How a text is kept.
    enum TextForm {
        /// Normalised (NFC), no blanks at its end.
        case plain
        /// Normalised, on one line.
        case line
        /// A quote: not normalised.
        case verbatim
        /// Words beside a quote: with the blanks at their ends.
        case context
    }

    /// A text by language, from plain text or a map.
    mutating func localized(_ node: SourceNode, _ field: Field, limit: Int) -> JSONValue? {
        guard let members = node.map else {
            guard let text = text(node, field, .plain, limit: limit) else { return nil }
            return .object([language: text])
        }
        var texts: JSONObject = [:]
        for member in members where checkLanguage(member.key, at: member.keyPlace) {
            texts[member.key] = text(member.value, field, .plain, limit: limit)
        }
        return texts.isEmpty ? nil : .object(texts)
    }

    /// One text.
    mutating func text(_ node: SourceNode, _ field: Field, _ form: TextForm, limit: Int = EventFields.text)
        -> JSONValue?
    {
        guard let raw = scalar(node, field) else { return nil }
        guard checkCharacters(raw, node) else { return nil }
        let text = kept(raw, form)
        guard !text.isEmpty else {
            empty(field, at: node.place)
            return nil
        }
        guard checkLength(text, node, field, limit: limit) else { return nil }
        if form == .line, text.utf8.contains(UInt8(ascii: "\n")) {
            findings.add(.valueShape, "`\(field.name)` is one line", at: node.place)
            return nil
        }
        PeopleGuard.check(text, node, &findings)
        return .string(text)
    }

    /// The characters of a scalar; nil, and a diagnostic, for anything else. An empty one is as good as left out, but said.
    mutating func scalar(_ node: SourceNode, _ field: Field) -> String? {
        guard let text = node.scalar else {
            findings.add(
                .valueShape, "`\(field.name)` is a text, this is \(node.shapeName)", at: node.place,
                hint: quoteHint(node))
            return nil
        }
        guard !text.isEmpty else {
            empty(field, at: node.place)
            return nil
        }
        return text
    }

    /// A key of the template that nobody filled in.
    private mutating func empty(_ field: Field, at place: SourcePlace) {
        findings.add(
            .valueEmpty, "`\(field.name)` is empty", at: place,
            hint: field.need == .required ? "fill it in" : "fill it in, or leave the key out")
    }

    private func quoteHint(_ node: SourceNode) -> String? {
        findings.file.isJSON ? nil : "quote a text that begins with [ or {"
    }

    private func kept(_ raw: String, _ form: TextForm) -> String {
        switch form {
        case .plain, .line: NFC.normalised(raw.trimmingBlanksAtEnd)
        case .verbatim: raw.trimmingBlanksAtEnd
        case .context: NFC.normalised(raw)
        }
    }

    private mutating func checkLength(_ text: String, _ node: SourceNode, _ field: Field, limit: Int) -> Bool {
        let bytes = text.utf8.count
        guard bytes > limit || bytes > EventFields.text else { return true }
        let characters = limit == EventFields.text ? bytes : text.unicodeScalars.count
        guard characters > limit || bytes > EventFields.text else { return true }
        findings.add(
            .textTooLong,
            "`\(field.name)` has \(characters) \(limit == EventFields.text ? "bytes" : "characters"), the limit is \(limit)",
            at: node.place)
        return false
    }

    /// False, and a diagnostic, for a text with a character that no text may hold. Escapes are the one way to get here.
    mutating func checkCharacters(_ text: String, _ node: SourceNode) -> Bool {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return true }
        guard let bad = text.unicodeScalars.first(where: { !UTF8Scalar.isAllowedInText($0.value) }) else { return true }
        findings.add(
            .textCharacter,
            "U+\(TextGuard.hex(bad.value, digits: 4)) may not be in a text: \(TextGuard.reason(bad.value))",
            at: node.place)
        return false
    }

    // MARK: Languages

    mutating func languageTag(_ node: SourceNode, _ field: Field) -> JSONValue? {
        guard let tag = scalar(node, field), checkLanguage(tag, at: node.place) else { return nil }
        return .string(tag)
    }

    /// True for a tag that is well-formed and written as usual; otherwise a diagnostic.
    mutating func checkLanguage(_ tag: String, at place: SourcePlace) -> Bool {
        let isPlain = (2...3).contains(tag.utf8.count) && tag.utf8.allSatisfy { (97...122).contains($0) }
        if isPlain || LanguageTag.isWellFormed(tag) && LanguageTag.conventional(tag) == tag { return true }
        let usual = LanguageTag.conventional(tag)
        findings.add(
            .languageForm, "`\(tag.shortened)` is no language tag", at: place,
            label: LanguageTag.isWellFormed(usual) && usual != tag ? "did you mean `\(usual)`?" : nil,
            hint: LanguageTag.isWellFormed(usual) ? nil : "en, tg, ru, tg-Cyrl; und where it is not known")
        return false
    }
}

extension String {
    /// Without blanks and line ends at its end.
    var trimmingBlanksAtEnd: String {
        guard let last = utf8.last,
            last == UInt8(ascii: " ") || last == UInt8(ascii: "\n") || last == UInt8(ascii: "\t")
        else { return self }
        var text = self[...]
        while let last = text.unicodeScalars.last, last == " " || last == "\n" || last == "\t" {
            text.unicodeScalars.removeLast()
        }
        return String(text)
    }
}
