import Daftar
import Testing

@testable import DaftarExchange

/// TimelineJS draws what has an end as something that lasted: only that gets one.
@Suite struct TimelineJSDateTests {
    @Test(arguments: [
        ("2023-12-22", "2023-12-22"), ("2023-12", "2023-12"), ("2023", "2023"), ("2023-12-22~", "2023-12-22"),
        ("[2023-12-01..2023-12-15]", "2023-12"), ("[2023-11..2024-01]", "2023"), ("201X", "2010"),
        ("2023-33", "2023"), ("2023-12-22T09:30:05Z", "2023-12-22 09:30:05"), ("[..2018-01-30]", "2018-1-30"),
        ("2023-12-01/2023-12-15", "2023-12-1 to 2023-12-15"), ("2024/2028", "2024 to 2028"),
        ("2012-03-02/2012-03", "2012-3-2"), ("2023-12-22/", "2023-12-22"), ("/2023", "2023"), ("2023/..", "2023"),
        ("{2023-06-01,2023-12-02}", "2023"), ("XXXX-12-22", "none"),
    ])
    func holdsOnlyWhatIsKnown(_ text: String, _ shown: String) throws {
        let date = TimelineJSDate(try EDTF(parsing: text))
        let parts = [date?.start, date?.end].compactMap(\.self).map { part in
            let cells = part.cells
            return cells[..<3].filter { !$0.isEmpty }.joined(separator: "-") + (cells[3].isEmpty ? "" : " \(cells[3])")
        }
        #expect((parts.isEmpty ? "none" : parts.joined(separator: " to ")) == shown)
    }
}
