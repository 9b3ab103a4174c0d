public import Daftar

/// Events as JSON Lines: one canonical object an event, with all that is shown of it.
///
/// ```
/// {"caveat":"A hash proves …","date":{"edtf":"2023-12","max":"2023-12-31","min":"2023-12-01","words":"December 2023"},"entry":12,"event":{…},…}
/// ```
public struct JSONLinesExporter: EventExporter {
    private let context: ExportContext
    private let caveat: [UInt8]
    private let filter: [UInt8]
    /// `,"ledger":…,"licence":…,`: in the order of the keys these come before `marks`.
    private let ledger: [UInt8]
    private let root: [UInt8]
    private let size: [UInt8]

    public init(_ context: ExportContext) {
        self.context = context
        caveat = Array("{\"caveat\":\"\(ExportContext.caveat)\"".utf8)
        filter = JSONLinesExporter.member("filter", context.filter)
        ledger =
            JSONLinesExporter.member("ledger", context.originText)
            + JSONLinesExporter.member("licence", context.licence)
        root = JSONLinesExporter.member("root", context.rootText)
        size = Array(",\"size\":\(context.sizeText)".utf8)
    }

    private static func member(_ name: String, _ text: String) -> [UInt8] {
        var bytes = Array(",\"\(name)\":".utf8)
        CanonicalJSON.append(text, to: &bytes)
        return bytes
    }

    public var head: [UInt8] { [] }
    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var date: DateCells?
        for event in events {
            date = DateCells.of(event, after: date)
            append(event, date, to: &bytes)
        }
    }

    /// The members in the order of their names: canonical, without a tree for what is the same in each line, nor for the
    /// content, which is stored in the very spelling that it has here.
    private func append(_ event: RecordedEvent, _ date: DateCells?, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: caveat)
        if let date { append(date, event, to: &bytes) }
        append(",\"entry\":", event.index, to: &bytes)
        bytes.append(contentsOf: ",\"event\":".utf8)
        event.appendContent(to: &bytes)
        bytes.append(contentsOf: filter)
        append(",\"leaf\":\"", event.leaf, to: &bytes)
        bytes.append(contentsOf: ledger)
        append("marks", JSONLinesExporter.marks(event), to: &bytes)
        append("not-shown", JSONLinesExporter.notShown(event), to: &bytes)
        if context.isPrivate { append(",\"private\":", event.privateParts, to: &bytes) }
        bytes.append(contentsOf: ",\"recorded\":\"\(event.recorded)\"".utf8)
        bytes.append(contentsOf: root)
        append(",\"seen\":", event.seen.size, to: &bytes)
        append(",\"signed-by\":", event.signers, to: &bytes)
        bytes.append(contentsOf: size)
        append(",\"statement\":\"", event.statement, to: &bytes)
        bytes.append(contentsOf: "}\n".utf8)
    }

    // MARK: Members

    private func append(_ start: StaticString, _ number: Int, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: start.description.utf8)
        bytes.append(contentsOf: String(number).utf8)
    }

    private func append(_ start: StaticString, _ hash: Hash, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: start.description.utf8)
        Base64.append(hash.bytes.span, to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private func append(_ start: StaticString, _ texts: [String], to bytes: inout [UInt8]) {
        bytes.append(contentsOf: start.description.utf8)
        bytes.append(UInt8(ascii: "["))
        for (i, text) in texts.enumerated() {
            if i > 0 { bytes.append(UInt8(ascii: ",")) }
            CanonicalJSON.append(text, to: &bytes)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    /// `,"date":{"edtf":"2023-12","max":"2023-12-31","min":"2023-12-01","words":"December 2023"}`
    private func append(_ date: DateCells, _ event: RecordedEvent, to bytes: inout [UInt8]) {
        let members = [("{\"edtf\":", date.text), (",\"max\":", date.max), (",\"min\":", date.min)]
        bytes.append(contentsOf: ",\"date\":".utf8)
        for case (let name, let text?) in members {
            bytes.append(contentsOf: name.utf8)
            CanonicalJSON.append(text, to: &bytes)
        }
        if event.sourcesDisagree { bytes.append(contentsOf: ",\"sources-disagree\":true".utf8) }
        bytes.append(contentsOf: ",\"words\":".utf8)
        CanonicalJSON.append(date.words, to: &bytes)
        bytes.append(UInt8(ascii: "}"))
    }

    /// A member that is left out where it is empty.
    private func append(_ name: String, _ members: JSONObject, to bytes: inout [UInt8]) {
        guard !members.isEmpty else { return }
        bytes.append(contentsOf: ",\"\(name)\":".utf8)
        CanonicalJSON.append(.object(members), to: &bytes)
    }

    private static func notShown(_ event: RecordedEvent) -> JSONObject {
        var members: JSONObject = [:]
        for reason in EventContent.NotShown.allCases {
            let count = event.count(reason)
            if count > 0 { members[reason.rawValue] = .integer(count) }
        }
        return members
    }

    private static func marks(_ event: RecordedEvent) -> JSONObject {
        let marks = event.marks
        var members: JSONObject = [:]
        members["corrected-by"] = marks.correctedBy.map { .integer($0) }
        members["retracted-by"] = marks.retractedBy.map { .integer($0) }
        if !marks.disputedBy.isEmpty { members["disputed-by"] = .array(marks.disputedBy.map { .integer($0) }) }
        if !marks.endorsedBy.isEmpty { members["endorsed-by"] = .array(marks.endorsedBy.map { .integer($0) }) }
        if marks.isDoubted { members["doubted"] = .bool(true) }
        return members
    }
}
