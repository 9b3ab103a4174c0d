import DaftarExchange
import Foundation
import Testing

@Test("scratch events") func scratchEvents() throws {
    let folder = "/work/scratch/events/"
    for name in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() where name.hasSuffix(".yaml") && name != "charter.yaml" {
        let bytes = try [UInt8](Foundation.Data(contentsOf: URL(filePath: folder + name)))
        var report = LintReport()
        report.add(EventReader().read(bytes, path: name), path: name)
        print(report.text)
        if let draft = report.readings.first?.draft {
            let again = EventReader().read(Array(EventWriter.yaml(draft).utf8), path: name)
            #expect(again.draft?.content == draft.content)
        }
    }
}
