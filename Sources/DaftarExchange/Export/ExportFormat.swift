import Daftar

/// The formats that there are.
public enum ExportFormat: String, Hashable, Sendable, CaseIterable {
    case csv
    case jsonl
    case markdown
    case atom, jsonld, ftm, csl, bibtex
    case html
    case svg
    case timelinejs
    case timelinejsSheet = "timelinejs-csv"
    case datapackage
    case sqlite
    case crate = "ro-crate"

    public func way(_ context: ExportContext) -> ExportWay {
        switch self {
        case .csv: .file(TableExporter(.events, context))
        case .jsonl: .file(JSONLinesExporter(context))
        case .markdown: .file(MarkdownExporter(context))
        case .atom: .file(AtomExporter(context))
        case .jsonld: .file(JSONLDExporter(context))
        case .ftm: .file(FollowTheMoneyExporter(context))
        case .csl: .file(CSLExporter(context))
        case .bibtex: .file(BibTeXExporter(context))
        case .html: .page(HTMLExporter(context))
        case .svg: .page(SVGExporter(context))
        case .timelinejs: .file(TimelineJSExporter(context))
        case .timelinejsSheet: .file(TimelineJSSheetExporter(context))
        case .datapackage: .folder(DataPackage(context))
        case .sqlite: .database
        case .crate: .folder(Crate(context))
        }
    }
}

/// How a format is written.
public enum ExportWay: Sendable {
    /// One file: a stream that can go anywhere.
    case file(any EventExporter)
    /// One file, made of all events at once.
    case page(any PageExporter)
    /// Several files, in a folder or an archive.
    case folder(any FolderExporter)
    /// The tables as a database: only what knows SQLite can write that.
    case database
}
