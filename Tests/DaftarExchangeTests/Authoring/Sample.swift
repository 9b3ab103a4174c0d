import DaftarExchange

/// A small event that is good, and ways to change it.
enum Sample {
    static let yaml = """
        slug: tj-site-block
        language: en
        kind: disruption/site-block
        title: A site is blocked
        date: 2023-12-01
        places: [TJ]
        sensitivity: TLP:CLEAR
        methods: [dns]
        sources:
          - id: s1
            type: news-report
            publisher: A paper
            url: https://news.example/1

        """

    /// The sample with more at its end.
    static func adding(_ text: String) -> String { yaml + text + "\n" }

    /// The sample with the line of a key replaced.
    static func replacing(_ key: String, _ line: String) -> String {
        yaml.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasPrefix(key + ":") ? line : String($0) }.joined(separator: "\n")
    }

    static func read(_ text: String) -> EventReader.Reading { EventReader().read(Array(text.utf8), path: "event.yaml") }

    /// `line:column code`, as found.
    static func codes(_ text: String) -> [String] {
        read(text).diagnostics.map { "\($0.line):\($0.column) \($0.code.rawValue)" }
    }
}
