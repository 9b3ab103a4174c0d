public import Daftar

// For editors and code review: SARIF 2.1.0 (OASIS).
extension ImportReport {
    /// The findings as a SARIF log, one result each; a result says how often it occurs and where the next ones are.
    public func sarif(version: String) -> JSONValue {
        let listed = listed, codes = Array(Set(listed.map(\.diagnostic.code))).sorted { $0.rawValue < $1.rawValue }
        return [
            "$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0",
            "runs": [
                [
                    "columnKind": "unicodeCodePoints",
                    "results": .array(
                        listed.map { $0.sarif(ruleIndex: codes.firstIndex(of: $0.diagnostic.code) ?? 0) }),
                    "tool": [
                        "driver": [
                            "name": "daftar", "version": .string(version),
                            "rules": .array(codes.map(\.sarif)),
                        ]
                    ],
                    "properties": ["events": .integer(eventCount), "unlisted": .integer(unlisted)],
                ]
            ],
        ]
    }
}

extension DiagnosticCode {
    /// The rule that a finding breaks.
    fileprivate var sarif: JSONValue {
        [
            "id": .string(rawValue), "shortDescription": ["text": .string(rawValue)],
            "fullDescription": ["text": .string(explanation)],
            "defaultConfiguration": ["level": .string(severity.rawValue)],
        ]
    }
}

extension ImportFinding {
    fileprivate func sarif(ruleIndex: Int) -> JSONValue {
        var message = diagnostic.message
        if let label = diagnostic.label { message += "; " + label }
        if let hint = diagnostic.hint { message += ". " + hint }
        var result: JSONObject = [
            "level": .string(diagnostic.severity.rawValue), "locations": [location(diagnostic.line, isFirst: true)],
            "message": ["text": .string(Harmless.line(message))], "occurrenceCount": .integer(count),
            "ruleId": .string(diagnostic.code.rawValue), "ruleIndex": .integer(ruleIndex),
        ]
        if lines.count > 1 {
            result["relatedLocations"] = .array(lines.dropFirst().map { location($0, isFirst: false) })
        }
        if let column { result["properties"] = ["column": .string(Harmless.line(column))] }
        return .object(result)
    }

    private func location(_ line: Int, isFirst: Bool) -> JSONValue {
        var region: JSONObject = ["startLine": .integer(line)]
        if isFirst {
            region["startColumn"] = .integer(diagnostic.column)
            region["endColumn"] = .integer(diagnostic.column + diagnostic.length)
            region["snippet"] = ["text": .string(Harmless.line(diagnostic.sourceLine))]
        }
        return [
            "physicalLocation": [
                "artifactLocation": ["uri": .string(ImportFinding.uri(diagnostic.path))], "region": .object(region),
            ]
        ]
    }

    /// A path as a reference (RFC 3986): relative where it was given so.
    static func uri(_ path: String) -> String {
        let kept = Set("/-._~!$&'()*+,;=@".utf8)
        var text = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            let isPlain = (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
            if isPlain || kept.contains(byte) {
                text.append(Character(Unicode.Scalar(byte)))
            } else {
                text += "%" + TextGuard.hex(UInt32(byte))
            }
        }
        return text
    }
}
