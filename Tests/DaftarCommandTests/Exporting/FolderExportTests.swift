import Daftar
import DaftarCommand
import DaftarExchange
import Foundation
import Testing

/// Exports of several files, and the database.
@Suite struct FolderExportTests {
    /// Each way to write what is not one stream, by its options and the end of the name it is given.
    static let ways = [
        (["csv", "--tables"], ""), (["datapackage"], ""), (["datapackage"], ".zip"), (["ro-crate"], ""),
        (["ro-crate"], ".zip"), (["sqlite"], ".sqlite"),
    ]

    static func export(_ home: Home, _ format: [String], _ name: String, _ more: String...) -> Home.Result {
        home.run(["export", "--ledger", "Records", "--trust", "Keys", "-o", name, "--format"] + format + more)
    }

    /// A file's bytes, or those of all files in a folder, by name.
    static func bytes(_ home: Home, _ name: String) throws -> [String: [UInt8]] {
        let files = home.files(name)
        if files.isEmpty { return ["": try home.read(name)] }
        return Dictionary(
            uniqueKeysWithValues: try files.map { (String($0.dropFirst(name.utf8.count)), try home.read($0)) })
    }

    /// Some text of an export, wherever it stands in it.
    static func holds(_ home: Home, _ name: String, _ text: String) throws -> Bool {
        try bytes(home, name).values.contains { Data($0).range(of: Data(text.utf8)) != nil }
    }

    // MARK: The same bytes

    /// What was exported then, and what is exported later of the same checkpoint: byte for byte, on another machine too.
    @Test func theSameBytesForTheSameCheckpoint() throws {
        let life = try Life(), home = life.home, half = life.steps.count / 2
        for step in life.steps.prefix(half) { try step() }
        let size = try life.size
        for (format, end) in Self.ways {
            let then = Self.export(home, format, "then" + format[0] + end)
            #expect(then.exit == .done, "\(then.err)")
        }
        for step in life.steps.dropFirst(half) { try step() }
        let other = try Home(copying: home)
        for (format, end) in Self.ways {
            let name = format[0] + end, then = try Self.bytes(home, "then" + name)
            #expect(Self.export(home, format, "again" + name, "--at", "\(size)").exit == .done)
            #expect(Self.export(other, format, "again" + name, "--at", "\(size)").exit == .done)
            #expect(try Self.bytes(home, "again" + name) == then, "\(name)")
            #expect(try Self.bytes(other, "again" + name) == then, "\(name)")
            #expect(Self.export(home, format, "now" + name).exit == .done)
            #expect(try Self.bytes(home, "now" + name) != then, "\(name)")
        }
    }

    /// An archive holds the very files of the folder.
    @Test func anArchiveIsTheFolder() throws {
        let home = try Home()
        try home.takeExample()
        #expect(Self.export(home, ["ro-crate"], "crate").exit == .done)
        #expect(Self.export(home, ["ro-crate"], "crate.zip").exit == .done)
        let packed = try home.read("crate.zip")
        let archive = try ZipArchive(size: packed.count) { Array(packed[$0..<$0 + $1]) }
        try archive.checkBytes()
        #expect(archive.entries.map { "crate/" + $0.name } == home.files("crate"))
        for entry in archive.entries {
            #expect(try archive.read(entry, from: 0, count: entry.size) == home.read("crate/" + entry.name))
        }
    }

    // MARK: Where it goes

    @Test func nothingIsWrittenOverAndNothingIsLeft() throws {
        let home = try Home()
        try home.takeExample()
        try home.write("mine", "mine/file")
        try home.write("mine", "mine.zip")
        try home.write("mine", "mine.sqlite")
        let before = home.files("")
        for (format, end) in Self.ways {
            for name in ["mine" + end, "Records/out" + end, "nowhere/out" + end] {
                let refused = Self.export(home, format, name)
                #expect(refused.exit == .failed && refused.err.contains("hint: "), "\(name): \(refused.err)")
            }
            let piped = home.run(["export", "Records", "--trust", "Keys", "--format"] + format)
            #expect(piped.exit == .usage && piped.out.isEmpty, "\(piped.err)")
        }
        #expect(Self.export(home, ["jsonl", "--tables"], "out").exit == .usage)
        #expect(home.files("").filter { !$0.hasPrefix("/.") } == before)
    }

