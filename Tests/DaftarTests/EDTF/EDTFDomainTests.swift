import Daftar
import Testing

/// DOMAIN §6.2, row by row: the rule that Daftar adopts where libraries disagree.
@Suite struct EDTFDomainTests {
    @Test(arguments: [
        ("2023-12-01/2023-12-15", "2023-12-01", "2023-12-15", EDTF.Shape.span),
        ("[2023-12-01..2023-12-15]", "2023-12-01", "2023-12-15", .oneOf),
        ("2023-12~", "2023-12-01", "2023-12-31", .date),
        ("2023-06?", "2023-06-01", "2023-06-30", .date),
        ("2023-XX", "2023-01-01", "2023-12-31", .date),
        ("2023-12-XX", "2023-12-01", "2023-12-31", .date),
        ("../2023", "open", "2023-12-31", .span),
        ("/2023", "unknown", "2023-12-31", .span),
        ("2023/..", "2023-01-01", "open", .span),
        ("2023/", "2023-01-01", "unknown", .span),
        ("2023-33", "2023-01-01", "2023-03-31", .date),
        ("2023-1X", "2023-10-01", "2023-12-31", .date),
        ("2019-05-1X", "2019-05-10", "2019-05-19", .date),
        ("{2023-06,2023-12}", "2023-06-01", "2023-12-31", .allOf),
        ("2023-12/2023-12", "2023-12-01", "2023-12-31", .span),
        ("[..2023]", "open", "2023-12-31", .oneOf),
        ("2023-12-18T09:30:00+05:00", "2023-12-18", "2023-12-18", .date),
    ])
    func taken(text: String, min: String, max: String, shape: EDTF.Shape) {
        let date = readEDTF(text).date
        #expect(date.map { EDTFReading($0.bounds) } == EDTFReading(min, max))
        #expect(date?.shape == shape)
        #expect(date?.text == text)
    }

    @Test(arguments: [
        ("2023-21", EDTFError.Code.season), ("2023-24", .season), ("2023-29", .season),
        ("2023-12-15/2023-12-01", .reversed), ("2023-02-29", .day), ("2023-02-30", .day), ("2023-13", .month),
        ("..2023", .brackets), ("2023-12-18T09:30:00Z/2023-12-19", .timeAlone),
        ("2023-12-18/2023-12-19T09:30:00Z", .timeAlone),
    ])
    func refused(text: String, code: EDTFError.Code) {
        #expect(readEDTF(text).code == code)
    }

    /// `? ~ %` set flags at whatever part they stand, and move no bound.
    @Test(arguments: [
        ("2023-12?", true, false), ("2023-12~", false, true), ("2023-12%", true, true), ("2023-12", false, false),
        ("2023-?12", true, false), ("2023~-12", false, true), ("%2023-12", true, true), ("~2023-?12", true, true),
    ])
    func flags(text: String, uncertain: Bool, approximate: Bool) {
        let date = readEDTF(text).date
        #expect(date?.isUncertain == uncertain)
        #expect(date?.isApproximate == approximate)
        #expect(date?.isUnspecified == false)
        #expect(date.map { EDTFReading($0.bounds) } == EDTFReading("2023-12-01", "2023-12-31"))
    }

    @Test(arguments: [
        ("2023-12-XX", true), ("20XX/2023", true), ("[2023,2024-XX]", true), ("2023-12", false), ("/2023", false),
    ])
    func unspecified(text: String, isUnspecified: Bool) {
        #expect(readEDTF(text).date?.isUnspecified == isUnspecified)
    }

    @Test func momentIsKeptInUTC() {
        guard case .moment(let moment)? = readEDTF("2023-12-18T02:30:15+05:00").date?.form else {
            Issue.record("not a moment")
            return
        }
        #expect(moment.day.text == "2023-12-17")
        #expect(moment.time == (21, 30, 15))
        #expect(moment.offset == 300)
    }

    /// The offset is the author's, so it is part of the meaning: the same second, but not an equal date.
    @Test func offsetIsKept() {
        let (here, utc) = (readEDTF("2023-12-18T05:00:00+05:00").date, readEDTF("2023-12-18T00:00:00Z").date)
        #expect(here != utc)
        #expect(here?.bounds == utc?.bounds)
    }

    /// Years are a guard against slips, and the caller's clock may narrow it.
    @Test(arguments: [
        ("1799", 1800...2200, false), ("1800", 1800...2200, true), ("2200", 1800...2200, true),
        ("2201", 1800...2200, false), ("1667", 0...9999, true), ("2080", 1800...2076, false),
        ("20XX", 1800...2076, true), ("17XX", 1800...2200, false), ("1XXX", 1800...2200, false),
        ("XXXX-10-05", 1800...2200, true), ("2023/2323", 1800...2200, false), ("[1023,2023]", 1800...2200, false),
        ("1023-12-18T00:00:00Z", 1800...2200, false),
    ])
    func yearGuard(text: String, years: ClosedRange<Int>, isTaken: Bool) {
        let result = readEDTF(text, years: years)
        #expect((result.date != nil) == isTaken)
        #expect(isTaken || result.code == .year)
    }

    /// A date that the records beside this project have.
    @Test func unknownYear() {
        #expect(readEDTF("XXXX-10-05").reading == EDTFReading("unknown", "unknown"))
        #expect(readEDTF("XXXX-02-29").date != nil)
        #expect(readEDTF("XXXX-02-30").code == .day)
    }

    @Test func meaningIsCompared() {
        #expect(readEDTF("2023-12~").date == readEDTF("~2023-~12").date)
        #expect(readEDTF("2023-06-15?").date == readEDTF("2023-?06?-?15").date)
        #expect(readEDTF("2023-12").date != readEDTF("2023-12-XX").date)
        #expect(readEDTF("[2023,2024]").date != readEDTF("{2023,2024}").date)
        #expect(Set(["2023?", "?2023", "2023%"].compactMap { readEDTF($0).date }).count == 2)
    }

    @Test(arguments: [
        ("2023-12-01/2023-12-15", 15), ("2024-02-28/2024-03-01", 3), ("2023-12-15/2023-12-15", 1),
    ])
    func daysOfAnInterval(text: String, days: Int) {
        #expect(readEDTF(text).date?.days == days)
    }

    @Test(arguments: [
        "2023-12-15", "2023-12/2024-01", "2023-12-01~/2023-12-15", "2023-12-XX/2023-12-15", "2023-12-01/..",
        "[2023-12-01..2023-12-15]", "2023-12-01/2023-12", "/2023-12-01",
    ])
    func noDaysToCount(text: String) {
        #expect(readEDTF(text).date != nil)
        #expect(readEDTF(text).date?.days == nil)
    }
}
