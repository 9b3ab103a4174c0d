public import Daftar

/// What `daftar lint` says about one or more files.
public struct LintReport: Sendable {
    /// In the order of reading; no more than are kept.
    public private(set) var diagnostics: [Diagnostic] = []
    public private(set) var errorCount = 0
    public private(set) var warningCount = 0
    /// How many events were read.
    public private(set) var eventCount = 0
    /// The first event, as far as it may be signed.
    private var first: EventDraft?
    private var paths: [String] = []
    private let kept: Int

    /// - Parameter kept: the most diagnostics that are kept; more are only counted, for a batch may have a million.
    public init(keeping kept: Int = .max) { self.kept = kept }

    /// Room for so many more.
    public var room: Int { kept - diagnostics.count }

    /// Takes in what came of reading one event.
    public mutating func add(_ reading: EventReader.Reading, path: String) {
        if eventCount == 0 { first = reading.draft }
        eventCount += 1
        errorCount += reading.errorCount
        warningCount += reading.warningCount
        if !reading.diagnostics.isEmpty { diagnostics += reading.diagnostics.prefix(room) }
        if paths.last != path, !paths.contains(path) { paths.append(path) }
    }

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
        if eventCount == 1, let draft = first, let path = paths.first {
            return "\(Harmless.line(path)): good\(warnings); \(Self.sources(of: draft))"
        }
        return "\(Self.count(eventCount, "event")) in \(Self.count(paths.count, "file")): good\(warnings)"
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
            "events": .integer(eventCount), "files": .integer(paths.count), "warnings": .integer(warningCount),
        ]
    }
}

extension Diagnostic {
    /// The diagnostic as one object, every text fit to be shown.
    public var json: JSONValue {
        var object: JSONObject = [
            "path": .string(Harmless.line(path)), "line": .integer(line), "column": .integer(column),
            "length": .integer(length), "severity": .string(severity.rawValue), "code": .string(code.rawValue),
            "message": .string(Harmless.line(message)), "source": .string(Harmless.line(sourceLine)),
        ]
        object["label"] = label.map { .string(Harmless.line($0)) }
        object["hint"] = hint.map { .string(Harmless.line($0)) }
        return .object(object)
    }
}
