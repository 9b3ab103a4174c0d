import Daftar
import DaftarStore

/// One event, for a person: what happened, when by which source, who, what it hangs together with, from where, by whom
/// it was signed having seen what.
struct EventPage {
    let event: RecordedEvent
    let moment: Moment
    let open: OpenLedger
    let session: Session
    private var content: EventContent { event.content }
    private var out: Output { session.out }

    func show() throws(Failure) {
        showHead()
        if let summary = content.summary { out.paragraph(summary.text().cleanedLines, indent: "  "); out.line() }
        EventDetails(content: content, out: out).show()
        try showRelations()
        EventDetails(content: content, out: out).showSources()
        if !content.isWithheldWhole { out.line() }
        try showSignature()
    }

    private func showHead() {
        out.title((content.title?.text() ?? "(title not shown)").cleaned, entry: event.index)
        let places = content.places.map { $0.cleaned }.joined(separator: " ")
        let parts = [content.kind?.text.cleaned, content.date?.words.cleaned, places, content.stage?.cleaned]
            .compactMap(\.self).filter { !$0.isEmpty }
        if !parts.isEmpty { out.paragraph(parts.joined(separator: " · ")) }
        showMarks()
        out.line()
    }

    private func showMarks() {
        let marks = event.marks
        if let entry = marks.retractedBy {
            out.line(out.styled("RETRACTED by entry \(entry): daftar show \(entry)", .bad))
        }
        if marks.isDoubted {
            out.paragraph(out.styled("DOUBTED: a key that signed it is said to have been stolen by then", .bad))
        }
        if let entry = marks.correctedBy { out.line(out.styled("as corrected by entry \(entry)", .caution)) }
        if !marks.disputedBy.isEmpty {
            out.line(out.styled("disputed by \(Words.entries(marks.disputedBy))", .caution))
        }
        if !marks.endorsedBy.isEmpty { out.line("endorsed by \(Words.entries(marks.endorsedBy))") }
        if !marks.relatedBy.isEmpty { out.line("related to others by \(Words.entries(marks.relatedBy))") }
        if marks != RecordedEvent.Marks() { out.line("all of it: daftar show \(event.index) --history") }
        if !event.privateParts.isEmpty {
            let paths = event.privateParts.joined(separator: ", ")
            out.paragraph(out.styled("PRIVATE, from your vault, not published: \(paths.cleaned)", .caution))
        }
        if content.isWithheldWhole {
            // How many parts there are is filled up with decoys, and not said.
            out.line("withheld: signed, and not published")
            return
        }
        for reason in EventContent.NotShown.allCases {
            let count = content.count(reason)
            if count > 0 { out.line("\(Words.count(count, "part")) \(reason.rawValue)") }
        }
    }

    // MARK: Relations, both ways

    private func showRelations() throws(Failure) {
        var related: [String] = []
        for relation in content.relations {
            let entry = try relation.to.flatMap { hash throws(Failure) in
                try open.ask { ledger throws(StoreError) in try ledger.entry(ofStatement: hash) }
            }
            related.append(
                "\(relation.relation) \(entry.map(String.init) ?? relation.to?.base64.middleCut(8, 4) ?? "(withdrawn)")"
            )
        }
        let statement = event.statement
        for (entry, relation) in try open.ask({ ledger throws(StoreError) in
            try ledger.relations(to: statement, at: moment.size)
        }) {
            related.append("\(Relation.inverse(of: relation)) \(entry)")
        }
        let index = event.index
        for remarked in try open.ask({ ledger throws(StoreError) in
            try ledger.remarkedRelations(of: index, at: moment.size)
        }) {
            related.append(
                "\(remarked.relation ?? "(relation not shown)") \(remarked.other) (says entry \(remarked.remark))")
        }
        if !related.isEmpty {
            out.write(Wrap.hanging("Related    ", related.joined(separator: " · ").cleaned, out.screen.columns))
        }
    }

    // MARK: Who vouches for it

    private func showSignature() throws(Failure) {
        SignatureLines(
            by: event.signers, seen: event.seen, recorded: event.recorded, leaf: event.leaf, statement: event.statement
        ).show(on: out)
        out.line("In         checkpoint \(moment.size); proof: daftar prove \(event.index)")
    }
}
