public import Daftar

/// Events as the JSON of TimelineJS3 (Knight Lab): newsrooms' timelines, from a file of one's own.
///
/// An event without any bound on its date has no `start_date`: TimelineJS passes over it, other readers need not.
public struct TimelineJSExporter: EventExporter {
    private let context: ExportContext

    public init(_ context: ExportContext) { self.context = context }

    public var head: [UInt8] {
        var bytes = Array("{\"daftar\":".utf8)
        CanonicalJSON.append(
            .object([
                "caveat": .string(ExportContext.caveat), "filter": .string(context.filter),
                "ledger": .string(context.originText), "licence": .string(context.licence),
                "root": .string(context.rootText), "size": .integer(context.size),
            ]), to: &bytes)
        return bytes + Array(",\"events\":[\n".utf8)
    }

    public var tail: [UInt8] {
        let title = TimelineJSTitle(context: context)
        var bytes = Array("\n],\"scale\":\"human\",\"title\":".utf8)
        CanonicalJSON.append(
            .object([
                "autolink": .bool(false), "unique_id": .string("ledger"),
                "text": .object(["headline": .string(title.headline), "text": .string(title.text)]),
            ]), to: &bytes)
        return bytes + Array("}\n".utf8)
    }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var isFirst = previous == nil
        for event in events {
            if !isFirst { bytes.append(contentsOf: ",\n".utf8) }
            CanonicalJSON.append(slide(event), to: &bytes)
            isFirst = false
        }
    }

    private func slide(_ event: RecordedEvent) -> JSONValue {
        let slide = TimelineJSSlide(event: event, context: context), date = slide.date
        var members: JSONObject = [
            "autolink": .bool(false), "daftar": slide.trace, "display_date": .string(slide.displayDate),
            "group": .string(event.timelineGroup), "unique_id": .string("entry-\(event.index)"),
            "text": .object(["headline": .string(slide.headline), "text": .string(slide.text)]),
        ]
        members["start_date"] = date?.start.json
        members["end_date"] = date?.end?.json
        return .object(members)
    }
}
