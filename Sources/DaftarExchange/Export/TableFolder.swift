import Daftar

/// The plain tables as CSV, a file each: `export --format csv --tables`.
public struct TableFolder: FolderExporter {
    let exporters: [TableExporter]

    public init(_ context: ExportContext) {
        exporters = PlainTable.all.map { TableExporter($0, context, foreign: ForeignWords($0)) }
    }

    public var files: [(name: String, exporter: any EventExporter)] {
        exporters.map { ("\($0.table.name).csv", $0) }.sorted { $0.0 < $1.0 }
    }

    public func documents(about written: [WrittenFile]) -> [(name: String, bytes: [UInt8])] { [] }
}
