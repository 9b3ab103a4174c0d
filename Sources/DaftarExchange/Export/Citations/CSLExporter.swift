import Daftar

/// The sources of events as CSL-JSON (csl-data): for Zotero, pandoc and all that read it.
///
/// `note` says which entry cites a source, for people; `custom` says it for programs, with the ledger, its state and the
/// filter.
public struct CSLExporter: SourceExporter {
    private let context: ExportContext
    let written = WrittenSources()

    public init(_ context: ExportContext) { self.context = context }

    static let separator = Array(",\n".utf8)
    public var head: [UInt8] { Array("[\n".utf8) }
    public var tail: [UInt8] { Array("\n]\n".utf8) }

    func append(_ cited: CitedSource, to bytes: inout [UInt8]) {
        JSONMembers.append(to: &bytes) { json in json.object { append(cited, to: &$0) } }
    }

    private func append(_ cited: CitedSource, to json: inout JSONMembers) {
        let source = cited.source, form = CSLForm(source), key = cited.key
        json.member("id", key)
        json.member("citation-key", key)
        json.member("type", form.type)
        json.member("title", cited.title)
        json.member(form.isWithinPublication ? "container-title" : "publisher", source.publisher)
        json.date("issued", source.published)
        json.date("accessed", cited.accessed)
        json.member("URL", WebAddress.link(source.url))
        json.member("language", source.language)
        json.member("abstract", source.says?.text())
        json.member("archive", cited.archive?.service)
        json.member("archive_location", WebAddress.link(cited.archive?.url))
        json.member(
            "keyword", ([cited.event.content.kind?.text ?? ""] + cited.event.content.places).joined(separator: ", "))
        json.member("note", cited.note(context))
        json.object("custom") { custom(cited, &$0) }
    }

    private func custom(_ cited: CitedSource, _ json: inout JSONMembers) {
        json.member("ledger", context.originText)
        json.member("size", context.size)
        json.member("root", context.rootText)
        json.member("filter", context.filter)
        json.member("licence", context.licence)
        json.member("caveat", ExportContext.caveat)
        json.member("entry", cited.event.index)
        json.member("leaf", cited.event.leaf.base64)
        json.member("slug", cited.event.content.slug)
    }
}

/// What CSL calls a source, and whether its publisher is what it appeared in.
private struct CSLForm {
    let type: String
    let isWithinPublication: Bool

    init(_ source: Source) {
        (type, isWithinPublication) =
            switch source.type {
            case "news-agency", "news-report", "state-media": ("article-newspaper", true)
            case "academic": ("article-journal", true)
            case "official-document", "ngo-report": ("report", false)
            case "official-gazette", "legislation": ("legislation", true)
            case "treaty-text": ("treaty", true)
            case "court-record": ("legal_case", false)
            case "measurement-data": ("dataset", false)
            case "social-post": ("post", true)
            case "broadcast": ("broadcast", true)
            case "reference-work": ("entry-encyclopedia", true)
            case "testimony": ("interview", false)
            case "official-statement", "corporate-release": ("webpage", true)
            default: (source.url == nil ? "document" : "webpage", source.url != nil)
            }
    }
}

extension JSONMembers {
    /// A date of CSL: numbers where it is one date or lasted from one to another, words otherwise.
    fileprivate mutating func date(_ name: StaticString, _ date: ReadDate?) {
        guard let date else { return }
        object(name) { json in
            let parts = JSONMembers.parts(date.edtf)
            if parts.isEmpty {
                json.member("literal", date.words)
            } else {
                json.array("date-parts") { json in for numbers in parts { json.numbers(numbers) } }
                // A number, since programs differ about what they take for a truth.
                if date.edtf?.isUncertain == true || date.edtf?.isApproximate == true { json.member("circa", 1) }
            }
        }
    }

    fileprivate mutating func date(_ name: StaticString, _ day: CivilDate?) {
        guard let day else { return }
        object(name) { json in json.array("date-parts") { $0.numbers([day.year, day.month, day.day]) } }
    }

    private mutating func numbers(_ numbers: [Int]) { array { json in for number in numbers { json.element(number) } } }

    private static func parts(_ date: EDTF?) -> [[Int]] {
        switch date?.form {
        case .date(let date)?: parts(date).map { [$0] } ?? []
        case .moment(let moment)?: [[moment.day.year, moment.day.month, moment.day.day]]
        case .interval(.date(let from), .date(let to))?:
            [from, to].compactMap(parts).count == 2 ? [from, to].compactMap(parts) : []
        default: []
        }
    }

    private static func parts(_ date: EDTF.Date) -> [Int]? {
        date.isUnspecified || date.division != nil
            ? nil : [date.year.digits.low, date.month?.digits.low, date.day?.digits.low].compactMap(\.self)
    }
}
