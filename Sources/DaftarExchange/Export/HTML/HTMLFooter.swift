import Daftar

/// What the page is of, exactly, and how anybody checks it.
struct HTMLFooter {
    let context: ExportContext

    func append(to page: inout Markup) {
        page.element("footer") { page in
            page.raw("<h2>What this page is of</h2>\n<dl>")
            row("Ledger", context.originText, to: &page)
            row("Size", "\(context.sizeText) entries", to: &page)
            row("Root", context.rootText, isCode: true, to: &page)
            row("Events", context.filter, isCode: context.filter != "all", to: &page)
            row("Licence", context.licence, to: &page)
            page.raw("</dl>\n")
            page.element("p", text: "\(ExportContext.caveat) A mark says what others signed about an event since.")
            appendCheck(to: &page)
        }
        page.raw("\n")
    }

    private func appendCheck(to page: inout Markup) {
        page.element("p") { page in
            page.raw("To check it, take the ledger’s files and its trust anchors from somebody you trust: ")
            page.raw(
                "<code>daftar verify</code> judges all of it, <code>daftar show 12</code> shows entry 12 in full, ")
            page.raw(
                "and <code>daftar prove 12</code> writes a proof of it that other people’s programs can check too. ")
            page.raw(
                "The same page, byte for byte but for what was withdrawn since: <code>daftar export --format html ")
            page.raw("--at \(context.sizeText)")
            if context.filter != "all" { page.text(" \(context.filter)") }
            page.raw("</code>.")
        }
    }

    private func row(_ name: String, _ text: String, isCode: Bool = false, to page: inout Markup) {
        page.raw("<dt>\(name)</dt><dd>")
        page.element(isCode ? "code" : "bdi", text: text)
        page.raw("</dd>")
    }
}
