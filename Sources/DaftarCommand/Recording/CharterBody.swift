import Daftar
import DaftarExchange

extension CharterDraft {
    /// The body of the charter: what the ledger is, and who may speak in it first (DESIGN §4.2).
    var body: [UInt8] {
        var members: JSONObject = [
            "type": "charter", "title": Self.texts(title), "description": Self.texts(description),
            "languages": .array(languages.map { .string($0) }), "licence": .string(licence),
            "approvals": .integer(approvals),
            "keys": .array(keys.map { ["vkey": .string($0.vkey.text), "role": .string($0.role)] }),
        ]
        members["continues"] = continues.map {
            ["ledger": .string($0.ledger.text), "root": .string($0.root.base64), "size": .integer($0.size)]
        }
        return CanonicalJSON.encode(.object(members))
    }

    private static func texts(_ texts: [String: String]) -> JSONValue { .object(JSONObject(texts)) }
}
