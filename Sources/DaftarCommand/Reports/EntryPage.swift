import Daftar
import DaftarStore

/// An entry that is no event: what type it is, what it says in the clear and in its content, who signed it.
struct EntryPage {
    let index: Int
    let leaf: Hash
    let recorded: RecordedDay
    let statement: Statement
    let ledger: Ledger?
    /// Stolen keys signed it; a control entry stays in force all the same.
    let isDoubted: Bool

    init(_ index: Int, _ bytes: [UInt8], in ledger: Ledger? = nil, isDoubted: Bool = false) throws(Failure) {
        guard let (recorded, statement) = Statement.inEntry(bytes) else {
            throw Failure("entry \(index) can't be read", hint: "daftar verify says more")
        }
        (self.index, self.recorded, self.statement, self.ledger) = (index, recorded, statement, ledger)
        self.isDoubted = isDoubted
        leaf = Hash.leaf(bytes.span)
    }

    func show(_ out: Output) {
        out.title(statement.typeName.cleaned, entry: index)
        if isDoubted {
            out.paragraph(StateWords.doubted + (statement.type.isControl ? "; it stays in force" : ""))
        }
        out.line()
        if let lines = ControlWords(statement, in: ledger)?.lines(statement) {
            for line in lines { out.write(Wrap.hanging("  ", line.cleaned, out.screen.columns)) }
            out.line()
        }
        let body = (try? CanonicalJSON.parse(statement.body))?.object ?? [:]
        for (name, value) in body where name != "type" {
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
            "signed-by": .array(statement.by.map { .string($0) }), "doubted": .bool(isDoubted),
            "body": (try? CanonicalJSON.parse(statement.body)) ?? .object([:]),
        ]
    }
}
