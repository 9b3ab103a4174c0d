import Daftar

/// An event in the words of schema.org.
struct JSONLDEvent {
    private let event: RecordedEvent
    private let names: LedgerNames
    private var content: EventContent { event.content }

    init(_ event: RecordedEvent, _ names: LedgerNames) { (self.event, self.names) = (event, names) }

    /// - Parameter record: writes the ledger's entry, which says who signed this.
    func append(to json: inout JSONMembers, record: (inout JSONMembers) -> Void) {
        json.member("@id", names.event(event.statement))
        json.member("@type", "Event")
        json.member("additionalType", content.kind?.text)
        json.text("name", content.title)
        json.text("description", content.summary)
        let dates = ISODates(content.date)
        json.member("startDate", dates.start)
        json.member("endDate", dates.end)
        json.array("location") { json in for place in content.places { JSONLDEvent.place(place, &json) } }
        json.array("keywords", content.technologies + content.methods + content.tags)
        json.array("superEvent") { json in
            for relation in content.relations where relation.relation == "part-of" { reference(relation, &json) }
        }
        about(&json)
        json.array("subjectOf") { json in
            json.object(record)
            let captures = content.captures
            for source in content.sources { JSONLDSource(source, captures).append(to: &json) }
            for quote in content.quotes { append(quote, to: &json) }
        }
    }

    private static func place(_ code: String, _ json: inout JSONMembers) {
        json.object { json in
            json.member("@type", code.contains("-") ? "AdministrativeArea" : "Country")
            json.member("name", Place.name(of: code) ?? code)
            json.member("identifier", code)
        }
    }

    // MARK: Roles

    private func about(_ json: inout JSONMembers) {
        json.array("about") { json in
            for actor in content.actors {
                json.role(actor.roles) { JSONLDEvent.actor(actor, &$0) }
            }
            for target in content.targets {
                json.role(["target"]) { json in
                    json.member("@type", target.domain == nil ? "Thing" : "WebSite")
                    json.member("name", target.name)
                }
            }
            for relation in content.relations {
                guard let to = relation.to else { continue }
                json.role([relation.relation]) { $0.member("@id", names.event(to)) }
            }
        }
    }

    private func reference(_ relation: Relation, _ json: inout JSONMembers) {
        guard let to = relation.to else { return }
        json.object { $0.member("@id", names.event(to)) }
    }

    private static func actor(_ actor: Actor, _ json: inout JSONMembers) {
        json.member("@type", type(of: actor))
        json.text("name", actor.name)
        json.array("alternateName", actor.also)
        json.text("jobTitle", actor.office)
        json.member("identifier", actor.id)
    }

    /// Nearest words of schema.org; what it has no word for is a thing.
    private static func type(of actor: Actor) -> String {
        switch actor.type {
        case "state", "agency", "regulator", "security-service", "legislature", "court": "GovernmentOrganization"
        case "company", "operator": "Corporation"
        case "ngo": "NGO"
        case "media": "NewsMediaOrganization"
        case "igo", "group": "Organization"
        case Vocabulary.officeHolder: "Person"
        default: "Thing"
        }
    }

    /// The words themselves are a quotation, anything freer a claim; never a review, for nobody rates its truth here.
    private func append(_ quote: Quote, to json: inout JSONMembers) {
        json.object { json in
            json.member("@type", quote.mode == "verbatim" ? "Quotation" : "Claim")
            json.text("text", LocalizedText(quote.text, language: quote.language ?? LanguageTag.undetermined))
            json.member("inLanguage", quote.language)
            guard let said = quote.saidBy else { return }
            json.object("creator") { json in
                json.member("@type", content.actors.first { $0.id == said }.map(JSONLDEvent.type) ?? "Organization")
                json.member("name", content.name(ofHandle: said) ?? said)
            }
        }
    }
}

extension JSONMembers {
    /// Text by language: a value object, or several.
    mutating func text(_ name: StaticString, _ text: LocalizedText?) {
        guard let text else { return }
        let ordered = text.texts.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        if ordered.count == 1, let only = ordered.first {
            object(name) { $0.value(only.value, only.key) }
        } else {
            array(name) { json in
                for (language, text) in ordered { json.object { $0.value(text, language) } }
            }
        }
    }

    private mutating func value(_ text: String, _ language: String) {
        member("@language", AtomExporter.tag(language))
        member("@value", text)
    }

    /// schema.org's way to say how a thing stands in a relation: a role between the two, under the same property.
    fileprivate mutating func role(_ roles: [String], _ body: (inout JSONMembers) -> Void) {
        object { json in
            json.member("@type", "Role")
            json.array("roleName", roles)
            json.object("about", body)
        }
    }
}
