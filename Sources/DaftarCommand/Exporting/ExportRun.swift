import Daftar
import DaftarExchange
import DaftarStore

/// Events on their way from a ledger into an export, a few hundred at a time.
struct ExportRun {
    let open: OpenLedger
    let context: ExportContext
    let filter: EventFilter
    /// What a vault adds; nil where nobody asked for it.
    let opened: OpenedParts?
    let session: Session

    /// What was written.
    struct Done {
        var events = 0
        var notShown = 0
        var secret = 0
    }

    func write(to target: any ExportTarget) throws(Failure) -> Done {
        var done = Done(), previous: RecordedEvent?
        let progress = Progress("Exporting", on: session.err)
        defer { progress.finish() }
        let total = try open.ask { ledger throws(StoreError) in try ledger.count(filter, at: context.size).matching }
        try target.expect(total)
        do throws(StoreError) {
            try open.ledger.forEach(filter, EventWindow(order: target.order), at: context.size) {
                events throws(StoreError) in
                let events = opened.map { opened in events.map(opened.open) } ?? events
                try target.add(events, after: previous)
                previous = events.last
                done.events += events.count
                done.secret += events.count { !$0.privateParts.isEmpty }
                done.notShown += events.reduce(0) { $0 + $1.notShownCount }
                progress.show(done.events, of: total)
            }
        } catch { throw Failure(error) }
        try target.finish()
        return done
    }
}

extension ExportRun.Done {
    /// In a line: how many, of which checkpoint, and whether anybody else may have it.
    func words(_ context: ExportContext) -> String {
        let events = "\(Words.count(events, "event")), checkpoint \(Words.grouped(context.size))"
        if secret > 0 {
            return "\(events); NOT TO BE PUBLISHED: \(Words.grouped(secret)) with parts from your vault"
        }
        let hidden = notShown == 0 ? "nothing withheld in it" : "\(Words.count(notShown, "part")) not shown"
        return "\(events), \(context.licence.cleaned); \(hidden)"
    }
}
