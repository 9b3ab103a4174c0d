import Daftar
import DaftarExchange
import DaftarStore

/// What is signed and not published: how it is committed to, and kept.
enum Withheld {
    /// Above TLP:CLEAR all of it, among decoys; else the parts that were named.
    static func commitments(
        _ signed: Commitments.Content, _ draft: EventDraft, named name: String
    ) throws(Failure) -> Commitments {
        let content = EventContent(
            fields: JSONObject(signed.fields.map { ($0.name, $0.value) }),
            lists: Dictionary(signed.lists.map { ($0.name, $0.elements) }) { first, _ in first })
        if let stray = draft.strayPaths(in: content).first {
            throw Failure(
                "\(name): has no part \(stray) that could be withheld",
                hint: "summary, sources.1 (the second), actors.beg-sabur")
        }
        do {
            if !draft.isPublic { return try Commitments(wholeWithheld: signed) }
            return try Commitments(signed) { draft.isWithheld($0, $1, in: content) }
        } catch { throw Failure(error, name) }
    }

    /// Parts that would be published and still hold what is withheld beside them: a name in the summary, a handle in a quote.
    static func exposed(_ draft: EventDraft) -> [String] {
        guard draft.isPublic, !draft.withhold.isEmpty else { return [] }
        var traces = Traces(), shown: [(path: String, value: JSONValue)] = []
        func sort(_ value: JSONValue, _ name: String, _ element: Int?) {
            if draft.isWithheld(name, element, in: draft.content) {
                traces.add(value, list: element == nil ? nil : name, field: element == nil ? name : nil)
            } else {
                shown.append((element.map { "\(name).\($0)" } ?? name, value))
            }
        }
        for (name, value) in draft.content.fields { sort(value, name, nil) }
        for list in draft.content.lists {
            for (place, part) in list.parts.enumerated() { if let value = part.value { sort(value, list.name, place) } }
        }
        return shown.filter { traces.isIn($0.value) }.map(\.path)
    }

    /// Said before anything is signed.
    static func warn(_ exposed: [String], _ name: String, in session: Session) {
        guard !exposed.isEmpty else { return }
        session.warn(
            "\(name.cleaned): what is withheld still stands in \(Words.list(exposed).cleaned), which is published: change the words there, or withhold that too"
        )
    }

    /// What is kept of a statement; nil where nothing of it is withheld.
    static func record(_ statement: Hash, _ parts: [Commitments.Part]) -> WithheldRecord? {
        parts.isEmpty ? nil : WithheldRecord(statement: statement, disclosures: parts.map(\.encoded))
    }

    /// On disk when it returns. Without a vault nothing that is withheld is ever signed away.
    static func keep(_ records: [WithheldRecord], in vault: Vault?) throws(Failure) {
        guard !records.isEmpty else { return }
        guard let vault else { throw Failure("something is withheld, and no vault is open for it") }
        try Failure.vault { () throws(VaultError) in try vault.keep(records) }
    }
}
