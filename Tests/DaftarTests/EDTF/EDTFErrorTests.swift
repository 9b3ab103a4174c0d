import Testing

@testable import Daftar

@Suite struct EDTFErrorTests {
    /// What is wrong, where, how long, and a word of the hint.
    private static let places: [(String, EDTFError.Code, Int, Int, String?)] = [
        ("", EDTFError.Code.empty, 0, 0, "2023-12-15"),
        ("2023-21", .season, 5, 2, "2023-33..36"), ("20XX-24", .season, 5, 2, "interval"),
        ("[2023,2024-29]", .season, 11, 2, "quarter"),
        ("2023-13", .month, 5, 2, "quarters"), ("2023-00", .month, 5, 2, "2023-12-15"), ("2023-2X", .month, 0, 7, "X"),
        ("2023-02-30", .day, 0, 10, "28 days"), ("2023/2024-02-30", .day, 5, 10, "29 days"),
        ("2023-02-3X", .day, 0, 10, "X"),
        ("..2023", .brackets, 0, 2, "[..2023]"), ("2023-12-01..2023-12-15", .brackets, 10, 2, "one day"),
        ("1667", .year, 0, 4, "1800 to 2200"), ("2023/3023-05", .year, 5, 4, "slip"), ("17XX", .year, 0, 4, "slip"),
        ("20231215", .digits, 0, 8, "2023-12-15"), ("2023-6", .digits, 5, 1, "2023-06-01"),
        ("15.12.2023", .digits, 0, 2, "year first"),
        ("2000/12-12", .digits, 5, 2, "year first"), ("2023/12/15", .digits, 5, 2, "whole dates"),
        ("December 2023", .unexpected, 0, 1, "2023-12-15"), ("September 2023", .unexpected, 0, 1, "2023-12-15"),
        ("2023-12-1 ", .digits, 8, 1, "blanks"), (" 2023", .unexpected, 0, 1, "blanks"),
        ("2023-xx", .unexpected, 5, 1, "capital X"),
        ("199u", .digits, 0, 3, "capital X"), ("2004-(06)?", .unexpected, 5, 1, "parentheses"),
        ("2023–2024", .unexpected, 4, 3, "hyphen"), ("2012/2013/2014", .unexpected, 9, 1, "two ends"),
        ("-0044", .negativeYear, 0, 1, nil), ("?-0044", .negativeYear, 1, 1, nil), ("Y17000", .longYear, 0, 1, "195X"),
        ("1950S2", .longYear, 4, 1, "195X"), ("2023??", .qualifier, 4, 2, "`%`"), ("~?2023", .qualifier, 0, 2, "`%`"),
        ("2023-33-01", .day, 5, 2, nil),
        ("2023-12-18T09:30:00", .zone, 19, 0, "+05:00"), ("2023-12-18T09:30Z", .time, 11, 5, "09:30:00Z"),
        ("2023-12-18T24:00:00Z", .time, 11, 2, nil), ("2023-12-18T09:60:00Z", .time, 14, 2, nil),
        ("2023-12-18T09:30:00+15:00", .zone, 19, 6, "+14:00"), ("2023-12-18T09:30:00-00:00", .zone, 19, 6, "+14:00"),
        ("2023-12T09:30:00Z", .timeAlone, 0, 7, nil), ("2023-12-18?T09:30:00Z", .timeAlone, 0, 11, nil),
        ("2023-12-1XT09:30:00Z", .timeAlone, 0, 10, nil), ("[2023-12-18T09:30:00Z]", .timeAlone, 11, 1, "days"),
        ("2023-12-18T00:00:00Z/2024", .timeAlone, 20, 1, "days"),
        ("2023-12-18t09:30:00Z", .unexpected, 10, 1, "capitals"),
        ("2023-12-15/2023-12-01", .reversed, 0, 21, "swap"), ("[2023..2022]", .reversed, 1, 10, "swap"),
        ("[]", .set, 0, 2, nil), ("{}", .set, 0, 2, nil), ("[2023", .set, 5, 0, nil),
        ("[2023,..2024]", .set, 6, 2, "2020..2023"),
        ("[2023..,2024]", .set, 5, 2, "2020..2023"), ("[2023/2024]", .set, 5, 1, "2020..2023"),
        ("[2023}", .unexpected, 5, 1, nil),
        ("[..]", .unexpected, 3, 1, nil), ("[2023..2024-06]", .range, 1, 13, "alike"),
        ("[201X..2023]", .range, 1, 4, "2023-12"),
        ("[..2023-12-XX]", .range, 3, 10, "2023-12"), ("[2023-33..2023-40]", .range, 1, 16, "alike"),
        ("[2023]x", .unexpected, 6, 1, "capital X"), ("2023-", .unexpected, 5, 0, nil),
        ("2023/..2024", .unexpected, 7, 1, nil),
    ]

