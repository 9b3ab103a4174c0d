import Foundation

/// The console blocks of a Markdown file: what a reader types, and what they are told to expect.
///
/// ````
/// ```console
/// $ daftar verify Records --trust Keys
/// Intact: 14 entries of …
/// ```
/// ````
/// `…` stands for anything in a line, and alone on a line for any lines.
struct Transcript {
    struct Step {
        let command: String
        let expected: [String]
        /// Where the command stands in the file, from 1.
        let line: Int
    }

    let steps: [Step]

    init(markdown text: String) {
        var steps: [Step] = []
        var isInside = false, command: String?, expected: [String] = [], start = 0
        func close() {
            if let command { steps.append(Step(command: command, expected: expected, line: start)) }
            (command, expected) = (nil, [])
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line == "```console" { isInside = true; continue }
            if isInside, line == "```" { close(); isInside = false; continue }
            guard isInside else { continue }
            if let open = command, open.hasSuffix("\\") || open.hasSuffix("|"), expected.isEmpty {
                command = open + "\n" + line
            } else if let open = command, line.hasPrefix("> "), expected.isEmpty {
                // A here-document, as a shell prompts for its lines.
                command = open + "\n" + line.dropFirst(2)
            } else if line.hasPrefix("$ ") {
                close()
                (command, start) = (String(line.dropFirst(2)), number + 1)
            } else {
                expected.append(String(line))
            }
        }
        self.steps = steps
    }

    /// True where `output` is what `expected` says.
    static func matches(_ output: [String], _ expected: [String]) -> Bool {
        guard let first = expected.first else { return output.isEmpty }
        if first == "…" {
            return (0...output.count).contains { matches(Array(output[$0...]), Array(expected.dropFirst())) }
        }
        guard let line = output.first, fits(line[...], first.components(separatedBy: "…")[...], isFirst: true) else {
            return false
        }
        return matches(Array(output.dropFirst()), Array(expected.dropFirst()))
    }

    /// The pieces between the `…` stand in the line in order, the first at its start, the last at its end.
    private static func fits(_ line: Substring, _ pieces: ArraySlice<String>, isFirst: Bool) -> Bool {
        guard let piece = pieces.first else { return true }
        if pieces.count == 1 { return isFirst ? line == piece : line.hasSuffix(piece) }
        if isFirst {
            return line.hasPrefix(piece) && fits(line.dropFirst(piece.count), pieces.dropFirst(), isFirst: false)
        }
        guard let range = line.range(of: piece), !piece.isEmpty else {
            return piece.isEmpty && fits(line, pieces.dropFirst(), isFirst: false)
        }
        return fits(line[range.upperBound...], pieces.dropFirst(), isFirst: false)
    }
}
