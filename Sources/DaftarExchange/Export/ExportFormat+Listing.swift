extension ExportFormat {
    /// What a file of this format is usually called.
    public var fileName: String {
        switch self {
        case .csv: "events.csv"
        case .jsonl: "events.jsonl"
        case .markdown: "timeline.md"
        case .html: "timeline.html"
        case .svg: "timeline.svg"
        case .timelinejs: "timelinejs.json"
        case .timelinejsSheet: "timelinejs.csv"
        }
    }

    /// What it is, and for whom, in a few words.
    public var about: String {
        switch self {
        case .csv: "a table, one row an event"
        case .jsonl: "all that is shown, one object a line"
        case .markdown: "a timeline to read, for reports"
        case .html: "one page to read, with a drawn timeline"
        case .svg: "the drawn timeline alone"
        case .timelinejs: "TimelineJS3, for newsrooms"
        case .timelinejsSheet: "the same as TimelineJS3's sheet"
        }
    }

    /// `csv, jsonl, …`
    public static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
