import Daftar

/// One event of the page: when, what, what others said of it, the sources, and where it stands in the ledger.
struct HTMLEvent {
    let event: RecordedEvent
    let context: ExportContext
    let survey: HTMLSurvey
    private var content: EventContent { event.content }

    func append(to page: inout Markup) {
        page.raw("<article id=\"e\(event.index)\" aria-labelledby=\"t\(event.index)\">\n")
        appendDate(to: &page)
        page.raw("<div>\n")
        appendTitle(to: &page)
        appendKind(to: &page)
        appendMarks(to: &page)
        if let summary = content.summary {
            page.localized(summary.best(), as: "p", "class=\"summary\"")
            page.raw("\n")
        }
        HTMLSources(content: content).append(to: &page)
        HTMLDetails(event: event, survey: survey).append(to: &page)
        appendProof(to: &page)
        page.raw("</div>\n</article>\n")
    }

    // MARK: When

    /// The date in words; the EDTF below, and its bounds where they say more.
    private func appendDate(to page: inout Markup) {
        page.element("p", "class=\"when\"") { page in
            guard let date = content.date else { return page.raw("undated") }
            let words = date.edtf?.phrase ?? date.text
            if let day = date.edtf?.plainText {
                page.element("time", "datetime=\"\(day)\"", text: words)
            } else {
                page.text(words)
            }
            page.element("small") { page in
                // A short one stays on one line; a long one may not push the page wide.
                page.element("code", date.text.utf8.count <= 24 ? "class=\"whole\"" : "", text: date.text)
                if date.edtf?.plainDay == nil, let bounds = date.edtf?.bounds { appendBounds(bounds, to: &page) }
                if content.sourcesDisagree { page.raw("; sources disagree") }
            }
        }
        page.raw("\n")
    }

    private func appendBounds(_ bounds: EDTF.Bounds, to page: inout Markup) {
        switch (bounds.min?.text, bounds.max?.text) {
        case (let first?, let last?):
            page.raw(" between <span class=\"whole\">\(first)</span> and <span class=\"whole\">\(last)</span>")
        case (let first?, nil): page.raw(" not before <span class=\"whole\">\(first)</span>")
        case (nil, let last?): page.raw(" not after <span class=\"whole\">\(last)</span>")
        case (nil, nil): break
        }
    }

    // MARK: What

    private func appendTitle(to page: inout Markup) {
        guard let title = content.title else {
            return page.raw("<h3 id=\"t\(event.index)\">(title not shown)</h3>\n")
        }
        page.localized(title.best(), as: "h3", "id=\"t\(event.index)\"")
        for other in title.others { page.localized(other, as: "p", "class=\"also\"") }
        page.raw("\n")
    }

    private func appendKind(to page: inout Markup) {
        let places = content.places.map { Place.name(of: $0) ?? $0 }
        let parts = [
            places.joined(separator: ", "), content.kind?.text ?? "",
            content.stage.flatMap { $0 == "unknown" ? nil : $0 } ?? "",
        ]
        let shown = parts.filter { !$0.isEmpty }
        guard !shown.isEmpty else { return }
        page.element("p", "class=\"kind\"") { page in
            for (i, part) in shown.enumerated() {
                if i > 0 { page.raw(" · ") }
                page.isolated(part)
            }
        }
        page.raw("\n")
    }

    private func appendMarks(to page: inout Markup) {
        if !event.privateParts.isEmpty {
            let parts = event.privateParts.joined(separator: ", ")
            page.element("p", "class=\"mark bad\"", text: "PRIVATE, not published: \(parts)")
        }
        for mark in MarkWords.sentences(event) {
            page.element("p", "class=\"mark \(mark.weight.rawValue)\"", text: mark.text)
            page.raw("\n")
        }
    }

    // MARK: Where it stands in the ledger

    private func appendProof(to page: inout Markup) {
        page.element("p", "class=\"proof\"") { page in
            page.raw("<a href=\"#e\(event.index)\">Entry \(event.index)</a>, recorded \(event.recorded), signed by ")
            for (i, signer) in event.signers.enumerated() {
                if i > 0 { page.raw(", ") }
                page.isolated(signer)
            }
            page.raw("; leaf <code>\(event.leaf.base64)</code>; check it: <code>daftar prove \(event.index)</code>")
        }
        page.raw("\n")
    }
}

extension EDTF {
    /// Its text, where it is a day, a month or a year that nothing is doubtful about, as `datetime` of HTML takes it.
    var plainText: String? {
        guard case .date(let date) = form, date.qualifiers.isEmpty, !date.isUnspecified, date.division == nil,
            date.year.digits.low > 0
        else { return nil }
        return text
    }

    /// The day, where it is one that nothing is doubtful about.
    var plainDay: CivilDate? {
        guard case .date(let date) = form, date.isPlainDay else { return nil }
        return bounds.min
    }
}
