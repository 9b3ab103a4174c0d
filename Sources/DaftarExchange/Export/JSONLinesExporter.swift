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
            date = DateCells.of(event.content, after: date)
            append(event, date, to: &bytes)
        }
    }

    /// The members in the order of their names: canonical, without a tree for what is the same in each line.
    private func append(_ event: RecordedEvent, _ date: DateCells?, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: caveat)
        if let date {
            bytes.append(contentsOf: ",\"date\":".utf8)
            CanonicalJSON.append(JSONLinesExporter.date(date, event.content), to: &bytes)
        }
        bytes.append(contentsOf: ",\"entry\":\(event.index),\"event\":".utf8)
        CanonicalJSON.append(JSONLinesExporter.content(event.content), to: &bytes)
        bytes.append(contentsOf: filter)
        bytes.append(contentsOf: ",\"leaf\":\"\(event.leaf.base64)\"".utf8)
        bytes.append(contentsOf: ledger)
        append("marks", JSONLinesExporter.marks(event), to: &bytes)
        append("not-shown", JSONLinesExporter.notShown(event.content), to: &bytes)
        if context.isPrivate {
            bytes.append(contentsOf: ",\"private\":".utf8)
            CanonicalJSON.append(.array(event.privateParts.map { .string($0) }), to: &bytes)
        }
        bytes.append(contentsOf: ",\"recorded\":\"\(event.recorded)\"".utf8)
        bytes.append(contentsOf: root)
        bytes.append(contentsOf: ",\"seen\":\(event.seen.size),\"signed-by\":".utf8)
        CanonicalJSON.append(.array(event.signers.map { .string($0) }), to: &bytes)
        bytes.append(contentsOf: size)
        bytes.append(contentsOf: ",\"statement\":\"\(event.statement.base64)\"}\n".utf8)
    }

    /// A member that is left out where it is empty.
    private func append(_ name: String, _ members: JSONObject, to bytes: inout [UInt8]) {
        guard !members.isEmpty else { return }
        bytes.append(contentsOf: ",\"\(name)\":".utf8)
        CanonicalJSON.append(.object(members), to: &bytes)
    }

    // MARK: Members

    private static func date(_ date: DateCells, _ content: EventContent) -> JSONValue {
        var members: JSONObject = ["edtf": .string(date.text), "words": .string(date.words)]
        members["min"] = date.min.map { .string($0) }
        members["max"] = date.max.map { .string($0) }
        if content.sourcesDisagree { members["sources-disagree"] = .bool(true) }
        return .object(members)
    }

    private static func content(_ content: EventContent) -> JSONValue {
        var members = content.fields
        for list in content.lists { members[list.name] = .array(list.parts.compactMap(\.value)) }
        return .object(members)
    }

    private static func notShown(_ content: EventContent) -> JSONObject {
        guard content.notShownCount > 0 else { return [:] }
        var members: JSONObject = [:]
        for reason in EventContent.NotShown.allCases {
            let count = content.count(reason)
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