    @Test(arguments: places)
    func place(text: String, code: EDTFError.Code, offset: Int, length: Int, hint: String?) {
        let error = readEDTF(text).error
        #expect(error?.code == code)
        #expect(error?.offset == offset)
        #expect(error?.length == length)
        if let hint { #expect(error?.hint?.contains(hint) == true, "\(error?.hint ?? "no hint")") }
    }

    @Test func limits() {
        func years(_ count: Int) -> String { Array(repeating: "2023", count: count).joined(separator: ",") }
        #expect(readEDTF("[\(years(50))]").date != nil)
        #expect(readEDTF("[\(years(EDTF.maximumMembers))]").code == .tooLong)
        // The limit on bytes comes first, so the one on members is asked for behind it.
        let parse: (Int) throws -> EDTF.Form = { count in
            var parser = EDTFParser(Array("{\(years(count))}".utf8), years: EDTF.usualYears)
            return try parser.form()
        }
        #expect(throws: Never.self) { try parse(EDTF.maximumMembers) }
        #expect(throws: EDTFError.self) { try parse(EDTF.maximumMembers + 1) }
        let long = "2023-12-15" + String(repeating: " ", count: EDTF.maximumLength)
        #expect(readEDTF(long).code == .tooLong)
        #expect(readEDTF(String(repeating: "[", count: 1 << 20)).code == .tooLong)
    }

    /// Messages are one line of ASCII that a terminal can take, whatever the text was.
    @Test func noControlCharactersInMessages() {
        for byte in UInt8.min...UInt8.max {
            for place in ["", "2023", "2023-", "[2023", "2023/", "2023-12-18T"] {
                let text = place + String(decoding: [byte], as: UTF8.self)
                guard let error = readEDTF(text).error else { continue }
                let shown = error.description
                #expect(shown.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }, "\(text.debugDescription)")
                #expect(error.offset >= 0 && error.offset + error.length <= text.utf8.count)
            }
        }
    }

    @Test func codesAreKebabAndDistinct() {
        let codes = EDTFError.Code.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(
            codes.allSatisfy { $0.hasPrefix("date-") && $0.utf8.allSatisfy { $0 == 45 || (97...122).contains($0) } })
    }

    /// The day in UTC must be one that a date can be.
    @Test func beyondTheCalendar() {
        #expect(readEDTF("9999-12-31T23:00:00-05:00", years: 0...9999).code == .year)
        #expect(readEDTF("0000-01-01T00:00:00+05:00", years: 0...9999).code == .year)
        #expect(readEDTF("1970-01-01T00:00:00+05:00").reading == EDTFReading("1969-12-31", "1969-12-31"))
    }

    @Test func description() {
        #expect(readEDTF("2023-12~").date?.description == "2023-12~")
        #expect(
            readEDTF("2023-13").error?.description
                == "date-month: there is no month 13 (at 5); a date is written 2023-12-15; quarters are 33 to 36, halves 40 and 41"
        )
    }
}
