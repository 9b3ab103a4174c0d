extension ExportFormat {
    /// What a file of this format, or a folder, is usually called.
    public var fileName: String {
        switch self {
        case .csv: "events.csv"
        case .jsonl: "events.jsonl"
        case .markdown: "timeline.md"
        case .html: "timeline.html"
        case .svg: "timeline.svg"
        case .timelinejs: "timelinejs.json"
        case .timelinejsSheet: "timelinejs.csv"
        case .datapackage: "datapackage"
        case .sqlite: "events.sqlite"
        case .crate: "ro-crate"
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
        case .datapackage: "tables with a description of each column"
        case .sqlite: "a database, for queries and Datasette"
        case .crate: "the tables, for a deposit"
        }
    }
}
