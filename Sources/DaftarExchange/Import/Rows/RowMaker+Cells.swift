import Daftar

// What one cell, or a few together, say about one field.
extension RowMaker {
    /// Nil where there is nothing.
    mutating func value(_ plan: CellPlan, _ field: Field) -> SourceNode? {
        if let node = own(plan, field) { return node }
        for other in plan.otherwise {
            if let node = value(other, field) { return node }
        }
        return nil
    }

    private mutating func own(_ plan: CellPlan, _ field: Field) -> SourceNode? {
        switch plan.origin {
        case .value(let text): return listed(SourceNode(content: .scalar(text, .block), place: start), plan, field)
        case .column(let column):
            guard let node = cell(column) else { return nil }
            return spelt(node, plan, field)
        case .host(let column):
            guard let node = cell(column), let host = RowMaker.host(node.scalar ?? "") else { return nil }
            return SourceNode(content: .scalar(host, .block), place: node.place)
        case .join(let names, let by): return joined(names, by, field)
        case .parts(let parts): return date(parts)
        case .span(let from, let to, let ongoing): return span(from, to, ongoing, plan)
        }
    }

    /// The cell in a column; nil where it is empty, or the row ends before it.
    mutating func cell(_ column: ColumnName?) -> SourceNode? {
        guard let index = column?.index, index < row.cells.count else { return nil }
        let cell = row.cells[index], (text, style) = row.text(of: cell)
        guard !text.isEmpty else { return nil }
        if let bad = RowMaker.badCharacter(text) {
            findings.add(
                .textCharacter, "U+\(TextGuard.hex(bad, digits: 4)) may not be in a text: \(TextGuard.reason(bad))",
                at: cell.place)
            return nil
        }
        return SourceNode(content: .scalar(text, style), place: cell.place)
    }

    private static func badCharacter(_ text: String) -> UInt32? {
        if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return nil }
        return text.unicodeScalars.first { !UTF8Scalar.isAllowedInText($0.value) }?.value
    }

    // MARK: Spelling

    mutating func spelt(_ node: SourceNode, _ plan: CellPlan, _ field: Field) -> SourceNode? {
        guard let text = node.scalar else { return node }
        var changed = plan.spelling == .guarded ? CSVCell.text(of: text) : text
        if plan.spelling == .html { changed = PlainMarkup.text(changed) }
        if field.isDate { return date(changed, plan, node, field) }
        guard let separator = plan.separator, field.isWords else {
            return translated(changed, plan).map { $0 == text ? node : node.saying($0) }
        }
        let pieces = RowMaker.split(changed, separator).filter { !$0.isEmpty }.compactMap { translated($0, plan) }
        return pieces.isEmpty
            ? nil : SourceNode(content: .list(pieces.map { node.saying($0) }), place: node.place)
    }

    /// What is the same in every row may hold several words.
    private func listed(_ node: SourceNode, _ plan: CellPlan, _ field: Field) -> SourceNode {
        guard field.isWords, let separator = plan.separator, let text = node.scalar, text.contains(separator) else {
            return node
        }
        let pieces = RowMaker.split(text, separator).filter { !$0.isEmpty }
        return SourceNode(content: .list(pieces.map { node.saying($0) }), place: node.place)
    }

    /// Our word for one of the sheet; nil for one that is left out.
    private func translated(_ text: String, _ plan: CellPlan) -> String? {
        var text = text
        if !plan.words.isEmpty, let word = plan.words[CellReader.folded(text)] {
            guard !word.isEmpty else { return nil }
            text = word
        }
        switch plan.spelling {
        case .handle: return text.asHandle.nonEmpty ?? text
        case .place: return PlaceNames.code(text) ?? text
        case .digest: return text.replacing("SHA-256:", with: "sha256:").replacing("SHA256:", with: "sha256:")
        case .plain, .html, .guarded: return text.nonEmpty
        }
    }

    // MARK: Several columns

    private mutating func joined(_ names: [ColumnName], _ by: String, _ field: Field) -> SourceNode? {
        let nodes = names.compactMap { cell($0) }
        guard let first = nodes.first else { return nil }
        let texts = nodes.compactMap(\.scalar)
        guard case .slug(let length) = field.shape else { return first.saying(texts.joined(separator: by)) }
        var slug = texts.map(RowMaker.handle).joined(separator: "-")
        if slug.utf8.count > length.upperBound {
            // What is cut off would make two rows alike.
            let mark = "-" + Hash.sha256(Array(slug.utf8)).hexPrefix(8)
            slug = String(slug.prefix(length.upperBound - mark.count)) + mark
        }
        return first.saying(slug)
    }

    /// A handle for any text; one without a Latin letter or digit is known by its hash.
    private static func handle(_ text: String) -> String {
        text.asHandle.nonEmpty ?? Hash.sha256(Array(text.utf8)).hexPrefix(8)
    }

    /// `www.example.org` of an address in it, without `www.`
    static func host(_ address: String) -> String? {
        let parts = address.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2 else { return nil }
        let host = parts[1].prefix { !"/?#:".contains($0) }.lowercased()
        return (host.hasPrefix("www.") ? String(host.dropFirst(4)) : host).nonEmpty
    }
}

extension SourceNode {
    /// A text that was made of this one: nothing in it can be pointed at.
    func saying(_ text: String) -> SourceNode { SourceNode(content: .scalar(text, .block), place: place) }
}

extension Field {
    fileprivate var isDate: Bool {
        switch shape {
        case .date, .day: true
        default: false
        }
    }

    /// Several values in a cell can be told apart.
    fileprivate var isWords: Bool {
        switch shape {
        case .words, .freeWords, .places, .lines, .handles, .paths: true
        default: false
        }
    }
}

extension Hash {
    /// The first digits, in hexadecimal.
    fileprivate func hexPrefix(_ count: Int) -> String { String(hex.prefix(count)) }
}
