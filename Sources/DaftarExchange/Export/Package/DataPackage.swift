import Daftar

/// The plain tables as a Data Package (version 2 of the standard): CSV files, and one file that tells what is in them.
///
/// ```
/// datapackage.json   types, keys, vocabularies, hashes, licence; which ledger, which filter
/// events.csv  actors.csv  …
/// ```
public struct DataPackage: FolderExporter {
    /// The file that tells of the others.
    public static let name = "datapackage.json"
    private let context: ExportContext
    private let tables: TableFolder

    public init(_ context: ExportContext) { (self.context, tables) = (context, TableFolder(context)) }

    public var files: [(name: String, exporter: any EventExporter)] { tables.files }

    public func documents(about written: [WrittenFile]) -> [(name: String, bytes: [UInt8])] {
        [(DataPackage.name, IndentedJSON.encode(descriptor(written)))]
    }

    private func descriptor(_ written: [WrittenFile]) -> JSONValue {
        var members: JSONObject = [
            "$schema": .string(TableSchema.profile("datapackage")), "name": "daftar-export",
            "title": .string(context.title), "description": .string(Self.description(context)),
            "version": .string("\(context.size)"), "resources": .array(resources(written)),
            "daftar": provenance,
        ]
        if let licences = Self.licences(context.licence) { members["licenses"] = licences }
        return .object(members)
    }

    /// What every row says too: of which ledger in which state this is.
    private var provenance: JSONValue {
        var members: JSONObject = [
            "caveat": .string(ExportContext.caveat), "filter": .string(context.filter),
            "ledger": .string(context.originText), "licence": .string(context.licence),
            "root": .string(context.rootText), "size": .integer(context.size),
        ]
        members["last-day"] = context.day.map { .string($0.description) }
        if context.isPrivate { members["private"] = "holds parts that are not public: not to be published" }
        return .object(members)
    }

    static func description(_ context: ExportContext) -> String {
        """
        Events of the ledger \(context.originText) with \(context.sizeText) entries (root \(context.rootText)); \
        filter: \(context.filter). \(ExportContext.caveat) Each row names the entry and the leaf hash that it comes \
        from: `daftar prove ENTRY` proves that the ledger holds it, `daftar verify` that the ledger is intact.
        """
    }

    /// A licence has a name of `A-Za-z0-9._-`, or it is said as a title. None where the ledger names none.
    private static func licences(_ text: String) -> JSONValue? {
        if text.isEmpty { return nil }
        let isName = text.utf8.allSatisfy {
            switch $0 {
            case 65...90, 97...122, 48...57, UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
            default: false
            }
        }
        return [isName ? ["name": .string(text)] : ["name": "other", "title": .string(text)]]
    }

    private func resources(_ written: [WrittenFile]) -> [JSONValue] {
        tables.exporters.compactMap { exporter in
            guard let file = written.first(where: { $0.name == "\(exporter.table.name).csv" }) else { return nil }
            return [
                "name": .string(exporter.table.name), "type": "table", "path": .string(file.name),
                "title": .string(exporter.table.meaning), "format": "csv", "mediatype": "text/csv",
                "encoding": "utf-8", "bytes": .integer(file.bytes), "hash": .string("sha256:\(file.digest.hex)"),
                "dialect": ["delimiter": ",", "doubleQuote": .bool(true), "header": .bool(true)],
                "schema": TableSchema(exporter, isPrivate: context.isPrivate).value,
            ]
        }
    }
}
