import Testing

@testable import DaftarCommand

@Suite struct TerminalTests {
    @Test func nothingMovesTheCursor() {
        #expect("a\u{1B}[2Jb".cleaned == "a\u{FFFD}[2Jb")
        #expect("a\r\nb\tc".cleaned == "a\u{FFFD} b c")
        #expect("a\nb".cleanedLines == "a\nb")
        #expect("\u{202E}evil\u{2066}".cleaned == "\u{FFFD}evil\u{FFFD}")
        #expect("\u{9B}31m\u{7F}".cleaned == "\u{FFFD}31m\u{FFFD}")
        #expect("Бег Сабур, تاجیکستان".cleaned == "Бег Сабур, تاجیکستان")
    }

    @Test func widths() {
        #expect("abc".width == 3)
        #expect("Бег".width == 3)
        #expect("防火长城".width == 8)
        #expect("e\u{301}".width == 1)
        #expect("防火长城".truncated(to: 5) == "防火…")
        #expect("abc".padded(to: 5) == "abc  ")
        #expect("7".paddedLeft(to: 3) == "  7")
    }

    @Test func wraps() {
        #expect(Wrap.lines("one two three four", 9) == ["one two", "three", "four"])
        #expect(Wrap.lines("防火长城防火长城", 8) == ["防火长城", "防火长城"])
        #expect(Wrap.lines("a\n\nb", 10) == ["a", "", "b"])
        #expect(Wrap.hanging("x: ", "one two three four", 12) == "x: one two\n   three\n   four\n")
    }

    @Test func words() {
        #expect(Words.count(1, "entry", "entries") == "1 entry")
        #expect(Words.count(3204, "entry", "entries") == "3,204 entries")
        #expect(Words.entries([1, 2, 3, 7]) == "entries 1–3, 7")
        #expect(Words.list(["a", "b", "c"]) == "a, b and c")
        #expect(Ranges.rest(of: 10, without: [2...3, 3...5, 9...9]) == [0...1, 6...8])
    }
}
