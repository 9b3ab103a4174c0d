import Daftar

/// A Data Package as a research object (RO-Crate 1.1), for a deposit: the same files, a page that says how to check them,
/// and the metadata that repositories read.
///
/// Its date is the day of the ledger's last entry: nothing in it depends on when it was made.
public struct Crate: FolderExporter {
    static let name = "ro-crate-metadata.json"
    private let context: ExportContext
    private let package: DataPackage

    public init(_ context: ExportContext) { (self.context, package) = (context, DataPackage(context)) }

    public var files: [(name: String, exporter: any EventExporter)] { package.files }

    public func documents(about written: [WrittenFile]) -> [(name: String, bytes: [UInt8])] {
        let beside = package.documents(about: written) + [(CratePage.name, CratePage(context).bytes)]
        let parts =
            written + beside.map { WrittenFile(name: $0.name, bytes: $0.bytes.count, digest: .sha256($0.bytes)) }
        let metadata: JSONValue = [
            // The context of 1.1 is older than the word `sha256`.
            "@context": ["https://w3id.org/ro/crate/1.1/context", ["sha256": "http://schema.org/sha256"]],
            "@graph": .array([descriptor, root(parts), ledger, editors, licence] + parts.map(file)),
        ]
        return beside + [(Crate.name, IndentedJSON.encode(metadata))]
    }

    // MARK: Entities

    private var descriptor: JSONValue {
        [
            "@id": .string(Crate.name), "@type": "CreativeWork", "about": ["@id": "./"],
            "conformsTo": ["@id": "https://w3id.org/ro/crate/1.1"],
        ]
    }

    private func root(_ parts: [WrittenFile]) -> JSONValue {
        var members: JSONObject = [
            "@id": "./", "@type": "Dataset", "name": .string(context.title),
            "description": .string(DataPackage.description(context)), "license": ["@id": .string(licencePlace)],
            "hasPart": .array(parts.map { ["@id": .string($0.name)] }), "isBasedOn": ["@id": "#ledger"],
            "author": ["@id": "#editors"], "publisher": ["@id": "#editors"],
            "version": .string(context.sizeText), "keywords": ["censorship", "surveillance", "internet freedom"],
        ]
        members["datePublished"] = context.day.map { .string($0.description) }
        return .object(members)
    }

    /// The ledger that it was taken from. It is not in the deposit, but named exactly.
    private var ledger: JSONValue {
        [
            "@id": "#ledger", "@type": "CreativeWork", "name": .string("The ledger \(context.originText)"),
            "description": .string(
                "A signed, append-only ledger. This export is of its first \(context.sizeText) entries."),
            "identifier": .string("\(context.originText) \(context.sizeText) \(context.rootText)"),
            "version": .string(context.sizeText),
        ]
    }

    /// Who stands behind it: nobody is named but by keys.
    private var editors: JSONValue {
        [
            "@id": "#editors", "@type": "Organization",
            "name": .string("The authors and editors of \(context.originText)"),
            "description": "Who they are is what the ledger says of their keys.",
        ]
    }

    private var licence: JSONValue {
        [
            "@id": .string(licencePlace), "@type": "CreativeWork", "name": .string(context.licence),
            "description": "The licence that the ledger's editors chose for what it holds.",
        ]
    }

    private var licencePlace: String { context.licencePage ?? "#licence" }

    private func file(_ file: WrittenFile) -> JSONValue {
        let table = PlainTable.all.first { file.name == "\($0.name).csv" }
        return [
            "@id": .string(file.name), "@type": "File", "name": .string(table?.meaning ?? file.name),
            "description": .string(
                table.map { "The table \($0.name), as \(DataPackage.name) describes it." } ?? file.name),
            "contentSize": .string(String(file.bytes)), "encodingFormat": .string(Crate.mediaType(file.name)),
            "sha256": .string(file.digest.hex),
        ]
    }

    private static func mediaType(_ name: String) -> String {
        if name.hasSuffix(".csv") { return "text/csv" }
        return name.hasSuffix(".json") ? "application/json" : "text/markdown"
    }
}

/// The page that tells whoever finds the deposit what it is and how to check it.
struct CratePage {
    static let name = "README.md"
    let bytes: [UInt8]

    init(_ context: ExportContext) {
        bytes = Array(
            """
            # \(MarkdownText.escaped(context.title))

            Events of a signed, append-only ledger, as tables. `\(DataPackage.name)` says what is in each column.

            | | |
            |---|---|
            | Ledger | \(MarkdownText.escaped(context.originText)) |
            | Entries | \(context.sizeText) |
            | Root | `\(context.rootText)` |
            | Last day | \(context.day?.description ?? "not known") |
            | Events | \(MarkdownText.escaped(context.filter)) |
            | Licence | \(MarkdownText.escaped(context.licence)) |
            \(context.isPrivate ? "\nIt holds parts that are not public: NOT TO BE PUBLISHED.\n" : "")
            \(ExportContext.caveat) The ledger is not in this deposit.

            ## Check it

            With a copy of the ledger, and trust anchors that you had from somebody you trust:

            ```
            daftar verify LEDGER --trust KEYS              is the ledger intact?
            daftar export --format ro-crate --at \(context.sizeText) -o AGAIN --ledger LEDGER --trust KEYS
            ```

            The second command makes this folder once more, with the same options byte for byte, but for what was
            withdrawn since. One row alone leads back to its signature by its `entry` and `leaf`:

            ```
            daftar show ENTRY --ledger LEDGER              what was signed, and by which keys
            daftar prove ENTRY -o entry.proof --ledger LEDGER
            daftar check entry.proof --trust KEYS          is it in the ledger, under this leaf hash?
            ```

            """.utf8)
    }
}
