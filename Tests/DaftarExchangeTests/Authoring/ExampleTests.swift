import Daftar
import DaftarExchange
import Testing

@Suite("The example of AUTHORING")
struct ExampleTests {
    let reading = EventReader().read(Files.huawei, path: "huawei.yaml")

    @Test("is good, without a warning")
    func isGood() {
        #expect(reading.diagnostics.map { "\($0.line):\($0.column) \($0.code.rawValue) \($0.message)" } == [])
    }

    @Test("is the same when written back and read again")
    func roundTrip() throws {
        let draft = try #require(reading.draft)
        let text = EventWriter.yaml(draft)
        let again = EventReader().read(Array(text.utf8), path: "again.yaml")
        #expect(again.diagnostics.map(\.message) == [])
        #expect(again.draft?.content == draft.content)
    }
}
