import Daftar
import DaftarStore

/// An entry that is no event: what type it is, what it says in the clear and in its content, who signed it.
struct EntryPage {
    let index: Int
    let leaf: Hash
    let recorded: RecordedDay
    let statement: Statement

    init(_ index: Int, _ bytes: [UInt8]) throws(Failure) {
        guard let (recorded, statement) = Statement.inEntry(bytes) else {
            throw Failure("entry \(index) can't be read", hint: "daftar verify says more")
        }
        (self.index, self.recorded, self.statement) = (index, recorded, statement)
        leaf = Hash.leaf(bytes.span)
    }

    func show(_ out: Output) {
        out.title(statement.typeName.cleaned, entry: index)
        out.line()
        let body = (try? CanonicalJSON.parse(statement.body))?.object ?? [:]
        for (name, value) in body.sorted(by: { $0.key < $1.key }) where name != "type" {
            out.write(Wrap.hanging("  \(name.cleaned.padded(to: 14))", value.shownText.cleaned, out.screen.columns))
        }
        out.line()
        SignatureLines(
            by: statement.by, seen: statement.seen, recorded: recorded, leaf: leaf, statement: statement.hash
        ).show(on: out)
    }

    var json: JSONValue {
        [
            "entry": .integer(index), "leaf": .string(leaf.base64), "statement": .string(statement.hash.base64),
            "recorded": .string(recorded.description), "seen": .integer(statement.seen.size),
            "signed-by": .array(statement.by.map { .string($0) }),
            "body": (try? CanonicalJSON.parse(statement.body)) ?? .object([:]),
        ]
    }
}