    /// An event that can't be read ends it in the middle.
    @Test func aFailureOnTheWayLeavesNothing() throws {
        let life = try Life(), home = life.home
        for step in life.steps { try step() }
        let store = try #require(home.files(".local").first { $0.hasSuffix("ledger.sqlite") })
        let broken = try Validators.run(
            "/usr/bin/env", ["sqlite3", home.file(store), "UPDATE events SET content = 'no' WHERE slug = 'delta'"])
        try #require(broken.status == 0, "\(broken.text)")
        let before = home.files("").filter { !$0.hasPrefix("/.local") }
        for (format, end) in Self.ways + [(["csv"], ".csv"), (["jsonl"], ".jsonl")] {
            #expect(Self.export(home, format, "out" + end).exit == .failed)
        }
        #expect(home.files("").filter { !$0.hasPrefix("/.local") } == before)
    }

    // MARK: What is in it

    /// A row leads back to what was signed: its leaf is that of a proof, whose entry holds the author's signature.
    @Test func aRowLeadsToItsSignature() throws {
        let home = try Home()
        try home.takeExample()
        #expect(Self.export(home, ["csv", "--tables"], "out").exit == .done)
        let lines = String(decoding: try home.read("out/sources.csv"), as: UTF8.self).split(separator: "\r\n")
        let cells = try #require(lines.last).split(separator: ",", omittingEmptySubsequences: false)
        #expect(lines[0].hasPrefix("entry,leaf,number,id,"))
        let proved = home.run(["prove", String(cells[0]), "Records", "-o", "one.proof"])
        #expect(proved.exit == .done, "\(proved.err)")
        let proof = try TlogProof(parsing: try home.read("one.proof")), entry = try #require(proof.entry)
        #expect(Hash.leaf(entry.span).base64 == cells[1])
        let checked = home.run("check", "one.proof", "--trust", "Keys")
        #expect(checked.exit == .done && checked.out.contains("signed by"), "\(checked.out) \(checked.err)")
    }

    @Test func filtersAndMarksAreInEveryTable() throws {
        let life = try Life(), home = life.home
        for step in life.steps { try step() }
        #expect(Self.export(home, ["csv", "--tables"], "out", "--place", "TJ").exit == .done)
        let events = String(decoding: try home.read("out/events.csv"), as: UTF8.self)
        #expect(events.contains(",'--place TJ,") && !events.contains("beta"))
        let places = String(decoding: try home.read("out/places.csv"), as: UTF8.self).split(separator: "\r\n")
        #expect(places[1...].allSatisfy { $0.contains(",'--place TJ,") && $0.contains(",TJ") })
        #expect(places.contains { $0.contains("corrected by 16; endorsed by 8") }, "\(places)")
    }

    @Test func whatWasWithdrawnIsCountedAndNotThere() throws {
        let life = try Life(), home = life.home
        for step in life.steps { try step() }
        try life.withdrawName()
        for (format, end) in Self.ways {
            let name = "out" + format[0] + end
            #expect(Self.export(home, format, name, "--at", "4").exit == .done)
            #expect(try !Self.holds(home, name, Life.name), "\(name)")
            #expect(try Self.holds(home, name, "withdrawn"), "\(name)")
        }
    }

    @Test func whatIsWithheldIsOnlyThereForItsAuthor() throws {
        let home = try WithheldTests.secret()
        for (format, end) in Self.ways {
            let name = "out" + format[0] + end, own = "own" + format[0] + end
            #expect(Self.export(home, format, name).exit == .done)
            for trace in WithheldTests.traces { #expect(try !Self.holds(home, name, trace), "\(name)") }
            let done = Self.export(home, format, own, "--include-private", "--passphrase-file", "pass")
            #expect(done.exit == .done && done.err.contains("NOT TO BE PUBLISHED"), "\(done.err)")
            #expect(try Self.holds(home, own, "Zubaida Quddusova") && Self.holds(home, own, "actors.0"), "\(own)")
            let inside = Self.export(
                home, format, "Records/" + own, "--include-private", "--passphrase-file", "pass")
            #expect(inside.exit == .failed && !home.exists("Records/" + own))
            let modes = try ([own] + home.files(own)).map {
                try FileManager.default.attributesOfItem(atPath: home.file($0))[.posixPermissions] as? Int
            }
            #expect(modes.allSatisfy { ($0 ?? 0o777) & 0o077 == 0 }, "\(own): \(modes)")
        }
    }
}
