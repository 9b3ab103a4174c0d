import Daftar
import Testing

/// In which months a date happened, and in which it may have; and what a drawing shows of it.
@Suite struct EDTFMonthsTests {
    @Test(arguments: [
        ("2023-12-15", "2023-12", ""), ("2023-12", "2023-12", ""), ("2023-12~", "", "2023-12"),
        ("2023-12-15?", "", "2023-12"), ("2023-12-XX", "2023-12", ""), ("[2023-12-01..2023-12-15]", "2023-12", ""),
        ("2023-33", "", "2023-01 2023-02 2023-03"), ("2023-06/2023-08", "2023-06 2023-07 2023-08", ""),
        (
            "2023-11/2024", "2023-11 2023-12 2024-01",
            "2024-02 2024-03 2024-04 2024-05 2024-06 2024-07 2024-08 2024-09 2024-10 2024-11 2024-12"
        ),
        ("2023-12/2023-12", "2023-12", ""), ("[2023-06,2023-12]", "", "2023-06 2023-12"),
        ("{2023-06,2023-12}", "2023-06 2023-12", ""), ("2023-06/2023-07?", "", "2023-06 2023-07"),
        ("2023-12-18T23:30:00-05:00", "2023-12", ""),
    ])
    func months(_ text: String, _ certain: String, _ possible: String) throws {
        let months = try #require(try EDTF(parsing: text).months)
        func joined(_ months: Set<EDTF.Month>) -> String { months.sorted().map(\.text).joined(separator: " ") }
        #expect(joined(months.certain) == certain && joined(months.possible) == possible)
    }

    @Test(arguments: ["2012/..", "/2020", "XXXX-10-05", "1900/2020", "19XX"]) func noMonths(_ text: String) throws {
        #expect(try EDTF(parsing: text).months == nil)
    }

    /// `day`, `lasting` or `possible`, from one day to another.
    @Test(arguments: [
        ("2023-12-15", "day 2023-12-15 2023-12-15"), ("2023-12-15~", "possible 2023-12-15 2023-12-15"),
        ("2023", "possible 2023-01-01 2023-12-31"), ("2023-12-01/2023-12-15", "lasting 2023-12-01 2023-12-15"),
        (
            "2023-06/2023-08",
            "possible 2023-06-01 2023-06-30, possible 2023-08-01 2023-08-31, lasting 2023-06-30 2023-08-01"
        ),
        ("2012-05-01/..", "lasting 2012-05-01 -"), ("../2012-05-01", "lasting - 2012-05-01"),
        ("2012-05-01/", "day 2012-05-01 2012-05-01"), ("/2012", "possible 2012-01-01 2012-12-31"),
        ("[2023-06-01,2023-12]", "possible 2023-06-01 2023-06-01, possible 2023-12-01 2023-12-31"),
        ("{2023-06-01,2023-12}", "day 2023-06-01 2023-06-01, possible 2023-12-01 2023-12-31"),
        ("[..2023]", "possible - 2023-12-31"), ("XXXX-10-05", ""), ("../..", ""),
    ])
    func stretches(_ text: String, _ expected: String) throws {
        let stretches = try EDTF(parsing: text).stretches.map {
            "\($0.certainty) \($0.first?.text ?? "-") \($0.last?.text ?? "-")"
        }
        #expect(stretches.joined(separator: ", ") == expected)
    }
}
