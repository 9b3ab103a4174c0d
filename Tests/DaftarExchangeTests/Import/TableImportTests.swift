import Daftar
import Testing

@testable import DaftarExchange

/// Tables as people keep them, through the maps.
@Suite struct TableImportTests {
    /// What came of a table.
    struct Read {
        var drafts: [EventDraft] = []
        var report = ImportReport()
        var map: String?
        var skipped = 0

        /// `line:column code` of everything listed.
        var codes: [String] {
            report.listed.map { "\($0.diagnostic.line):\($0.diagnostic.column) \($0.diagnostic.code.rawValue)" }
        }
        var events: [String: EventDraft] {
            Dictionary(drafts.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
        }
    }

    static func read(
        _ text: String, map: String? = nil, set: [(String, String)] = [], piece: Int = 1 << 16
    ) throws -> Read { try read(Array(text.utf8), map: map, set: set, piece: piece) }

    static func read(
        _ bytes: [UInt8], map: String? = nil, set: [(String, String)] = [], piece: Int = 1 << 16
    ) throws -> Read {
        var own: ColumnMap?
        if let map {
            let read = ColumnMap.read(Array(map.utf8), path: "map.yaml")
            let found: ColumnMap = try #require(
                read.map ?? ColumnMap.named(map), "\(read.diagnostics.map(\.text).joined())")
            own = found
        }
        var table = TableImport(path: "sheet.csv", map: own, set: set.map { (field: $0.0, value: $0.1) })
        var result = Read()
        for start in stride(from: 0, to: max(1, bytes.count), by: piece) {
            let end = min(start + piece, bytes.count)
            for row in table.read(Array(bytes[start..<end]), isLast: end == bytes.count, { draft, _ in draft }) {
                result.report.add(row, path: "sheet.csv")
                if let draft = row.result { result.drafts.append(draft) }
            }
        }
        result.report.add(table.findings, path: "sheet.csv")
        (result.map, result.skipped) = (table.map?.name, table.skipped)
        return result
    }

    static let header = "slug,language,kind,title,date,places,sensitivity,source-type,publisher,url\r\n"

    static func row(_ slug: String, kind: String = "law/order", date: String = "2023-12") -> String {
        "\(slug),en,\(kind),\"Title, of \(slug)\",\(date),TJ,TLP:CLEAR,news-report,Paper,https://paper.example/\(slug)\r\n"
    }

    // MARK: Shapes

    /// The same events from each way in which a spreadsheet writes the same table.
    @Test func asSpreadsheetsWriteIt() throws {
        let plain = Self.header + Self.row("one") + Self.row("two")
        let expected = try Self.read(plain)
        #expect(expected.report.isGood && expected.drafts.map(\.slug) == ["one", "two"] && expected.map == "event")
        #expect(expected.events["one"]?.content.fields["title"] == ["en": "Title, of one"])
        let semicolons = plain.replacing(",", with: ";").replacing("\"Title; of", with: "\"Title, of")
        let others = [
            "\u{FEFF}" + plain, plain.replacing("\r\n", with: "\r"), plain.replacing("\r\n", with: "\n"), semicolons,
            "sep=;\r\n" + semicolons, plain + ",,,,,,,,,\r\n\r\n ,,,,,,,,,\r\n",
            "Our list of events,,,,,,,,,\r\n\r\n" + plain, String(plain.dropLast()),
            plain.replacing("TJ", with: " TJ\u{A0}"), plain.replacing("slug,language", with: "Slug , Language"),
        ]
        for (number, text) in others.enumerated() {
            for piece in [7, 1 << 16] {
                let read = try Self.read(text, piece: piece)
                #expect(read.drafts.map(\.content) == expected.drafts.map(\.content), "\(number): \(read.report.text)")
            }
        }
    }

    @Test func notATable() throws {
        #expect(try Self.read("").codes == ["1:1 file-empty"])
        #expect(try Self.read([0xFF, 0xFE, 0x61, 0, 0x2C, 0]).codes == ["1:1 file-encoding"])
        #expect(try Self.read("name,age\nA,3\n").codes == ["1:1 columns-unknown"])
        // Windows-1251, as Excel saves it in Dushanbe.
        let read = try Self.read(Array((Self.header + "one,en,law/order,").utf8) + [0xCF, 0xF0] + Array(",2023".utf8))
        #expect(read.codes.contains("2:18 file-encoding"), "\(read.report.text)")
    }

