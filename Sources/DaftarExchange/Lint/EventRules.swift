import Daftar

/// What an event must be beyond the form of its fields: what belongs together, and what its kind asks for.
struct EventRules {
    private let object: JSONObject
    private let root: SourceNode

    /// Checks a mapped event; what is wrong is added to the mapper's findings.
    static func check(_ object: JSONObject, _ root: SourceNode, _ form: EntryForm, _ mapper: inout Mapper) {
        let rules = EventRules(object: object, root: root)
        mapper.resolveReferences(in: object)
        rules.checkIDs(&mapper.findings)
        rules.checkSize(&mapper.findings, mayBeCopied: !mapper.shared.isEmpty)
        guard form.isEvent else { return }
        rules.checkSources(&mapper.findings)
        rules.checkTrust(&mapper.findings)
        rules.checkActors(&mapper.findings)
        rules.checkQuotes(&mapper.findings)
        rules.checkTargets(&mapper.findings)
        rules.checkRelations(&mapper.findings)
        rules.checkKind(&mapper.findings)
        rules.checkWithhold(&mapper.findings)
    }

    // MARK: Looking up

    private func elements(_ name: String) -> [JSONValue] { object[name]?.array ?? [] }

    /// Elements with the nodes they came from; what was copied in from beside the file has none.
    private func placed(_ name: String) -> Zip2Sequence<[JSONValue], [SourceNode]> {
        let elements = elements(name)
        return zip(elements, elements.isEmpty ? [] : root[name]?.list ?? [])
    }

    /// Where a field stands, or where the event begins.
    private func place(_ name: String) -> SourcePlace {
        root.map?.first { $0.key == name }?.keyPlace ?? root.startOfMap
    }

    private var kind: Kind { Kind(object["kind"]?.string ?? "") }

    // MARK: Rules

    /// An id names one thing of its list.
    private func checkIDs(_ findings: inout Findings) {
        for name in ["actors", "instruments", "sources"] {
            guard elements(name).count > 1 else { continue }
            var seen: Set<String> = []
            for (value, node) in placed(name) {
                guard let id = value["id"]?.string, !seen.insert(id).inserted else { continue }
                findings.add(
                    .idTwice, "`\(id)` is the id of two elements of `\(name)`", at: node["id"]?.place ?? node.place)
            }
        }
    }

    /// One source at least can be looked up; what derives from another says from which.
    private func checkSources(_ findings: inout Findings) {
        let canBeSeen = elements("sources").contains { source in
            source["publisher"] != nil && (source["url"] != nil || isCaptured(source["id"]?.string))
        }
        if root["sources"]?.list?.isEmpty == false, !canBeSeen {
            findings.add(
                .sourceIncomplete, "no source has a publisher and an address or a capture", at: place("sources"),
                hint: "give one of them publisher: and url:")
        }
        for (source, node) in placed("sources") { checkDerivation(source, node, &findings) }
    }

    private func isCaptured(_ id: String?) -> Bool {
        id != nil && elements("captures").contains { $0["source"]?.string == id }
    }

    private func checkDerivation(_ source: JSONValue, _ node: SourceNode, _ findings: inout Findings) {
        let derivation = source["derivation"]?.string ?? "original"
        let place = node["derivation"]?.place ?? node["of"]?.place ?? node.startOfMap
        if derivation == "original", source["of"] != nil {
            findings.add(
                .sourceDerivation, "an original derives from nothing", at: place,
                hint: "say what it is of the other: syndicated, translation, mirror, excerpt")
        } else if let id = source["id"]?.string, source["of"]?.string == id {
            findings.add(.sourceDerivation, "a source can't derive from itself", at: node["of"]?.place ?? place)
        }
    }

    /// How far the event may be believed, and who may see it, by its sources.
    private func checkTrust(_ findings: inout Findings) {
        if object["assessment"]?["credibility"]?.string == "1" {
            checkConfirmed(Originals(elements("sources")).count, &findings)
        }
        guard let sensitivity = object["sensitivity"]?.string, !["TLP:AMBER+STRICT", "TLP:RED"].contains(sensitivity)
        else { return }
        for (source, node) in placed("sources") {
            guard let type = source["type"]?.string, Vocabulary.guardedSourceTypes.contains(type) else { continue }
            findings.add(
                .sensitivityGuarded, "a \(type) needs TLP:AMBER+STRICT or TLP:RED",
                at: node["type"]?.place ?? node.place,
                label: "the event is \(sensitivity)", hint: "it can show who spoke")
        }
    }

