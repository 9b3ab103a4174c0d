import Daftar

/// The page down to its first event: what it is of, the picture, the years.
struct HTMLHead {
    let context: ExportContext
    let survey: HTMLSurvey

    /// Nothing may be loaded, run, embedded or sent; the one style that may apply is the page's own.
    private static let policy =
        "default-src 'none'; style-src '\(HTMLStyle.hash)'; img-src data:; base-uri 'none'; form-action 'none'"

    func append(to page: inout Markup) {
        page.raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        page.raw("<meta http-equiv=\"Content-Security-Policy\" content=\"\(HTMLHead.policy)\">\n")
        page.raw("<meta name=\"referrer\" content=\"no-referrer\">\n")
        page.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        page.raw("<meta name=\"color-scheme\" content=\"light dark\">\n")
        page.element("title", text: context.title)
        // Without it a browser asks the server for an icon of its own accord.
        page.raw("\n<link rel=\"icon\" href=\"data:,\">\n<style>\(HTMLStyle.sheet)</style>\n</head>\n<body>\n")
        page.raw("<a class=\"skip\" href=\"#events\">To the events</a>\n")
        page.element("header") { appendHeader(to: &$0) }
        page.raw("\n<main>\n")
        if let drawing = survey.drawing { append(drawing, to: &page) }
        if survey.years.count > 1 { appendYears(to: &page) }
        page.raw("<div id=\"events\"></div>\n")
    }

    private func appendHeader(to page: inout Markup) {
        if context.isPrivate {
            page.element("p", "class=\"private\"", text: "NOT TO BE PUBLISHED: holds parts that are not public.")
        }
        page.element("h1", "dir=\"auto\"", text: context.title)
        let count = survey.count
        page.element("p", "class=\"lead\"") { page in
            page.text(
                "\(count) \(count == 1 ? "event" : "events")\(survey.period), each with its sources, from the ledger ")
            page.element("code", text: context.originText)
            page.text(" as it was with \(context.sizeText) entries")
            if let day = context.day { page.text(", the last of \(day)") }
            page.text(context.filter == "all" ? "." : "; of them those chosen by ")
            if context.filter != "all" { page.element("code", text: context.filter); page.raw(".") }
        }
        page.element(
            "p", "class=\"caveat\"", text: "\(ExportContext.caveat) That something is here is no finding of fault.")
    }

    private func append(_ drawing: TimelineDrawing, to page: inout Markup) {
        page.raw("<figure aria-labelledby=\"t-title\" aria-describedby=\"t-desc\">\n")
        page.raw("<svg width=\"100%\" height=\"\(drawing.height)\"><title id=\"t-title\">The events over time</title>")
        page.element("desc", "id=\"t-desc\"", text: "\(drawing.words) All of them follow as text.")
        page.raw("\n")
        drawing.append(isLinked: true, to: &page)
        page.raw("</svg>\n<figcaption>")
        for item in DrawingLegend.items {
            page.raw(
                "<span><svg width=\"34\" height=\"10\" aria-hidden=\"true\"><g class=\"m\">\(item.shape)</g></svg>")
            page.raw("\(item.words)</span> ")
        }
        if drawing.undrawn > 0 { page.raw("<span>\(drawing.undrawn) without a date not drawn</span>") }
        page.raw("</figcaption>\n</figure>\n")
    }

    private func appendYears(to page: inout Markup) {
        page.raw("<nav aria-label=\"Years\"><ul>")
        for year in survey.years {
            let name = HTMLSurvey.name(ofYear: year.year)
            page.raw("<li><a href=\"#y\(name.id)\">\(name.words)</a> <span class=\"note\">\(year.count)</span></li>")
        }
        page.raw("</ul></nav>\n")
    }
}
