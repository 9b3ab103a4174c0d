public import Daftar

/// Events as linked data in the words of schema.org: one JSON-LD document with a graph.
///
/// ```
/// Dataset       the export: ledger, size, root, filter, licence
/// Event         what happened; startDate and endDate only where a plain date was signed
///   subjectOf   CreativeWork: the ledger's entry, with its hashes, signers, marks and the EDTF (temporalCoverage)
///   subjectOf   NewsArticle …: the sources; Quotation, Claim: what was said
///   about       Role: who and what was involved, in which role; other events, by which relation
/// ```
///
/// An event is named by its statement hash, for by that others refer to it, an entry by its leaf hash. What schema.org has
/// no word for is left out: JSON Lines have all of it.
public struct JSONLDExporter: EventExporter {
    private let context: ExportContext
    private let names: LedgerNames

    public init(_ context: ExportContext) { (self.context, names) = (context, LedgerNames(context)) }

    public var head: [UInt8] {
        var bytes = JSONLDExporter.start
        JSONMembers.append(to: &bytes) { json in
            json.object { json in
                json.member("@id", datasetName)
                json.member("@type", "Dataset")
                json.member("name", context.title)
                json.member("description", about)
                json.member("license", context.licencePage ?? context.licence)
                json.member("version", context.sizeText)
                json.member("dateModified", context.day?.description)
                JSONLDExporter.properties(
                    [("ledger", context.originText), ("root", context.rootText), ("filter", context.filter)],
                    &json)
                json.object("isPartOf") { $0.member("@id", names.ledger) }
            }
        }
        return bytes
    }

    public var tail: [UInt8] { Array("\n]}\n".utf8) }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        for event in events {
            bytes.append(contentsOf: ",\n".utf8)
            JSONMembers.append(to: &bytes) { json in
                json.object { JSONLDEvent(event, names).append(to: &$0, record: { record(event, &$0) }) }
            }
        }
    }

    /// The entry of the ledger: what is signed, by whom, and what stands about it.
    private func record(_ event: RecordedEvent, _ json: inout JSONMembers) {
        json.member("@id", names.entry(event.leaf))
        json.member("@type", "CreativeWork")
        json.member("temporalCoverage", event.content.date?.text)
        json.member("datePublished", event.recorded.description)
        json.member("dateModified", event.marks.changed?.description)
        json.member("license", context.licencePage ?? context.licence)
        json.object("isPartOf") { $0.member("@id", datasetName) }
        json.array("creator") { json in
            for signer in event.signers {
                json.object { json in
                    json.member("@type", "Thing")
                    json.member("name", signer)
                }
            }
        }
        JSONLDExporter.properties(
            [
                ("entry", String(event.index)), ("leaf", event.leaf.base64), ("statement", event.statement.base64),
                ("seen", String(event.seen.size)),
            ], &json)
        json.member("creativeWorkStatus", JSONLDExporter.status(event))
        json.array("correction", MarkWords.sentences(event).map(\.text))
        json.member("conditionsOfAccess", JSONLDExporter.access(event))
    }

    // MARK: Words

    /// No context has to be fetched: a reader that is offline understands it too.
    private static let start = Array(
        """
        {"@context":{"@vocab":"https://schema.org/","archivedAt":{"@type":"@id"},"url":{"@type":"@id"}},"@graph":[

        """.utf8)

    /// The graph of a part of the ledger, or of another state of it, is another dataset.
    private var datasetName: String {
        names.part(
            "export/" + Hash.sha256(Array("\(context.sizeText) \(context.rootText) \(context.filter)".utf8)).base64)
    }

    private var about: String {
        """
        Ledger \(context.originText), checkpoint \(context.sizeText), root \(context.rootText). Events: \(context.filter). \
        \(ExportContext.caveat)
        """
    }

    private static func status(_ event: RecordedEvent) -> String? {
        let marks = event.marks
        if marks.retractedBy != nil { return "Retracted" }
        if marks.isDoubted { return "Doubted" }
        if !marks.disputedBy.isEmpty { return "Disputed" }
        return marks.correctedBy == nil ? nil : "Corrected"
    }

    private static func access(_ event: RecordedEvent) -> String? {
        event.privateParts.isEmpty ? nil : "PRIVATE, not published: \(event.privateParts.joined(separator: ", "))"
    }

    /// Identifiers, each with the name that it has in a ledger.
    private static func properties(_ values: [(name: String, value: String)], _ json: inout JSONMembers) {
        json.array("identifier") { json in
            for (name, value) in values {
                json.object { json in
                    json.member("@type", "PropertyValue")
                    json.member("propertyID", name)
                    json.member("value", value)
                }
            }
        }
    }
}
