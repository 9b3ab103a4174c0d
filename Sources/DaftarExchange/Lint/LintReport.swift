public import Daftar

/// What `daftar lint` says about one or more files.
public struct LintReport: Sendable {
    /// Each event that was read, in the order of reading.
    public private(set) var readings: [EventReader.Reading] = []
    private var paths: [String] = []

    public init() {}

    /// Takes in what came of reading one event.
    public mutating func add(_ reading: EventReader.Reading, path: String) {
        readings.append(reading)
        if !paths.contains(path) { paths.append(path) }
    }

    public var diagnostics: [Diagnostic] { readings.flatMap(\.diagnostics) }
    public var errorCount: Int { diagnostics.count { $0.severity == .error } }
    public var warningCount: Int { diagnostics.count { $0.severity == .warning } }
    public var isGood: Bool { errorCount == 0 }

    // MARK: For a person

    /// Every diagnostic and a closing line.
    public var text: String { diagnostics.map(\.text).joined() + summary + "\n" }

    /// ```
    /// 2 errors, 1 warning in 1 file; nothing was signed
    /// huawei.yaml: good; 4 sources, 1 of them an original
    /// ```
    public var summary: String {
        guard isGood else {
            let counts = [
                Self.count(errorCount, "error"), warningCount > 0 ? Self.count(warningCount, "warning") : nil,
            ]
            return counts.compactMap(\.self).joined(separator: ", ")
                + " in \(Self.count(paths.count, "file")); nothing was signed"
        }
        let warnings = warningCount > 0 ? ", " + Self.count(warningCount, "warning") : ""
        if readings.count == 1, let draft = readings.first?.draft, let path = paths.first {
            return "\(Harmless.line(path)): good\(warnings); \(Self.sources(of: draft))"
        }
        return "\(Self.count(readings.count, "event")) in \(Self.count(paths.count, "file")): good\(warnings)"
    }

    /// `4 sources, 1 of them an original`
    private static func sources(of draft: EventDraft) -> String {
        let sources = draft.content.sources
        let originals = sources.count { $0.isOriginal }
        guard sources.count > 1 else { return originals == 1 ? "1 source, an original" : "1 source, no original" }
        switch originals {
        case 0: return "\(sources.count) sources, none of them an original"
        case 1: return "\(sources.count) sources, 1 of them an original"
        case sources.count: return "\(sources.count) sources, all of them originals"
        default: return "\(sources.count) sources, \(originals) of them originals"
        }
    }

    private static func count(_ number: Int, _ thing: String) -> String {
        "\(number) \(thing)\(number == 1 ? "" : "s")"
    }

    // MARK: For a machine

    /// One object: the diagnostics, and how many of each severity.
    public var json: JSONValue {
        [
            "diagnostics": .array(diagnostics.map(\.json)), "errors": .integer(errorCount),
            "events": .integer(readings.count), "files": .integer(paths.count), "warnings": .integer(warningCount),
        ]
    }
}

extension Diagnostic {
    /// The diagnostic as one object, every text fit to be shown.
    public var json: JSONValue {
        var object: [String: JSONValue] = [
            "path": .string(Harmless.line(path)), "line": .integer(line), "column": .integer(column),
            "length": .integer(length), "severity": .string(severity.rawValue), "code": .string(code.rawValue),
            "message": .string(Harmless.line(message)), "source": .string(Harmless.line(sourceLine)),
        ]
        object["label"] = label.map { .string(Harmless.line($0)) }
        object["hint"] = hint.map { .string(Harmless.line($0)) }
        return .object(object)
    }
}
