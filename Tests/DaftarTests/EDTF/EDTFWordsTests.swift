import Daftar
import Testing

@Suite struct EDTFWordsTests {
    @Test(arguments: [
        ("2023-06-19", "19 June 2023"), ("2023-12", "December 2023"), ("2023", "2023"), ("2012-03-02", "2 March 2012"),
        ("2023-12~", "about December 2023"), ("2023-12?", "December 2023 (uncertain)"),
        ("2023-12%", "about December 2023 (uncertain)"), ("2024-01?", "January 2024 (uncertain)"),
        // A qualifier on a part.
        ("2004?-06-11", "11 June 2004 (year uncertain)"), ("2004-06-~11", "11 June 2004 (day approximate)"),
        ("2004-06~-11", "11 June 2004 (year and month approximate)"),
        ("2004?-06-~11", "11 June 2004 (year uncertain, day approximate)"),
        ("?2004-%06", "June 2004 (year uncertain, month uncertain and approximate)"),
        // Digits that are not known.
        ("2023-12-XX", "some day in December 2023"), ("2023-XX", "some month in 2023"),
        ("2023-XX-XX", "some day in 2023"),
        ("201X", "some year in 2010–2019"), ("20XX", "some year in 2000–2099"), ("XXXX", "year unknown"),
        ("2023-1X", "some month in October–December 2023"), ("2019-05-1X", "some day in 10–19 May 2019"),
        ("2023-1X-XX", "some day in October–December 2023"),
        ("2023-X1-3X", "some day in 30 January – 30 November 2023"),
        ("2023-06-3X", "30 June 2023"), ("2023-XX-25", "25th of some month in 2023"),
        ("2023-XX-01", "1st of some month in 2023"),
        ("2023-XX-22", "22nd of some month in 2023"), ("2023-XX-03", "3rd of some month in 2023"),
        ("2023-XX-12", "12th of some month in 2023"), ("XXXX-10-05", "5 October, year unknown"),
        ("XXXX-10", "October, year unknown"),
        ("XXXX-XX-23", "23rd of some month, year unknown"), ("XXXX-12-XX", "some day in December, year unknown"),
        ("201X-10-05", "5 October of some year in 2010–2019"),
        ("201X-12-XX", "some day in December of some year in 2010–2019"),
        ("201X-XX", "some month in 2010–2019"), ("201X-XX-XX", "some day in 2010–2019"),
        ("201X-XX-04", "4th of some month in 2010–2019"),
        ("2023-12-XX~", "about some day in December 2023"),
        // Parts of a year.
        ("2023-33", "first quarter of 2023"), ("2023-36", "fourth quarter of 2023"), ("2023-37", "first third of 2023"),
        ("2023-39~", "about the last third of 2023"), ("2023-40", "first half of 2023"),
        ("2023-41?", "second half of 2023 (uncertain)"),
        ("202X-34", "second quarter of some year in 2020–2029"), ("XXXX-34", "second quarter, year unknown"),
        ("2023-%33", "first quarter of 2023 (quarter uncertain and approximate)"),
        // Moments, in UTC.
        ("2023-12-18T09:30:00Z", "18 December 2023, 09:30 UTC"),
        ("2023-12-18T09:30:00+05:00", "18 December 2023, 04:30 UTC"),
        ("2023-12-18T02:30:07+05:00", "17 December 2023, 21:30:07 UTC"),
    ])
    func date(text: String, words: String) {
        #expect(readEDTF(text).date?.words == words)
        #expect(readEDTF(text).date?.phrase == words)
    }

