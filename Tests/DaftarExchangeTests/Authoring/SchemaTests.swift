import Daftar
import DaftarExchange
import Foundation
import Testing

/// The schema, judged by Python's jsonschema on files that PyYAML read.
@Suite("JSON Schema")
struct SchemaTests {
    @Test("takes the example, and refuses what is wrong")
    func judged() throws {
        let folder = FileManager.default.temporaryDirectory.appending(
            path: "daftar-schema-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try Data(JSONSchema.eventText.utf8).write(to: folder.appending(path: "schema.json"))
        let script = """
            import json, sys
            try:
                import jsonschema, yaml
            except ImportError as error:
                print("SKIPPED", error); sys.exit(0)
            schema = json.load(open(sys.argv[1]))
            jsonschema.Draft202012Validator.check_schema(schema)
            check = jsonschema.Draft202012Validator(schema)
            text = open(sys.argv[2], encoding="utf-8").read()
            for loader in (yaml.BaseLoader, yaml.SafeLoader):
                event = yaml.load(text, loader)
                for error in check.iter_errors(event): print("ERROR", list(error.path), error.message[:200])
            for key, value in (("kind", "foo"), ("foo", 1), ("places", ["tj"]), ("slug", "A"), ("title", None), ("actors", [{}])):
                if check.is_valid({**event, key: value}): print("TAKEN", key)
            if check.is_valid({}): print("TAKEN nothing")
            print("DONE")
            """
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-W", "ignore", "-c", script, folder.appending(path: "schema.json").path(),
            Files.folder.appending(path: "huawei.yaml").path(),
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        if output.hasPrefix("SKIPPED") {
            print("*** JSON Schema NOT CHECKED: \(output)")
        } else {
            #expect(output == "DONE\n")
        }
    }
}