    /// Each way to be wrong, at once, each at its place.
    @Test func everythingAtOnce() throws {
        let text =
            Self.header + Self.row("one", kind: "Shutdown") + Self.row("two", date: "12/1/23")
            + Self.row("three").replacing("\"Title, of three\"", with: "\"Title, of three") + Self.row("FOUR")
            + Self.row("five").replacing("\r\n", with: ",extra\r\n") + "six,en\r\n" + Self.row("seven", date: "45275")
        let read = try Self.read(text)
        for code in [
            "2:8 word-unknown", "3:34 date-ambiguous", "4:20 csv-quote", "5:1 slug-form", "6:102 row-long",
            "7:5 row-short", "8:38 date-form",
        ] { #expect(read.codes.contains(code), "\(code)\n\(read.report.text)") }
        #expect(!read.report.text.contains("date-empty"))
        #expect(read.report.text.contains("`12/1/23` can be read as 2023-01-12 or 2023-12-01 or 2012-01-23"))
        #expect(read.report.text.contains("= column kind, row 2"))
    }

    /// One finding for a column that is wrong throughout, with a count, whatever its values.
    @Test func wholeColumns() throws {
        var text = Self.header
        for i in 0..<3_000 { text += Self.row("event-\(i)", kind: "shutdown", date: "\(i % 12 + 1)/\(i % 9 + 1)/2023") }
        let read = try Self.read(text)
        #expect(read.drafts.isEmpty)
        let listed = read.report.listed, kinds = listed.filter { $0.diagnostic.code == .wordUnknown }
        #expect(kinds.count == 1 && kinds[0].count == 3_000 && kinds[0].column == "kind" && kinds[0].rows.first == 2)
        let dates = listed.filter { $0.diagnostic.code == .dateAmbiguous }
        #expect(dates.count == 1 && dates[0].others.count == 4)
        let named = dates.reduce(0) { $0 + $1.others.reduce(0) { $0 + $1.count } + $1.unnamed }
        #expect(named < (dates.first?.count ?? 0) && read.report.errorCount == 3_000 + (dates.first?.count ?? 0))
        #expect(read.report.text.contains("3,000 times, first in rows 2, 3, 4"))
        #expect(read.report.unlisted == 0)
    }

    // MARK: Columns

    @Test func missingColumns() throws {
        let read = try Self.read((Self.header + Self.row("one")).replacing("sensitivity", with: "sensitivty"))
        #expect(read.codes == ["1:38 column-missing", "1:38 column-unmapped"], "\(read.report.text)")
        #expect(read.report.text.contains("is it `sensitivty`?"))
        let twice = try Self.read((Self.header + Self.row("one")).replacing("publisher", with: "Title"))
        #expect(twice.codes.contains("1:62 column-twice"), "\(twice.report.text)")
    }

    @Test func saidForAllRows() throws {
        let text =
            "Year,Month,Day,Headline,Text,Media,Media Credit,Type,Group,Notes\n"
            + "2023,12,,\"A \"\"deal\"\"\",<p>First.</p><p>R&amp;D</p>,https://www.news.example/1,,,Big Topic,x\n"
            + "2023,,,The title,,,,title,,\n2024,Jan,5,Second,Text,https://news.example/2,Agency,,,\n"
        let set = [("kind", "law/order"), ("places", "TJ,UZ"), ("language", "en"), ("sensitivity", "TLP:CLEAR")]
        let read = try Self.read(text, set: set)
        #expect(read.map == "timelinejs" && read.skipped == 1)
        #expect(read.codes == ["1:60 column-unmapped"], "\(read.report.text)")
        let first = try #require(read.drafts.first?.content), second = try #require(read.drafts.last?.content)
        #expect(first.fields["title"] == ["en": "A \"deal\""] && first.fields["summary"] == ["en": "First.\nR&D"])
        #expect(first.fields["tags"] == ["big-topic"] && first.fields["places"] == ["TJ", "UZ"])
        #expect(first.sources.first?.publisher == "news.example" && second.sources.first?.publisher == "Agency")
        #expect(first.fields["date"] == "2023-12" && second.fields["date"] == "2024-01-05")
        #expect(read.drafts.map(\.slug) == ["2023-12-a-deal", "2024-jan-5-second"])
        let none = try Self.read(text)
        #expect(none.codes.count { $0.hasSuffix("column-missing") } == 4 && none.report.errorCount == 4)
    }

    /// A user's own map: words, forms of dates, languages, several columns, lists that belong together, fixed values.
    @Test func ownMap() throws {
        let map = """
            map: ours
            columns:
              slug: {join: [Country, When, Headline]}
              title: {en: Headline, ru: Заголовок}
              kind: {column: What, words: {cut: disruption/shutdown, "slow": disruption/throttling}}
              date: {from: When, to: Until, form: [D/M/Y, EDTF?], ongoing: [still]}
              places: [{column: Country, as: place}, Region]
              actors: {each: ";", name: Who, type: {value: agency}, role: {column: Roles, separator: "/"}}
              sources:
                - {url: Link, publisher: Paper, type: {value: news-report}}
                - {url: Link 2, publisher: {host-of: Link 2}, type: {value: news-report}}
              x-note: Remarks
            fixed:
              language: en
              sensitivity: TLP:CLEAR
              methods: [unknown]
            ignore: [Checked by]
            """.replacing(", EDTF?", with: "")
        let text =
            "Country,Region,When,Until,What,Headline,Заголовок,Who,Roles,Link,Paper,Link 2,Remarks,Checked by\n"
            + "Tajikistan,TJ-DU,5/1/2023,still,Cut,Off,Нет,A; B,orderer/regulator; operator,https://a.example/1,Paper,https://www.b.example/2,Look,me\n"
            + "Uzbekistan,,2023-12,,slow,Slow,,,,https://a.example/2,Paper,,,\n"
        let read = try Self.read(text, map: map)
        #expect(read.report.isGood && read.codes.isEmpty, "\(read.report.text)")
        let first = try #require(read.drafts.first).content, second = try #require(read.drafts.last).content
        #expect(first.fields["title"] == ["en": "Off", "ru": "Нет"] && second.fields["title"] == ["en": "Slow"])
        #expect(first.fields["date"] == "2023-01-05/.." && second.fields["date"] == "2023-12")
        #expect(first.fields["places"] == ["TJ", "TJ-DU"] && second.fields["places"] == ["UZ"])
        #expect(first.fields["kind"] == "disruption/shutdown" && second.fields["kind"] == "disruption/throttling")
        #expect(first.actors.map(\.roles) == [["orderer", "regulator"], ["operator"]] && second.actors.isEmpty)
        #expect(first.sources.compactMap(\.publisher) == ["Paper", "b.example"] && second.sources.count == 1)
        #expect(first.fields["x-note"] == "Look" && first.fields["slug"] == "tajikistan-5-1-2023-off")
    }

    /// What is wrong with a map is said of the map, at its place.
    @Test func badMaps() {
        let bad = [
            ("columns: [a]", "map-form"), ("map: x", "key-missing"), ("columns: {titel: A}", "key-unknown"),
            ("columns: {title: {colum: A}}", "key-unknown"), ("columns: {date: {column: A, form: D/M}}", "map-form"),
            ("columns: {kind: {value: law/oder}}", "word-unknown"), ("columns: {kind: {}}", "map-form"),
            ("columns: {title: A}\nfixed: {stage: done}", "word-unknown"), ("colums: {title: A}", "key-unknown"),
            ("columns: {places: {column: A, as: map}}", "map-form"), ("columns: {title: A}\nstatus: ok", "map-form"),
        ]
        for (text, code) in bad {
            let read = ColumnMap.read(Array(text.utf8), path: "map.yaml")
            #expect(read.map == nil && read.diagnostics.contains { $0.code.rawValue == code }, "\(text)")
        }
    }

    @Test func builtInMaps() {
        #expect(ColumnMap.builtIn.map(\.name) == ["daftar", "event", "timelinejs", "stop", "auto-archiver"])
        #expect(ColumnMap.builtIn.filter(\.isUnverified).map(\.name) == ["stop", "auto-archiver"])
        let told = ColumnMap.builtIn.map { [$0.name, $0.about + ($0.isUnverified ? "; unverified" : "")] }
        #expect(told == ColumnMap.names.map { [$0.key, $0.value] })
    }

    /// Random bytes behind a header, in random pieces: never a crash, and every row is an event or has an error.
    @Test func randomBytes() throws {
        var random = Random(state: 11)
        let alphabet = Array("a,\";\n\r\t'=-0129/ TJé\u{0}\u{202E}".utf8)
        for _ in 0..<400 {
            let bytes = (0..<random.below(300)).map { _ in alphabet[random.below(alphabet.count)] }
            let read = try Self.read(Array(Self.header.utf8) + bytes, piece: 1 + random.below(40))
            #expect(read.report.isGood == (read.report.errorCount == 0))
            if read.report.isGood { #expect(read.drafts.count == read.report.eventCount) }
        }
    }
}
