import Daftar
import Testing

@testable import DaftarExchange

/// What another program signed into a ledger stays text in everything that a browser or a spreadsheet opens.
@Suite struct HostileEventTests {
    static let payload = "</h3></title><script>alert(1)</script><img src=x onerror=alert(2)>\" onmouseover='x' ]]>"

    /// In a page nothing but our own elements and attributes comes of it, and links lead to the web or to the page itself.
    @Test func aPageHoldsOnlyItsOwnElements() throws {
        for exporter in [HTMLExporter(try context()) as any PageExporter, SVGExporter(try context())] {
            let page = String(decoding: exporter.page([try event(), try event(2, date: "2023-12")]), as: UTF8.self)
            let body = page.replacing(/<style>(?s:.*?)<\/style>/, with: "")
            for tag in body.matches(of: /<\/?([^\s>\/]*)([^>]*)>/) {
                #expect(Self.elements.contains(String(tag.1)), "\(tag.0)")
                for attribute in tag.2.matches(of: /([^\s=]+)="[^"]*"/) {
                    #expect(Self.attributes.contains(String(attribute.1)), "\(tag.0)")
                }
                #expect(
                    tag.2.replacing(/[^\s=]+="[^"]*"/, with: "").allSatisfy {
                        $0 == " " || $0 == "/" || tag.1 == "!DOCTYPE"
                    })
            }
            for link in body.matches(of: /href="([^"]*)"/) {
                #expect(["#", "data:,", "https://"].contains { link.1.hasPrefix($0) }, "\(link.1)")
            }
            #expect(
                !page.contains("\u{202E}") && !page.contains("\u{0}")
                    && page.contains("javascript:alert(1)") == (exporter is HTMLExporter))
        }
    }

    /// TimelineJS takes markup out of a date and shows the rest as markup: none may be left. Headlines and texts are HTML.
    @Test func slidesHoldOnlyText() throws {
        let event = try event()
        let slide = TimelineJSSlide(event: event, context: try context())
        #expect(slide.displayDate == "2023\u{FFFD}b\u{FFFD}" && slide.date == nil && event.timelineGroup == "other")
        for text in [slide.headline, slide.text] {
            #expect(!text.contains("<script") && !text.contains("<img") && !text.contains("href=\"java"))
        }
        let json = TimelineJSExporter(try context())
        let bytes = json.head + json.encode([event, event], after: nil) + json.tail
        let value = try CanonicalJSON.parse(Array(bytes.filter { $0 != UInt8(ascii: "\n") }), levels: 16)
        #expect(value["events"]?.array?.count == 2)
    }

    @Test(arguments: [
        ("- a", "\\- a"), ("1. a", "1\\. a"), ("12) a", "12\\) a"), ("===", "\\==="), ("a - b. c", "a - b. c"),
        ("a\n# b", "a \\# b"), ("[x](javascript:y)", "\\[x\\](javascript:y)"),
    ])
    func markdownStaysText(_ text: String, _ escaped: String) {
        #expect(MarkdownText.escaped(text) == escaped)
    }

    @Test(arguments: [
        ("https://a.example/?q=1&r='", true), ("HTTP://a.example/", true), ("javascript:alert(1)", false),
        ("//a.example", false), ("https://a.example/ x", false), ("https://a.example/\"x", false),
        ("data:text/html,x", false),
    ])
    func onlyTheWebIsLinked(_ url: String, _ isLinked: Bool) { #expect((WebAddress.link(url) != nil) == isLinked) }

    // MARK: Made up

    private static let elements: Set<String> = [
        "!DOCTYPE", "html", "head", "meta", "title", "link", "body", "a", "header", "h1", "p", "code", "main", "figure",
        "svg",
        "desc", "defs", "pattern", "path", "linearGradient", "stop", "line", "text", "tspan", "circle", "rect", "g",
        "figcaption", "span", "nav", "ul", "li", "div", "section", "h2", "h3", "article", "time", "small", "bdi", "ol",
        "details", "summary", "dl", "dt", "dd", "blockquote", "footer",
    ]
    private static let attributes: Set<String> = [
        "lang", "dir", "id", "class", "charset", "http-equiv", "content", "name", "rel", "href", "aria-labelledby",
        "aria-describedby", "aria-label", "aria-hidden", "width", "height", "tabindex", "datetime", "patternUnits", "d",
        "offset", "stop-opacity", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "rx", "fill", "transform", "xmlns",
        "viewBox", "role", "overflow",
    ]

    private func context() throws -> ExportContext {
        let origin = try #require(Origin("daftar.example/test"))
        let checkpoint = Checkpoint(origin: origin, size: 3, root: Hash.emptyTree)
        return ExportContext(checkpoint: checkpoint, licence: Self.payload, title: Self.payload, filter: Self.payload)
    }

    /// An event with the payload wherever a text can stand.
    private func event(_ number: Int = 1, date: String = "2023<b>") throws -> RecordedEvent {
        let text = JSONValue.string(Self.payload), hash = Hash.sha256([UInt8(number)])
        let content = EventContent(
            fields: [
                "title": ["en": text, "onload.x": text], "kind": text, "date": .string(date), "places": [text],
                "summary": .string("=1+1 " + Self.payload), "stage": text, "methods": [text],
            ],
            lists: [
                "actors": [
                    ["id": text, "name": ["en": text, "x.y": text], "role": [text], "office": ["x.y-z": text]]
                ],
                "sources": [
                    [
                        "id": text, "publisher": text, "url": "javascript:alert(1)", "language": text,
                        "says": ["ar": text],
                    ],
                    ["url": "https://a.example/?q='>"],
                    ["title": text, "url": "https://a.example/?q='&r", "type": text],
                ],
                "quotes": [
                    ["text": text, "language": text, "said-by": text, "translations": [["text": text, "by": text]]]
                ],
                "relations": [["relation": text, "to": text]], "instruments": [["title": text, "number": text]],
            ])
        return RecordedEvent(
            index: number, leaf: hash, statement: hash, recorded: try #require(RecordedDay("2026-11-24")),
            signers: [Self.payload], seen: .nothing,
            stored: try #require(StoredMembers(StoredContent.encode(content))), marks: .init())
    }
}
