import Daftar
import DaftarCommand
import Testing

@Suite struct RepairTests {
    /// A ledger of three entries, and a copy of it.
    static func copied() throws -> Home {
        let home = try Home.withLedger()
        try home.add("one")
        try home.add("two")
        try home.copy("Records", to: "copy")
        return home
    }

    @Test func healsAndSaysWhat() throws {
        let home = try Self.copied()
        try home.flip("Records/tile/entries/000.p/3", at: 1200)
        try home.remove("Records/tile/0/000.p/3")
        try home.flip("Records/content/000.jsonl", at: 80)
        try home.remove("Records/checkpoint")
        let damaged = home.run("verify")
        #expect(damaged.exit == .notIntact && damaged.err.contains("daftar repair"), "\(damaged.err)")
        let healed = home.run("repair", "--from", "copy")
        #expect(healed.exit == .done, "\(healed)")
        for path in ["tile/entries/000.p/3", "tile/0/000.p/3", "content/000.jsonl", "checkpoint"] {
            #expect(healed.out.contains("restored  \(path)\n"), "\(healed.out)")
            #expect(try home.read("Records/" + path) == home.read("copy/" + path))
        }
        #expect(healed.out.contains("Intact: 3 entries"))
        #expect(home.files("Records").allSatisfy { !$0.contains(".tmp-") })
        #expect(home.run("repair", "--from", "copy").out.hasPrefix("No file was found that had to be restored."))
    }

    @Test func refusesTheRest() throws {
        let home = try Self.copied()
        for folder in ["Records", "copy"] { try home.flip("\(folder)/tile/entries/000.p/3", at: 1200) }
        try home.flip("Records/content/000.jsonl", at: 80)
        let partly = home.run("repair", "--from", "copy")
        #expect(
            partly.exit == .notIntact && partly.out.contains("refused   tile/entries/000.p/3: entry "), "\(partly)")
        let json = home.run("repair", "--from", "copy", "--json").json
        #expect(json?["files"]?.array?.first?["result"]?.string == "refused")
        #expect(json?["verdict"]?["verdict"]?.string == "not-intact")
    }

    @Test func aForkIsNoDamage() throws {
        let home = try Home.withLedger()
        try home.copy("Records", to: "before")
        try home.add("first")
        #expect(home.run("verify").exit == .done)
        try home.copy(".local/state/daftar/memory", to: "memory")
        for gone in ["Records", ".local/state/daftar"] { try home.remove(gone) }
        try home.copy("before", to: "Records")
        try home.add("second")
        try home.copy("memory", to: ".local/state/daftar/memory")
        let refused = home.run("repair", "--from", "before")
        #expect(refused.exit == .notIntact && refused.err.contains("ALARM"), "\(refused)")
    }

    @Test func needsAnchorsAndAnotherFolder() throws {
        let home = try Self.copied()
        #expect(home.run("repair", "--from", "Records").exit == .usage)
        #expect(home.run("repair", "--from", "nothing").exit == .noLedger)
        home.environment["XDG_CONFIG_HOME"] = home.file("elsewhere")
        #expect(home.run("repair", "--from", "copy").exit == .unvouched)
        #expect(home.run("repair", "--from", "copy", "--trust", "Keys").exit == .done)
    }

    /// A folder that is a link would lead what is written out of the ledger.
    @Test func neverWritesThroughALink() throws {
        let home = try Self.copied()
        try home.copy("Records/content", to: "outside")
        try home.flip("outside/000.jsonl", at: 80)
        let before = try home.read("outside/000.jsonl")
        try home.remove("Records/content")
        try home.link("Records/content", to: home.file("outside"))
        #expect(home.run("repair", "--from", "copy").exit == .failed)
        #expect(try home.read("outside/000.jsonl") == before)
    }
}