    private func checkConfirmed(_ originals: Int, _ findings: inout Findings) {
        guard originals < 2 else { return }
        findings.add(
            .credibilityOriginals, "credibility 1 needs two independent originals",
            at: root["assessment"]?["credibility"]?.place ?? place("assessment"),
            label: originals == 1 ? "there is 1" : "there are none",
            hint: "a reprint or a translation corroborates nothing")
    }

    private func checkActors(_ findings: inout Findings) {
        for (actor, node) in placed("actors") {
            guard actor["type"]?.string == Vocabulary.officeHolder else { continue }
            if actor["office"] == nil {
                findings.add(
                    .personPrivate, "a person is only named in office, and this one has no `office`",
                    at: node.startOfMap,
                    hint: "office: Head of the Communications Service")
            } else if actor["sources"] == nil {
                findings.add(
                    .personOffice, "no source is given for naming this person", at: node.startOfMap,
                    hint: "only what a source says: sources: […]")
            }
        }
    }

    private func checkQuotes(_ findings: inout Findings) {
        for (quote, node) in placed("quotes") {
            guard let length = quote["text"]?.string?.unicodeScalars.count, length > 300 else { continue }
            findings.add(
                .quoteLong, "this quote has \(length) characters", at: node["text"]?.place ?? node.place,
                label: "over 300 it may be more than the law of quotation allows")
        }
    }

    private func checkTargets(_ findings: inout Findings) {
        for (target, node) in placed("targets") where target["domain"] == nil && target["service"] == nil {
            findings.add(.targetIncomplete, "a target has a `domain` or a `service`", at: node.startOfMap)
        }
    }

    private func checkRelations(_ findings: inout Findings) {
        for (relation, node) in placed("relations") {
            guard let to = relation["to"]?.string, to == object["slug"]?.string else { continue }
            findings.add(.relationCircle, "an event can't be related to itself", at: node["to"]?.place ?? node.place)
        }
    }

    /// What a kind asks for (AUTHORING).
    private func checkKind(_ findings: inout Findings) {
        switch kind.family {
        case "statement":
            let hasSpeaker =
                ["quotes", "quantities"].contains { elements($0).contains { $0["said-by"] != nil } }
                || ["justification", "cause"].contains { object[$0]?["said-by"] != nil }
            if elements("quotes").isEmpty, !hasSpeaker {
                findings.add(
                    .kindStatement, "a statement, and nobody is quoted", at: place("kind"),
                    hint: "add quotes:, or said-by: where it is reported")
            }
        case "disruption":
            if elements("targets").isEmpty, object["methods"] == nil {
                findings.add(
                    .kindDisruption, "a disruption, and nothing says of what or how", at: place("kind"),
                    hint: "add targets: or methods:")
            }
        default: break
        }
        if !elements("sources").isEmpty, !elements("sources").contains(where: Originals.isOriginal), findings.isSound {
            findings.add(
                .originalMissing, "none of the sources is an original", at: place("sources"),
                hint: "list the original too, even if you did not see it")
        }
    }

    /// Each path names a field, an element by its place from 0, or one by its id.
    private func checkWithhold(_ findings: inout Findings) {
        for node in root["withhold"]?.list ?? root["withhold"].map({ [$0] }) ?? [] {
            guard let path = node.scalar, !WithholdPath.names(path, in: object) else { continue }
            findings.add(
                .withholdPath, "`\(path.shortened)` is no part of this event", at: node.place,
                hint: "summary, sources.1 (the second), actors.beg-sabur")
        }
    }

    /// All disclosures together have to fit into one content line, and their digests into one entry.
    private func checkSize(_ findings: inout Findings, mayBeCopied: Bool) {
        let parts = EventFields.lists.reduce(object.count) { $0 + max(0, elements($1).count - 1) }
        if parts > Limits.digests {
            findings.add(
                .eventTooLarge, "an event has at most \(Limits.digests) parts, this one has \(parts)",
                at: root.startOfMap)
        }
        // What is signed is never much longer than what was written, unless much was copied in.
        guard mayBeCopied || findings.file.bytes.count > Limits.contentLine / 8 else { return }
        let bytes = CanonicalJSON.encode(.object(object)).count + parts * 48
        if bytes > Limits.contentLine - 1024 {
            findings.add(
                .eventTooLarge, "an event takes at most 1 MiB less 1 KiB, this one takes \(bytes) bytes",
                at: root.startOfMap)
        }
    }
}
