import Daftar
import Testing

@testable import DaftarExchange

/// A capture put into an event file: everything else stays as somebody wrote it.
@Suite struct CaptureEditTests {
    static let item = CaptureItem(
        source: "paper", digest: Hash.emptyTree, digestOf: "body", byteCount: 12, mediaType: "text/html",
        stored: "private")
    static let added =
        "- source: paper\n    digest: sha256:\(Hash.emptyTree.hex)\n    digest-of: body\n    bytes: 12\n    media-type: text/html\n    stored: private\n"

    func edit(_ text: String) -> String? {
        guard case .edited(let bytes) = CaptureEdit.adding(Self.item, to: Array(text.utf8)) else { return nil }
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func aNewList() {
        let text = "slug:   odd-blanks   # mine\n\n# a comment\nsources: [{id: paper}]\n"
        #expect(edit(text) == text + "captures:\n  " + Self.added)
    }

    @Test(arguments: ["", "  ", "    "])
    func oneMore(_ indent: String) {
        let list = "captures:   # kept\n\(indent)- source: other\n\(indent)  digest: sha256:aa # one\n"
        let after = "\n# about sources\nsources:\n  - id: paper\n"
        let added = "  \(Self.added)".split(separator: "\n").map { indent + $0.dropFirst(2) + "\n" }.joined()
        #expect(edit(list + after) == list + added + after)
        #expect(edit(list) == list + added)
    }

    @Test func whatCannotBeExtended() {
        #expect(edit("captures: [{source: a}]\nslug: x\n") == nil)
        #expect(edit("{slug: x}\n") == nil)
        #expect(edit("slug: x\r\n") == nil)
        #expect(edit("slug: [\n") == nil)
        #expect(CaptureEdit.adding(Self.item, to: Array("captures:\n  \(Self.added)".utf8)) == .isThere)
    }
}
