import Daftar

/// What is in one table, as a Table Schema (version 2): types, keys, vocabularies.
///
/// A vocabulary is a field's `categories`, each word with what it means, and the same words are its `enum`. Both name the
/// words of this export that are not of the vocabulary too.
struct TableSchema {
    let value: JSONValue

    static func profile(_ name: String) -> String { "https://datapackage.org/profiles/2.0/\(name).json" }

    init(_ exporter: TableExporter, isPrivate: Bool) {
        let table = exporter.table
        var fields: [JSONValue] =
            isPrivate
            ? [["name": "private", "type": "string", "description": "Which parts are not public; or no"]] : []
        fields += table.columns.enumerated().map { place, column in
            TableSchema.field(column, exporter.foreign?.words(inColumn: place) ?? [])
        }
        fields += ExportContext.columns.map { name, meaning in
            [
                "name": .string(name), "type": name == "size" ? "integer" : "string",
                "description": .string(meaning + "."),
            ]
        }
        var members: JSONObject = [
            "$schema": .string(TableSchema.profile("tableschema")), "fields": .array(fields),
            "primaryKey": .array(table.key.map { .string($0) }), "missingValues": [""],
        ]
        if table.list != nil {
            members["foreignKeys"] = [
                ["fields": ["entry"], "reference": ["resource": "events", "fields": ["entry"]]]
            ]
        }
        value = .object(members)
    }

    private static func field(_ column: PlainColumn, _ foreign: [String]) -> JSONValue {
        var members: JSONObject = ["name": .string(column.name), "description": .string(meaning(column))]
        var constraints: JSONObject = column.isRequired ? ["required": .bool(true)] : [:]
        switch column.form {
        case .text, .list: members["type"] = "string"
        case .number:
            members["type"] = "integer"
            constraints["minimum"] = 0
        case .day: members["type"] = "date"
        case .flag:
            members["type"] = "boolean"
            (members["trueValues"], members["falseValues"]) = (["yes"], ["no"])
        }
        if let vocabulary = column.vocabulary {
            members["categories"] = .array(
                vocabulary.words.map { category($0, vocabulary.meaning(of: $0)) } + foreign.map { category($0, nil) })
            constraints["enum"] = .array((vocabulary.words + foreign).map { .string($0) })
        }
        if !constraints.isEmpty { members["constraints"] = .object(constraints) }
        return .object(members)
    }

    private static func meaning(_ column: PlainColumn) -> String {
        column.meaning + (column.form == .list ? "; several are separated by `; `." : ".")
    }

    private static func category(_ word: String, _ meaning: String?) -> JSONValue {
        var members: JSONObject = ["value": .string(word)]
        members["label"] = meaning.map { .string($0) }
        return .object(members)
    }
}
