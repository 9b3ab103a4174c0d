import Daftar

/// What a person says on the command line for all rows: `--set kind=disruption/site-block`.
enum MapSetting {
    static func apply(_ setting: (field: String, value: String), to map: inout ColumnMap, _ report: inout Findings) {
        guard let field = EventFields.all[setting.field] ?? MapReader.own(setting.field) else {
            let nearest = NearestWord.of(setting.field, in: EventFields.all.map(\.name))
            return report.add(
                .keyUnknown, "--set: an event has no key `\(setting.field.shortened)`",
                at: SourcePlace(line: report.file.firstLine, column: 1),
                label: nearest.map { "did you mean `\($0)`?" })
        }
        map.set(field, .fixed(node(setting.value, field)))
    }

    /// Several words are separated by commas.
    private static func node(_ value: String, _ field: Field) -> SourceNode {
        let place = SourcePlace(line: 1, column: 1)
        func scalar(_ text: String) -> SourceNode { SourceNode(content: .scalar(text, .block), place: place) }
        switch field.shape {
        case .words, .freeWords, .places, .lines, .paths:
            return SourceNode(
                content: .list(RowMaker.split(value, ",").filter { !$0.isEmpty }.map(scalar)), place: place)
        default: return scalar(value)
        }
    }
}
