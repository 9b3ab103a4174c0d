import Daftar

// One line for each thing that an event names.
extension HTMLDetails {
    func append(_ claim: DateClaim, to page: inout Markup) {
        page.text(claim.date?.words ?? "no date")
        if let basis = claim.basis { page.text(", \(basis)") }
        appendNames(claim.sources, to: &page)
        if let words = claim.words { page.raw(" “"); page.isolated(words); page.raw("”") }
        appendNote(claim.note, to: &page)
    }

    func append(_ actor: Actor, to page: inout Markup) {
        if let name = actor.name { page.allLanguages(name) } else { page.isolated(actor.id ?? "somebody not named") }
        if let office = actor.office { page.raw(", "); page.localized(office.best()) }
        let roles = actor.roles.map { $0.replacing("-", with: " ") }.joined(separator: ", ")
        if !roles.isEmpty { page.raw(" "); page.element("span", "class=\"note\"", text: "(\(roles))") }
        appendNote(actor.note, to: &page)
    }

    func append(_ instrument: Instrument, to page: inout Markup) {
        if let title = instrument.title { page.allLanguages(title) } else { page.isolated(instrument.id ?? "") }
        let text = instrument.availability.map { "text \($0)" }
        let rest = [instrument.type, instrument.number, instrument.force, instrument.period?.words, text]
        for part in rest.compactMap(\.self) { page.raw(", "); page.isolated(part) }
    }

    func append(_ quantity: Quantity, to page: inout Markup) {
        let precision = quantity.precision == "as-stated" ? nil : quantity.precision
        page.isolated([precision, quantity.number, quantity.unit].compactMap(\.self).joined(separator: " "))
        if let what = quantity.what { page.raw(", "); page.localized(what.best()) }
        if let whole = quantity.of { page.raw(", of "); page.isolated(whole) }
        if let day = quantity.asOf { page.text(", as of \(day.words)") }
        appendSpeaker(quantity.saidBy, to: &page)
    }

    func append(_ quote: Quote, to page: inout Markup) {
        let language = Markup.language(quote.language)
        page.element("blockquote", "lang=\"\(language)\" dir=\"auto\"", text: quote.text)
        for translation in quote.translations {
            let by = translation.by.map { ", translated by \($0)" } ?? ""
            page.raw("<p class=\"also\">")
            page.localized((translation.language ?? "", translation.text))
            page.text(by)
            page.raw("</p>")
        }
        page.raw("<p>")
        page.text(quote.mode ?? "")
        appendSpeaker(quote.saidBy, to: &page)
        page.raw("</p>")
    }

    func append(_ reason: Reason, to page: inout Markup) {
        if let text = reason.text { page.localized(text.best()) }
        if let basis = reason.basis { page.text(", \(basis)") }
        appendSpeaker(reason.saidBy, to: &page)
    }

    func append(_ assessment: Assessment, to page: inout Markup) {
        let credibility = assessment.credibility.map { number in
            "credibility \(number) of 6" + (Vocabulary.credibilities.meaning(of: number).map { ", \($0)" } ?? "")
        }
        page.text([assessment.status, credibility].compactMap(\.self).joined(separator: "; "))
        appendNote(assessment.note, to: &page)
    }

    // MARK: Who says so

    private func appendSpeaker(_ handle: String?, to page: inout Markup) {
        guard let handle else { return }
        page.raw(", as ")
        page.isolated(name(handle))
        page.raw(" says")
    }

    private func appendNames(_ handles: [String], to page: inout Markup) {
        if handles.isEmpty { return }
        page.raw(": ")
        page.isolated(handles.map(name).joined(separator: ", "))
    }

    private func appendNote(_ note: LocalizedText?, to page: inout Markup) {
        guard let note else { return }
        page.raw(". ")
        page.localized(note.best(), as: "span", "class=\"note\"")
    }

    private func name(_ handle: String) -> String { content.name(ofHandle: handle) ?? "one not shown" }
}
