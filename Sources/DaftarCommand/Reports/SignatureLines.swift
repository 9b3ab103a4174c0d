import Daftar

/// Who signed an entry having seen what, when it was recorded, and by which hashes it is known.
struct SignatureLines {
    let by: [String]
    let seen: Seen
    let recorded: RecordedDay
    let leaf: Hash
    let statement: Hash

    func show(on out: Output) {
        out.write(
            Wrap.hanging(
                "Signed     ", "\(Words.list(by)), having seen \(Words.seen(seen.size))".cleaned, out.screen.columns))
        out.line("Recorded   \(Words.day(recorded))")
        out.line("Leaf       \(leaf.base64)")
        out.line("Statement  \(statement.base64)")
    }
}

extension Output {
    /// A title, bold, with an entry's number at the right end of its first line.
    func title(_ text: String, entry index: Int) {
        let entry = "entry \(index)"
        for (i, line) in Wrap.lines(text, screen.columns - entry.width - 2).enumerated() {
            let gap = String(repeating: " ", count: max(1, screen.columns - line.width - entry.width))
            self.line(styled(line, .bold) + (i == 0 ? gap + entry : ""))
        }
    }
}
