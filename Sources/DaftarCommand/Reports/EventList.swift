import Daftar
import DaftarExchange
import DaftarStore

/// A page of events, and what is not on it.
struct EventList {
    let filter: EventFilter
    /// The filter as it was typed.
    let asked: String
    let window: EventWindow
    let moment: Moment
    let open: OpenLedger
    let session: Session

    /// - Parameter groups: nil to show the events themselves.
    func show(countedBy groups: EventGroups?, json: Bool) throws(Failure) {
        if let groups { return try count(by: groups, json: json) }
        let page = try open.ask { ledger throws(StoreError) in try ledger.page(filter, window, at: moment.size) }
        if json {
            let exporter = JSONLinesExporter(try Export.context(open, moment, filter: asked))
            session.out.write(bytes: exporter.encode(page.events, after: nil))
        } else if !page.events.isEmpty {
            EventTable(events: page.events, out: session.out).show()
        }
        foot(page)
    }

    /// The same page, drawn over time.
    func draw() throws(Failure) {
        let page = try open.ask { ledger throws(StoreError) in try ledger.page(filter, window, at: moment.size) }
        if !page.events.isEmpty {
            TimelinePage(events: page.events, period: filter.period, out: session.out).show()
            session.out.line()
            session.out.paragraph(TimeBar.legend)
        }
        foot(page)
    }

    private func count(by groups: EventGroups, json: Bool) throws(Failure) {
        let tally = try open.ask { ledger throws(StoreError) in try ledger.tally(filter, by: groups, at: moment.size) }
        let table = TallyTable(tally: tally, groups: groups, window: window, session: session)
        if json { session.print(table.json(asked, moment.head)) } else { table.show() }
        moment.say(in: session)
    }

    // MARK: Below it

    private func foot(_ page: FoundEvents) {
        moment.say(in: session)
        let disputed = page.events.filter { $0.content.sourcesDisagree }.map(\.index)
        if let first = disputed.first { session.say("† sources disagree: daftar show \(first)") }
        if page.isInEntryOrder {
            session.say(
                "more than \(Words.grouped(Ledger.countedEvents)) have these words: in the order of the ledger, not of dates"
            )
        }
        session.say(listed(page.events.count, page.count))
        let touching = page.count.touchingOnly
        if touching > 0 {
            let more = page.count.isOpen && touching == Ledger.countedEvents ? "more than " : ""
            session.say(
                "\(more)\(Words.grouped(touching)) more only \(touching == 1 ? "touches" : "touch") the period: --touching shows \(touching == 1 ? "it" : "them")"
            )
        }
    }

    /// `50 of 3,204 events; --limit 0 shows all`
    private func listed(_ shown: Int, _ count: EventCount) -> String {
        if count.isOpen, count.matching == Ledger.countedEvents {
            return
                "\(Words.grouped(shown)) of more than \(Words.count(count.matching, "event")); --limit 0 shows all"
        }
        if shown < count.matching {
            return "\(Words.grouped(shown)) of \(Words.count(count.matching, "event")); --limit 0 shows all"
        }
        if count.matching < count.all {
            return "\(Words.grouped(count.matching)) of \(Words.count(count.all, "event"))"
        }
        return Words.count(count.all, "event")
    }
}
