import Daftar
import DaftarCommand
import Testing

extension Home {
    static let origin = "daftar.example/test"

    /// A home with a ledger of its own, its keys in the key folder.
    static func withLedger() throws -> Home {
        let home = try Home()
        try home.write("secret\n", "pass")
        let result = home.run("init", "Records", "--origin", origin, "--title", "A test", "--passphrase-file", "pass")
        try #require(result.exit == .done, "\(result.err)")
        return home
    }

    /// An event that nothing is wrong with.
    static func event(_ slug: String, date: String = "2023-12", kind: String = "statement/plan", extra: String = "")
        -> String
    {
        """
        slug: \(slug)
        language: en
        kind: \(kind)
        title: Title of \(slug)
        date: "\(date)"
        places: [TJ]
        sensitivity: TLP:CLEAR
        quotes:
          - {text: "so they said", language: en, mode: verbatim, said-by: paper, sources: [paper]}
        \(extra)
        sources:
          - id: paper
            type: news-report
            publisher: The Paper
            language: en
            url: https://paper.example/\(slug)

        """
    }

    func append(_ files: String...) -> Result { run(["append"] + files + ["--passphrase-file", "pass"]) }

    /// Appends an event of this slug.
    func add(_ slug: String, date: String = "2023-12", extra: String = "") throws {
        try write(Home.event(slug, date: date, extra: extra), "\(slug).yaml")
        let result = append("\(slug).yaml")
        try #require(result.exit == .done, "\(result.err)")
    }
}
