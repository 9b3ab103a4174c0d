public import Daftar

/// Events as one page to read: no script, nothing from elsewhere, everything in it (WHATWG HTML).
///
/// It begins with the events over time as a picture, then has them by year; each says where it stands in the ledger. What
/// comes from the ledger is text and stays text.
public struct HTMLExporter: PageExporter {
    private let context: ExportContext

    public init(_ context: ExportContext) { self.context = context }

    public static let mostEvents = 5000

    public func page(_ events: [RecordedEvent]) -> [UInt8] {
        let page = HTMLPage(context: context, survey: HTMLSurvey(events))
        return page.head + page.encode(events, after: nil) + page.tail
    }
}

/// The page, once what is on it is known.
struct HTMLPage: EventExporter {
    let context: ExportContext
    let survey: HTMLSurvey

    var head: [UInt8] {
        var page = Markup()
        HTMLHead(context: context, survey: survey).append(to: &page)
        return page.bytes
    }

    var tail: [UInt8] {
        var page = Markup()
        page.raw(survey.count > 0 ? "</section>\n</main>\n" : "</main>\n")
        HTMLFooter(context: context).append(to: &page)
        page.raw("</body>\n</html>\n")
        return page.bytes
    }

    func append(_ events: ArraySlice<RecordedEvent>, after previous: RecordedEvent?, to bytes: inout [UInt8]) {
        var page = Markup(), last = previous
        swap(&page.bytes, &bytes)
        for event in events {
            let year = event.timelineYear
            if last.map({ $0.timelineYear != year }) ?? true {
                if last != nil { page.raw("</section>\n") }
                let name = HTMLSurvey.name(ofYear: year)
                page.raw("<section aria-labelledby=\"y\(name.id)\">\n<h2 id=\"y\(name.id)\">\(name.words)</h2>\n")
            }
            HTMLEvent(event: event, context: context, survey: survey).append(to: &page)
            last = event
        }
        swap(&page.bytes, &bytes)
    }
}
