import DaftarExchange
import Testing

/// What may endanger a person is found, and ordinary text is left alone.
@Suite("People at risk")
struct PeopleGuardTests {
    static let found: [(String, String, DiagnosticCode)] = [
        ("write to zzz@example.org.", "zzz@example.org", .personContact),
        ("on Telegram (@some_body)", "@some_body", .personContact),
        ("call +992 44 600-00-00 now", "+992 44 600-00-00", .personContact),
        ("call +992446000000", "+992446000000", .personContact),
        ("account DE89 3704 0044 0532 0130 00", "DE89 3704 0044 0532 0130 00", .personNumber),
        ("account GB82WEST12345698765432", "GB82WEST12345698765432", .personNumber),
        ("passport A1234567", "A1234567", .personNumber),
        ("near 38.5598, 68.7870", "38.5598, 68.7870", .personLocation),
        ("in /home/rustam/notes.txt", "/home/rustam/notes.txt", .localPath),
        ("in C:\\Users\\rustam", "\\Users\\rustam", .localPath),
        ("at 09:30+05:00", "09:30+05:00", .timeOffset),
        ("at 2023-12-18T09:30:00+0500", "2023-12-18T09:30:00+0500", .timeOffset),
    ]

    @Test("are found", arguments: found.indices)
    func find(_ i: Int) {
        let (text, part, code) = Self.found[i]
        let diagnostics = Sample.read(Sample.adding("summary: >-\n  \(text)")).diagnostics
        #expect(diagnostics.map(\.code) == [code], "\(diagnostics.map(\.text))")
        guard let found = diagnostics.first else { return }
        let line = found.sourceLine.unicodeScalars.dropFirst(found.column - 1).prefix(found.length)
        #expect(String(String.UnicodeScalarView(line)) == part)
    }

    static let innocent = [
        "7,600 base stations by 2028", "1,200,000 subscribers (2023-12-01/2023-12-15)",
        "about 38.5 percent, 68.7 before",
        "order 12-34/56 of 3 May 2023", "law No. 1456 of 24.02.2017", "ITU-T Y.2770 and 3GPP TS 33.107",
        "R&D @ Huawei", "version 5.0.1234", "AS44027, AS43197", "192.168.10.20", "1998 and 2023, 2024, 2025",
        "see https://example.org/home/news for more", "and/or TCP/IP", "at 09:30 UTC, 2023-12-18T09:30:00Z",
        "2G/3G/4G at 900/1800/2100 MHz", "resolution 2006-05-04 12:30", "$1,234,567.89", "COVID19 and UTF8MB4",
    ]

    @Test("are not seen where there are none", arguments: innocent)
    func leave(_ text: String) {
        #expect(Sample.read(Sample.adding("summary: >-\n  \(text)")).diagnostics.map(\.text) == [])
    }

    static let addresses: [(String, Bool)] = [
        ("https://news.example/1?utm_campaign=x", true), ("https://news.example/1?id=3&fbclid=abc", true),
        ("https://news.example/1?PHPSESSID=abc", true), ("https://news.example/1;v?t=0123456789abcdef0123456789", true),
        ("https://user:pass@news.example/1", true), ("https://asiaplus.news/?p=364645", false),
        ("https://news.example/search?q=internet+freedom&lang=ru", false), ("https://news.example/@author/1", false),
    ]

    @Test("addresses that follow a reader", arguments: addresses.indices)
    func address(_ i: Int) {
        let (url, isFound) = Self.addresses[i]
        let codes = Sample.read(Sample.yaml.replacing("https://news.example/1", url)).diagnostics.map(\.code)
        #expect(codes == (isFound ? [.urlToken] : []), "\(url)")
    }
}
