import Daftar
import Testing

/// Content that is passed on as it is stored says what it says when it is taken apart.
@Suite struct StoredMembersTests {
    private static var contents: [EventContent] {
        var hidden = EventContent(
            fields: ["kind": "law/adopt", "date": "2023-12", "title": ["en": "A \"title\"\nin lines"]],
            lists: ["actors": [["id": "a"]], "zeta": [[:], "text"]])
        hidden.append(.notShown(.withdrawn), to: "actors")
        hidden.append(.shown(["id": "b"]), to: "actors")
        hidden.append(.notShown(.missing), to: "sources")
        hidden.fieldsNotShown = [.withheld: 3, .withdrawn: 1]
        return [
            EventContent(), EventContent(fields: ["date": 2023]), hidden,
            EventContent(fields: ["actors": ["field"], "x-own": [1, -2, [:], []]], lists: ["actors": ["list"]]),
            EventContent(lists: ["dates": [["edtf": "2023"]]]),
        ]
    }

    private static func event(_ stored: StoredMembers) throws -> RecordedEvent {
        RecordedEvent(
            index: 1, leaf: .emptyTree, statement: .emptyTree, recorded: try #require(RecordedDay("2026-11-24")),
            signers: [], seen: .nothing, stored: stored, marks: .init())
    }

    @Test func bothWaysSayTheSame() throws {
        for content in Self.contents {
            let event = try Self.event(try #require(StoredMembers(StoredContent.encode(content))))
            #expect(event.content == content)
            var members = content.fields, spliced: [UInt8] = [], opened: [UInt8] = []
            for list in content.lists { members[list.name] = .array(list.parts.compactMap(\.value)) }
            event.appendContent(to: &spliced)
            event.opened(content, privateParts: []).appendContent(to: &opened)
            #expect(spliced == CanonicalJSON.encode(.object(members)) && opened == spliced)
            for reason in EventContent.NotShown.allCases { #expect(event.count(reason) == content.count(reason)) }
            #expect(event.notShownCount == content.notShownCount)
            #expect(event.dateText == content.fields["date"]?.string)
            #expect(event.sourcesDisagree == content.sourcesDisagree)
        }
    }

    /// Whatever is taken here can be taken apart: a store that was damaged is refused before anything is written of it.
    @Test func whatIsDamagedIsRefused() {
        let bytes = Self.contents.map(StoredContent.encode)
        for whole in bytes {
            for place in whole.indices {
                for byte in [UInt8(ascii: "\""), UInt8(ascii: "}"), UInt8(ascii: "x"), 0, whole[place] ^ 1] {
                    var damaged = whole
                    damaged[place] = byte
                    if StoredMembers(damaged) != nil { #expect(StoredContent.decode(damaged) != nil) }
                }
                #expect(StoredMembers(Array(whole[..<place])) == nil)
            }
        }
        for text in ["", "{}", "[]", "{\"lists\":{}}", "{\"fields\":[]}", "{\"fields\":{},\"not-shown\":{\"lost\":1}}"]
        {
            #expect(StoredMembers(Array(text.utf8)) == nil, "\(text)")
        }
    }
}
