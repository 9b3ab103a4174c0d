import Daftar

/// Reads what a map says about one value: the name of a column, or a map of these keys.
struct CellReader {
    var findings: Findings
    let field: Field

    static let keys: Set<String> = [
        "column", "value", "join", "by", "host-of", "otherwise", "separator", "words", "form", "as", "year", "month",
        "day", "end-year", "end-month", "end-day", "from", "to", "ongoing",
    ]

    /// Each says where a value comes from; one of them must be there.
    static let origins: Set<String> = ["column", "value", "join", "host-of", "year", "from"]

    mutating func read(_ node: SourceNode) -> CellPlan? {
        if node.scalar != nil { return column(node).map { CellPlan(origin: .column($0)) } }
        guard let members = node.map else {
            findings.add(.mapForm, "`\(field.name)` is a column or a map, not \(node.shapeName)", at: node.place)
            return nil
        }
        for member in members where !Self.keys.contains(member.key) {
            let nearest = NearestWord.of(member.key, in: Self.keys.sorted())
            findings.add(
                .keyUnknown, "a column has no key `\(member.key.shortened)`", at: member.keyPlace,
                label: nearest.map { "did you mean `\($0)`?" })
        }
        guard var plan = origin(node).map({ CellPlan(origin: $0) }) else { return nil }
        readSpelling(node, &plan)
        for other in node["otherwise"].map({ $0.list ?? [$0] }) ?? [] {
            if other.scalar != nil {
                plan.otherwise.append(CellPlan(origin: .value(other.scalar ?? "")))
            } else if let other = read(other) {
                plan.otherwise.append(other)
            }
        }
        return plan
    }

    // MARK: Where it comes from

    private mutating func origin(_ node: SourceNode) -> CellPlan.Origin? {
        if let column = node["column"] { return self.column(column).map { .column($0) } }
        if let value = node["value"] { return fixed(value).map { .value($0) } }
        if let join = node["join"] {
            return .join(columns(join), by: node["by"]?.scalar ?? (isHandle ? "-" : " "))
        }
        if let address = node["host-of"] { return column(address).map { .host($0) } }
        if let year = node["year"] { return parts(year, node) }
        if let from = node["from"], let to = node["to"] {
            guard let from = column(from), let to = column(to) else { return nil }
            let words = node["ongoing"].map { ($0.list ?? [$0]).compactMap(\.scalar) } ?? []
            return .span(from: from, to: to, ongoing: words.map { $0.lowercased() })
        }
        findings.add(
            .mapForm, "nothing says where `\(field.name)` comes from", at: node.startOfMap,
            hint: "column: NAME, value: TEXT, join: [NAMES], host-of: NAME, year: NAME, or from: and to:")
        return nil
    }

    private var isHandle: Bool { if case .slug = field.shape { true } else { false } }

    private mutating func parts(_ year: SourceNode, _ node: SourceNode) -> CellPlan.Origin? {
        guard let year = column(year) else { return nil }
        var parts = DateParts(year: year)
        parts.month = node["month"].flatMap { column($0) }
        parts.day = node["day"].flatMap { column($0) }
        parts.endYear = node["end-year"].flatMap { column($0) }
        parts.endMonth = node["end-month"].flatMap { column($0) }
        parts.endDay = node["end-day"].flatMap { column($0) }
        return .parts(parts)
    }

    private mutating func column(_ node: SourceNode) -> ColumnName? {
        guard let name = node.scalar, !name.isEmpty else {
            findings.add(.mapForm, "the name of a column is a text, not \(node.shapeName)", at: node.place)
            return nil
        }
        return ColumnName(name: name, place: node.place)
    }

    private mutating func columns(_ node: SourceNode) -> [ColumnName] {
        (node.list ?? [node]).compactMap { column($0) }
    }

    /// What is the same in every row is judged here, once.
    private mutating func fixed(_ node: SourceNode) -> String? {
        var mapper = Mapper(findings)
        _ = mapper.value(node, field)
        // A handle that the row names elsewhere is no matter of the map.
        findings = mapper.findings
        return node.scalar
    }

    // MARK: How it is spelt

    private mutating func readSpelling(_ node: SourceNode, _ plan: inout CellPlan) {
        plan.separator = node["separator"]?.scalar.map { $0 == "line" ? "\n" : $0 }
        if plan.separator == "" { plan.separator = nil }
        for member in node["words"]?.map ?? [] {
            plan.words[CellReader.folded(member.key)] = member.value.scalar ?? ""
        }
        if let words = node["words"], words.map == nil {
            findings.add(.mapForm, "`words` is a map from words of the sheet to ours", at: words.place)
        }
        if let spelling = node["as"] {
            guard let spelt = spelling.scalar.flatMap({ CellPlan.Spelt(rawValue: $0) }) else {
                let all = CellPlan.Spelt.allCases.map(\.rawValue).joined(separator: ", ")
                return findings.add(.mapForm, "`as` is one of \(all)", at: spelling.place)
            }
            plan.spelling = spelt
        }
        for form in node["form"].map({ $0.list ?? [$0] }) ?? [] { readForm(form, &plan) }
    }

    private mutating func readForm(_ node: SourceNode, _ plan: inout CellPlan) {
        guard let form = node.scalar.flatMap({ DateForm($0) }) else {
            return findings.add(
                .mapForm, "`\((node.scalar ?? "").shortened)` is no form of a date", at: node.place,
                hint: "Y YY M MMM MMMM D and what stands between them: D/M/Y, MMMM D, Y; or serial")
        }
        plan.forms.append(form)
    }

    /// Words of a sheet are compared without regard to case.
    static func folded(_ word: String) -> String { word.unpadded.lowercased() }
}
