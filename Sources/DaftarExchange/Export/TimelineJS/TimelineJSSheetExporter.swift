public import Daftar

/// Events as the sheet of TimelineJS3, with the columns of its template and no other: some of its readers refuse more.
public struct TimelineJSSheetExporter: EventExporter {
    private let context: ExportContext

    public init(_ context: ExportContext) { self.context = context }

    /// As in Knight Lab's template.
    public static let columns = [
        "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline",
        "Text",
        "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
    ]

    /// The columns, and the slide that says of what the timeline is.
    public var head: [UInt8] {
        let title = TimelineJSTitle(context: context)
        var bytes = Array(TimelineJSSheetExporter.columns.joined(separator: ",").utf8)
        bytes.append(contentsOf: "\r\n".utf8)
        append(TimelineJSSheetExporter.noDate, "", title.headline, title.text, type: "title", group: "", to: &bytes)
        return bytes
    }

    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        for event in events {
            let slide = TimelineJSSlide(event: event, context: context), date = slide.date
            let none = ["", "", "", ""]
            append(
                (date?.start.cells ?? none) + (date?.end?.cells ?? none), slide.displayDate, slide.headline, slide.text,
                type: "", group: event.timelineGroup, to: &bytes)
        }
    }

    private static let noDate = Array(repeating: "", count: 8)

    private func append(
        _ date: [String], _ words: String, _ headline: String, _ text: String, type: String, group: String,
        to bytes: inout [UInt8]
    ) {
        for cell in date + [words, headline, text, "", "", "", "", type, group] {
            CSVCell.append(cell, to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        bytes.append(contentsOf: "\r\n".utf8)
    }
}
