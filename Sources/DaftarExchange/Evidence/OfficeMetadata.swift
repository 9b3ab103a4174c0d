/// Who wrote an office document: OOXML (`docProps/`) and OpenDocument (`meta.xml`).
enum OfficeMetadata {
    private static let parts = ["docProps/core.xml", "docProps/app.xml", "docProps/custom.xml", "meta.xml"]
    private static let fields = [
        "dc:creator", "cp:lastModifiedBy", "meta:initial-creator", "meta:generator", "meta:printed-by", "Company",
        "Manager", "Application", "dc:date", "dcterms:created", "meta:creation-date",
    ]

    /// What kind of document a zip is; nil where it is none.
    static func mediaType(_ zip: CaptureZip) -> String? {
        let names = zip.entries.map(\.name)
        for (folder, kind) in [
            ("word/", "wordprocessingml.document"), ("xl/", "spreadsheetml.sheet"),
            ("ppt/", "presentationml.presentation"),
        ]
        where names.contains(where: { $0.hasPrefix(folder) }) && names.contains("[Content_Types].xml") {
            return "application/vnd.openxmlformats-officedocument.\(kind)"
        }
        guard names.first == "mimetype", let type = try? zip.file("mimetype", limit: 128) else { return nil }
        let text = String(decoding: type, as: UTF8.self)
        return text.hasPrefix("application/vnd.oasis.opendocument.") ? text : nil
    }

    static func traces(_ zip: CaptureZip) throws -> [CaptureTrace] {
        var traces: [CaptureTrace] = []
        for part in parts {
            guard let bytes = try zip.file(part) else { continue }
            for field in fields {
                // A tag may have attributes.
                guard let rest = bytes.text(between: "<\(field)", and: "</\(field)>"),
                    let end = rest.firstIndex(of: ">")
                else { continue }
                let value = String(rest[rest.index(after: end)...]).trimmed
                if !value.isEmpty { traces.append(CaptureTrace("document: \(field)", value)) }
            }
        }
        return traces
    }
}
