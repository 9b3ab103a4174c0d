import Daftar
import DaftarCommand
import Testing

/// Our exports as other people's programs read them: of the project's own ledger's kind of events, and of a life with
/// everything that can happen to one.
@Suite struct JudgedExportTests {
    private static func homes() throws -> [Home] {
        let example = try Home()
        try example.takeExample()
        let life = try Life()
        for step in life.steps { try step() }
        try life.withdrawName()
        return [example, life.home]
    }

    @Test func frictionlessReadsThePackage() throws {
        for home in try Self.homes() {
            #expect(FolderExportTests.export(home, ["datapackage"], "package").exit == .done)
            #expect(FolderExportTests.export(home, ["datapackage"], "package.zip").exit == .done)
            try Validators.check("frictionless", Judges.frictionless, [home.file("package/datapackage.json")])
            try Validators.check("frictionless", Judges.frictionless, [home.file("package.zip")])
        }
    }

    /// A word that another program wrote, and that is of no vocabulary, is named in the package: it stays valid.
    @Test func foreignWordsAreNamed() throws {
        let life = try Life()
        try life.steps[0]()
        #expect(FolderExportTests.export(life.home, ["datapackage"], "package").exit == .done)
        let text = String(decoding: try life.home.read("package/datapackage.json"), as: UTF8.self)
        #expect(text.contains("\"value\": \"person\""))
        try Validators.check("frictionless", Judges.frictionless, [life.home.file("package/datapackage.json")])
    }

    @Test func theDepositIsAGoodCrate() throws {
        for home in try Self.homes() {
            #expect(FolderExportTests.export(home, ["ro-crate"], "crate").exit == .done)
            try Validators.check("rocrate_validator", Judges.crate, [home.file("crate")])
        }
    }

    @Test func datasetteShowsTheDatabase() throws {
        for (home, word) in zip(try Self.homes(), ["memorandum", "epsilon"]) {
            #expect(FolderExportTests.export(home, ["sqlite"], "events.sqlite").exit == .done)
            let answer = try Validators.run(
                "/usr/bin/env",
                ["sqlite3", home.file("events.sqlite"), "PRAGMA integrity_check; PRAGMA foreign_key_check"])
            #expect(answer.text == "ok\n" && answer.status == 0, "\(answer.text)")
            try Validators.check("datasette", Judges.datasette, [home.file("events.sqlite"), word])
        }
    }

    @Test func theTablesSayWhatTheLinesSay() throws {
        for home in try Self.homes() {
            #expect(FolderExportTests.export(home, ["csv", "--tables"], "tables").exit == .done)
            #expect(FolderExportTests.export(home, ["jsonl"], "events.jsonl").exit == .done)
            try Validators.check("csv", Judges.tables, [home.file("tables"), home.file("events.jsonl")])
        }
    }
}
