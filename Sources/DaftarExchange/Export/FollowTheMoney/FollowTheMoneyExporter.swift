public import Daftar

/// Events as entities of FollowTheMoney, a JSON object a line: for Aleph and OpenSanctions' tools.
///
/// ```
/// Event         what happened; recordId is the leaf hash, proof the sources
/// PublicBody, Company, Organization, Person, LegalEntity    who was involved
/// Article, Document                                         the sources
/// UnknownLink   an actor's roles in an event; how one event bears on another
/// ```
///
/// Names of entities follow from the ledger and from what they name, so an actor or an address that several events have is
/// the same entity in each of their lines, which `ftm aggregate` makes one of. An actor that is recorded under another type
/// is another entity: merging the two would fail. The format knows dates as years, months and days only: what of a date
/// that leaves out is in `description`.
public struct FollowTheMoneyExporter: EventExporter {
    private let context: ExportContext
    /// The last members of every line are the same ones: other programs keep what they don't know.
    private let end: [UInt8]

    public init(_ context: ExportContext) {
        self.context = context
        var json = JSONMembers()
        json.object { json in
            json.member("ledger", context.originText)
            json.member("size", context.size)
            json.member("root", context.rootText)
            json.member("filter", context.filter)
            json.member("licence", context.licence)
            json.member("caveat", ExportContext.caveat)
        }
        end = Array(",".utf8) + json.bytes.dropFirst() + Array("\n".utf8)
    }

    public var head: [UInt8] { [] }
    public var tail: [UInt8] { [] }

    public func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        for event in events {
            for entity in FTMEvent(event, context).entities {
                JSONMembers.append(to: &bytes) { json in json.object(entity.append) }
                bytes.removeLast()
                bytes.append(contentsOf: end)
            }
        }
    }
}

/// One entity.
struct FTMEntity {
    let id: String
    let schema: String
    private var properties: [(name: StaticString, values: [String])] = []

    init(_ schema: String, _ id: String) { (self.schema, self.id) = (schema, id) }

    /// Adds a property; it is left out where there is no value.
    mutating func add(_ name: StaticString, _ values: String?...) { add(name, values.compactMap(\.self)) }

    mutating func add(_ name: StaticString, _ values: [String]) {
        let values = values.filter { !$0.isEmpty }
        if !values.isEmpty { properties.append((name, values)) }
    }

    func append(to json: inout JSONMembers) {
        json.member("id", id)
        json.member("schema", schema)
        json.object("properties") { json in
            for property in properties { json.array(property.name, property.values) }
        }
    }

    /// A name that follows from what it names.
    static func id(_ parts: String...) -> String {
        "daftar-" + Hash.sha256(Array(parts.joined(separator: "\n").utf8)).hex.prefix(40)
    }
}
