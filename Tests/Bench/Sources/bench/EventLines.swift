import Foundation

/// JSON Lines of small events, as a person's script would hand them to `daftar append`.
enum EventLines {
    static func write(_ range: Range<Int>, to path: String) throws {
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        guard let file = FileHandle(forWritingAtPath: path) else { return }
        var text = ""
        for number in range {
            text += line(number)
            if text.utf8.count > 1 << 20 {
                try file.write(contentsOf: Data(text.utf8))
                text = ""
            }
        }
        try file.write(contentsOf: Data(text.utf8))
        try file.close()
    }

    /// The same events as a table, with the columns of an event file.
    static func writeTable(_ range: Range<Int>, to path: String) throws {
        var text =
            "slug,language,kind,title,date,places,sensitivity,source-id,source-type,publisher,source-language,reliability,url,says\r\n"
        for number in range {
            let month = two(number % 12 + 1), day = two(number % 28 + 1)
            text += """
                event-\(number),en,disruption/shutdown,"Access is cut in a region, number \(number), word\(number % 997)",\
                \(2000 + number % 24)-\(month)-\(day),TJ,TLP:CLEAR,s1,news-report,A paper,en,B,https://news.example/\(number),\
                Operators confirm that access is cut by order of a regulator.\r\n
                """
        }
        try text.write(toFile: path, atomically: false, encoding: .utf8)
    }

    /// One event; six disclosures of about 600 bytes together.
    private static func line(_ number: Int) -> String {
        let month = two(number % 12 + 1), day = two(number % 28 + 1)
        let kind = kinds[number % kinds.count], place = places[number % places.count]
        return """
            {"slug":"event-\(number)","language":"en","kind":"\(kind)","title":"Access is cut in a region, number \(number), word\(number % 997)",\
            "date":"\(2000 + number % 24)-\(month)-\(day)","places":["\(place)"],"sensitivity":"TLP:CLEAR",\
            "sources":[{"id":"s1","type":"news-report","publisher":"A paper \(number % 499)","language":"en","reliability":"B",\
            "url":"https://news.example/\(number)","says":"Operators confirm that access is cut by order of a regulator."}]}

            """
    }

    /// So that filters have something to find: as many of each, in all years.
    private static let kinds = ["disruption/shutdown", "law/adopt", "disruption/site-block"]
    private static let places = ["TJ", "KZ", "TJ-DU", "UZ", "KG"]

    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