    @Test(arguments: [
        ("2023-12-01/2023-12-15", "1–15 December 2023"), ("2023-06-30/2023-07-02", "30 June – 2 July 2023"),
        ("2016-11-01/2023-02-15", "1 November 2016 – 15 February 2023"), ("2023-06/2023-08", "June–August 2023"),
        ("2023-06/2024-08", "June 2023 – August 2024"), ("2024/2028", "2024–2028"),
        ("2023/2024-01", "2023 to January 2024"),
        ("2012-03-02/2012-03", "2 March 2012 to March 2012"), ("2023-12-15/2023-12-15", "15 December 2023"),
        ("2023-12/2023-12", "within December 2023"), ("2023/2023", "within 2023"),
        ("2023-40/2023-40", "within the first half of 2023"),
        ("2012-07-23/..", "since 23 July 2012"), ("2012-07-23/", "from 23 July 2012, end unknown"),
        ("../2023", "until 2023"),
        ("/2023", "until 2023, start unknown"), ("1984~/..", "since about 1984"),
        ("2023-33/..", "since the first quarter of 2023"),
        ("2023-33~/..", "since about the first quarter of 2023"),
        ("2023-XX-25/..", "since the 25th of some month in 2023"),
        ("/", "start and end unknown"), ("../..", "no start, no end"), ("/..", "start unknown, no end"),
        ("../", "no start, end unknown"),
        ("2014-12-10?/2014-12-15?", "10–15 December 2014 (uncertain)"),
        ("2020-12-06~/2020-12-18~", "about 6–18 December 2020"),
        ("2018-01-05~/2018-01-08", "about 5 January 2018 to 8 January 2018"),
        ("2022-05-16~/2022-06~", "about 16 May 2022 to about June 2022"),
        ("2004-06-XX/2004-07-03", "some day in June 2004 to 3 July 2004"),
        ("198X/199X", "some year in 1980–1989 to some year in 1990–1999"),
        ("2023-33/2023-35", "first to third quarter of 2023"),
        ("2023-33/2024-34", "first quarter of 2023 to the second quarter of 2024"),
        ("2023~/2023~", "within about 2023"),
    ])
    func interval(text: String, words: String) {
        #expect(readEDTF(text).date?.words == words)
    }

    private static let sets: [(String, String, String?)] = [
        ("[2023-12-01..2023-12-15]", "1–15 December 2023, one day", "one day between 1 and 15 December 2023"),
        (
            "[2023-12-22..2024-01-31]", "22 December 2023 – 31 January 2024, one day",
            "one day between 22 December 2023 and 31 January 2024"
        ),
        ("[2023-06-30..2023-07-02]", "30 June – 2 July 2023, one day", "one day between 30 June and 2 July 2023"),
        ("[2023-10..2023-12]", "October–December 2023, one month", "one month between October and December 2023"),
        ("[2020..2023]", "2020–2023, one year", "one year between 2020 and 2023"),
        ("[2023-12-01~..2023-12-15~]", "about 1–15 December 2023, one day", nil),
        ("[2023-33..2023-35]", "first to third quarter of 2023, one quarter", nil),
        ("[2023-12..2023-12]", "December 2023", nil),
        ("[..2023-12-15]", "15 December 2023 or earlier", nil), ("[2023-12..]", "December 2023 or later", nil),
        ("[2023-06,2023-12]", "June or December 2023", nil), ("[2023]", "2023", nil),
        ("[2023,2025]", "2023 or 2025", nil),
        ("[2023-12-01,2023-12-03,2023-12-05]", "1, 3 or 5 December 2023", nil),
        ("[2023-06-01,2023-12-05]", "1 June or 5 December 2023", nil),
        ("[2023-06-01,2024-06-05]", "1 June 2023 or 5 June 2024", nil),
        ("[2023-06?,2023-12]", "June 2023 (uncertain) or December 2023", nil),
        ("[1867,1868,1870..1872]", "1867, 1868 or 1870–1872, one year", nil),
        ("[2020,2023-01..2023-03]", "2020 or January–March 2023, one of these", nil),
        ("[1960-01,1960-02,1960-12..]", "January 1960, February 1960 or December 1960 or later", nil),
        ("[2023-12-XX,2024]", "some day in December 2023 or 2024", nil),
        ("[2020,2021,2022,2023-06?,2024..]", "one of 5 listed, from 1 January 2020 on (some uncertain)", nil),
        ("[2020,2021,2022,2023,2025]", "one of 5 listed, 2020–2025", nil),
        ("[..2019,2021,2022,2023~,2025]", "one of 5 listed, up to 2025 (some approximate)", nil),
        ("[XXXX-01,2021,2022,2023%,2025]", "one of 5 listed (some uncertain or approximate)", nil),
        ("{2023-06,2023-12}", "June and December 2023", nil), ("{1960,1961-12}", "1960 and December 1961", nil),
        ("{1867,1868,1870..1872}", "1867, 1868 and 1870–1872, every year", nil),
        ("{2023-12-01..2023-12-15}", "1–15 December 2023, every day", nil),
        ("{..2023-12-15}", "up to 15 December 2023, every day", nil),
        ("{2023-12..}", "from December 2023 on, every month", nil),
        ("{2020,2023-01..2023-03}", "2020 and January–March 2023, all of these", nil),
        ("{2023-01-05,2023-02-05,2023-03-05,2023-04-05,2023-05-05}", "all of 5 listed, 5 January – 5 May 2023", nil),
    ]

    @Test(arguments: sets)
    func set(text: String, words: String, phrase: String?) {
        #expect(readEDTF(text).date?.words == words)
        #expect(readEDTF(text).date?.phrase == phrase ?? words)
    }
}
