import Daftar
import DaftarCommand
import Testing

/// A ledger of events whose texts hold what means something to one format or another.
enum Hostile {
    static func home() throws -> Home {
        let home = try Home.withLedger()
        for (slug, date) in [
            ("markup", "[2023-12-01..2023-12-15]"), ("interval", "2023-05/2023-06-07"), ("day", "2024-02-29"),
            ("doubt", "2024-03?"), ("mask", "2024-1X"), ("several", "{2023,2024}"), ("since", "2024-01/.."),
            ("quarter", "2024-33"), ("moment", "2024-01-02T03:04:05+05:00"),
        ] {
            try home.write(event(slug, date), "b/\(slug).yaml")
        }
        let result = home.append("b")
        try #require(result.exit == .done, "\(result.err)")
        try home.appendRaw(
            [
                ("kind", .string(text)), ("places", ["XX-1", "no place", ""]), ("title", .string(text)),
                ("date", .string(text)),
                ("tags", ["", .string(text)]), ("summary", ["en": "", "no_tag": .string(text)]),
            ],
            [
                (
                    "actors",
                    [["id": .string(text), "type": .string(text), "role": .string(text), "country": "nowhere"], [:]]
                ),
                (
                    "sources",
                    addresses.map { ["id": "s", "url": .string($0), "type": .string(text), "language": "no tag"] }
                ),
                ("quotes", [["text": .string(text), "said-by": .string(text)]]),
                ("relations", [["relation": .string(text)]]),
                ("captures", [["source": "s", "digest": .string(text), "accessed": "yesterday"]]),
            ])
        return home
    }

    private static let addresses = [
        "javascript:alert(1)", "https://a.example/?a={1}&b=^|`", "https://a.example/\">", "https://",
        "HTTP://B.example/ü", "",
    ]

    private static let text = #"<b>&amp;]]> \"{}\\%$#_~^@x{y, and \u202f“é” 😀 --> </div> سلام"#

    private static func event(_ slug: String, _ date: String) -> String {
        #"""
        slug: \#(slug)
        language: en
        kind: disruption/site-block
        title: {en: "\#(text)", fa: "سانسور \#(slug)"}
        summary: "\#(text)\n\n\#(text)"
        date: "\#(date)"
        places: [TJ, RU-MOW]
        sensitivity: TLP:CLEAR
        methods: [dns]
        targets:
          - {domain: news.example, category: NEWS}
        actors:
          - {id: a-regulator, name: "\#(text)", also: ["A & B"], type: regulator, country: TJ, role: [orderer, regulator], sources: [shared]}
          - {id: an-operator, name: An operator, type: operator, country: TJ, role: implementer, sources: [shared]}
          - {id: an-official, name: An official, type: office-holder, office: Head of it, country: TJ, role: speaker, sources: [shared]}
          - {id: the-people, name: The people, type: population, role: affected, sources: [shared]}
        quotes:
          - {text: "\#(text)", language: en, mode: verbatim, said-by: an-official, sources: [shared]}
          - {text: "in other words", language: en, mode: paraphrase, said-by: shared, sources: [shared]}
        sources:
          - {id: shared, type: news-report, publisher: "Paper and {Sons} @ 100%", title: "\#(text)", language: en, published: "2024-01?", url: "https://paper.example/shared"}
          - {id: own, type: ngo-report, publisher: "NGO", title: "Report on \#(slug)", language: ru, published: "[2023-12-01..2023-12-15]", url: "https://ngo.example/\#(slug)?a=1&b=%20"}
          - {id: printed, type: legislation, publisher: Gazette, title: "Law no. 1", language: tg, published: "2023/2024"}
          - {id: paper, type: academic, derivation: translation, of: shared, publisher: Journal, title: A study, language: en, published: 2024-01-05}
        """#
    }
}
