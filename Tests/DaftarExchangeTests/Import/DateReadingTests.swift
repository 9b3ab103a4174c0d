import Testing

@testable import DaftarExchange

@Suite struct DateReadingTests {
    @Test(arguments: [
        ("2023-12-15", "2023-12-15"), ("[2023-12-01..2023-12-15]", "[2023-12-01..2023-12-15]"),
        ("2023-12~", "2023-12~"),
        ("15 December 2023", "2023-12-15"), ("December 15, 2023", "2023-12-15"), ("Dec. 15th, 2023", "2023-12-15"),
        ("2023/12/15", "2023-12-15"), ("25/12/2023", "2023-12-25"), ("12/25/2023", "2023-12-25"),
        ("15.12.2023", "2023-12-15"), ("5/5/2023", "2023-05-05"), ("December 2023", "2023-12"), ("12/2023", "2023-12"),
        ("2023-12-15 00:00:00", "2023-12-15"), ("15-Dec-2023", "2023-12-15"),
    ])
    func clear(_ text: String, _ edtf: String) { #expect(LooseDate.read(text) == .one(edtf)) }

    @Test(arguments: [
        ("12/1/23", ["2023-01-12", "2023-12-01", "2012-01-23"]), ("12/1/2023", ["2023-01-12", "2023-12-01"]),
        ("Dec-23", ["2023-12", "XXXX-12-23"]), ("15-Dec-23", ["2023-12-15", "2015-12-23"]),
        ("31/12/99", ["1999-12-31"]),
        ("12/23", ["2023-12", "XXXX-12-23"]),
    ])
    func ambiguous(_ text: String, _ readings: [String]) { #expect(LooseDate.read(text) == .several(readings)) }

    @Test(arguments: ["soon", "2023/15/12", "31/02/2023", "45275", "2023-12-15 09:30", "1-15 December 2023", ""])
    func unknown(_ text: String) { #expect(LooseDate.read(text) == .none) }

    @Test(arguments: [
        ("D/M/Y", "12/1/2023", "2023-01-12"), ("M/D/YY", "12/1/23", "2023-12-01"),
        ("MMMM D, Y", "Sept 5, 2023", "2023-09-05"),
        ("Y-M-D *", "2023-12-15 09:30:11", "2023-12-15"), ("MMM-YY", "Dec-23", "2023-12"),
        ("serial", "45275", "2023-12-15"),
        ("Y", "1999", "1999"),
    ])
    func stated(_ form: String, _ text: String, _ edtf: String) throws {
        #expect(try #require(DateForm(form)).edtf(text) == edtf)
    }

    @Test func forms() throws {
        for bad in ["", "D/M", "Y YY", "D/D/Y", "YYY", "*Y"] { #expect(DateForm(bad) == nil, "\(bad)") }
        let form = try #require(DateForm("D/M/Y"))
        for other in ["2023-12-15", "12/1/23", "12/1/2023 x", "a/1/2023"] { #expect(form.edtf(other) == nil) }
    }
}
