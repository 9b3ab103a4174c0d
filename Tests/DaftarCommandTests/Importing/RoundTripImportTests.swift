import Daftar
import DaftarCommand
import Foundation
import Testing

/// What is exported and imported into an empty ledger is the same again.
@Suite struct RoundTripImportTests {
    /// The whole of Records: every event, every relation, word by word.
    @Test func records() throws {
        let old = try Home(), new = try Home.withLedger()
        for name in ["Records", "Keys"] {
            try FileManager.default.copyItem(
                atPath: TranscriptTests.project.appendingPathComponent(name).path, toPath: old.file(name))
        }
        let before = try lines(of: old, "Records", "--trust", "Keys")
        try new.write(before.text, "all.jsonl")
        let result = new.run("import", "all.jsonl", "--passphrase-file", "pass", "--report", "json")
        try #require(result.exit == .done, "\(result.err)")
        let after = try lines(of: new, "Records")
        #expect(before.events.count > 10 && before.events == after.events)
        #expect(new.run("verify").exit == .done)
        // Once more, and every slug is taken.
        let again = new.run("import", "all.jsonl", "--passphrase-file", "pass", "--report", "json")
        #expect(again.exit == .failed && again.json?["errors"]?.integer == before.events.count)
    }

    /// Events by slug, each relation led to the slug of what it means; the reason of a correction is no part of an event.
    private func lines(of home: Home, _ arguments: String...) throws -> (text: String, events: JSONObject) {
        let export = home.run(["export"] + arguments + ["--format", "jsonl"])
        try #require(export.exit == .done, "\(export.err)")
        let lines = try export.out.split(separator: "\n").map { try CanonicalJSON.parse(Array($0.utf8), levels: 16) }
        var slugs: [String: String] = [:]
        for line in lines { slugs[line["statement"]?.string ?? ""] = line["event"]?["slug"]?.string }
        var events: JSONObject = [:]
        for line in lines {
            var event = line["event"]?.object ?? [:]
            if line["marks"]?["corrected-by"] != nil { event["reason"] = nil }
            event["relations"] = event["relations"]?.array.map { relations in
                .array(
                    relations.map { relation in
                        var members = relation.object ?? [:]
                        members["to"] = (members["to"]?.string).flatMap { slugs[$0] }.map { .string($0) }
                        return .object(members)
                    })
            }
            events[event["slug"]?.string ?? ""] = .object(event)
        }
        return (export.out, events)
    }

    /// Of the flat table what it holds comes back: the rest is said, and persons are refused without their offices.
    @Test func flatTable() throws {
        let home = try Home.withLedger(), other = try Home.withLedger()
        try home.write(
            Home.event("one", kind: "law/order", extra: "summary: \"=SUM(1) is text, and 'so' is this\"\ntags: [a, b]")
                .replacing(
                    "quotes:\n  - {text: \"so they said\", language: en, mode: verbatim, said-by: paper, sources: [paper]}\n",
                    with: ""),
            "one.yaml")
        #expect(home.append("one.yaml").exit == .done)
        try other.write(home.run("export", "--format", "csv").out, "all.csv")
        let result = other.run("import", "all.csv", "--passphrase-file", "pass")
        #expect(result.exit == .done && result.err.contains("holds less than the ledger"), "\(result.err)")
        let before = home.run("show", "one", "--yaml").out, after = other.run("show", "one", "--yaml").out
        let lost = ["    language: en", "  - id: paper"]
        #expect(
            before.split(separator: "\n").filter { !lost.contains(String($0)) }
                == after.split(separator: "\n").filter { $0 != "  - id: s1" })
    }
}
