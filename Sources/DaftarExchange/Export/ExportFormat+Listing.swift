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
        case .atom: "feed.atom"
        case .jsonld: "events.jsonld"
        case .ftm: "entities.ftm.json"
        case .csl: "sources.csl.json"
        case .bibtex: "sources.bib"
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
        case .atom: "a feed, for feed readers"
        case .jsonld: "linked data in the words of schema.org"
        case .ftm: "entities of FollowTheMoney, for Aleph"
        case .csl: "the sources, for Zotero and pandoc"
        case .bibtex: "the sources, for biblatex"
        case .datapackage: "tables with a description of each column"
        case .sqlite: "a database, for queries and Datasette"
        case .crate: "the tables, for a deposit"
        }
    }
}
