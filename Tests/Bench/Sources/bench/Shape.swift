import Daftar

/// The two shapes of event that are measured.
enum Shape: String, CaseIterable {
    /// 600 bytes of content in six disclosures.
    case small
    /// About 5 KB in 25, as the mean of Records.
    case real

    /// The content of the `number`-th event.
    func content(_ number: Int) -> Commitments.Content {
        switch self {
        case .small: small(number)
        case .real: real(number)
        }
    }

    private func small(_ number: Int) -> Commitments.Content {
        Commitments.Content(
            type: "event",
            fields: [
                ("slug", .string("event-\(number)")), ("kind", "disruption/site-block"),
                ("title", ["en": .string("A site is blocked by order of a regulator, number \(number)")]),
                ("date", .string("2023-\(two(number % 12 + 1))-\(two(number % 28 + 1))")), ("places", ["TJ"]),
            ],
            lists: [
                (
                    "sources",
                    [
                        [
                            "id": "s1", "language": "en", "publisher": "A paper", "reliability": "B",
                            "says": ["en": "The regulator ordered the operators to block the site; users confirm it."],
                            "title": ["en": "Site blocked"], "type": "news-report",
                            "url": .string("https://news.example/\(number)"),
                        ]
                    ]
                )
            ])
    }

    private func real(_ number: Int) -> Commitments.Content {
        var content = small(number)
        let text = String(repeating: "The ministry and the company signed a memorandum of cooperation. ", count: 3)
        content.fields += [
            ("summary", ["en": .string(text)]), ("stage", "agreed"), ("sensitivity", "TLP:CLEAR"),
            ("technologies", ["mobile-5g"]),
            ("assessment", ["credibility": "3", "note": ["en": .string(text)], "status": "reported"]),
        ]
        let actors: [JSONValue] = (0..<4).map {
            [
                "id": .string("actor-\($0)"),
                "name": ["en": .string("Actor \($0) of event \(number)"), "ru": "Участник"],
                "role": ["signatory"], "type": "company", "country": "TJ", "note": ["en": .string(text)],
            ]
        }
        let sources: [JSONValue] = (0..<4).map {
            [
                "id": .string("s\($0)"), "language": "en", "publisher": "A paper", "says": ["en": .string(text)],
                "title": ["en": .string("Report \($0)")], "type": "news-report",
                "url": .string("https://news.example/\(number)/\($0)"),
            ]
        }
        let dates: [JSONValue] = (0..<3).map {
            ["basis": "reported", "edtf": "2023-12", "sources": [.string("s\($0)")]]
        }
        let quotes: [JSONValue] = (0..<2).map { _ in
            ["language": "en", "mode": "verbatim", "said-by": "s1", "text": .string(text)]
        }
        content.lists = [
            ("actors", actors), ("dates", dates), ("quotes", quotes), ("sources", sources),
            (
                "captures",
                [
                    [
                        "digest": "sha256:18120fea13187e02718a318c9dff11dc771d28e96c3a0fca55d86f6ff18de6f2",
                        "source": "s1", "stored": "private",
                    ]
                ]
            ),
            ("quantities", [["unit": "base-station", "value": "7600"]]),
        ]
        return content
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
