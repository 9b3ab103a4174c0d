@testable import Daftar

/// Makes whole ledgers, good and bad: honest by itself, and forged wherever a hook says so.
///
/// Everything behind a forged part is recomputed and signed anew, so that a ledger is wrong in that one thing: what
/// whoever has the keys can do. What whoever has only the files can do comes last, with `host`.
///
/// ```swift
/// var ledger = Forge()                                   // entry 0: a charter of three editors and two authors
/// let event = ledger.event(by: [.rahmon])
/// ledger.append(["type": "retraction", …], by: [.zafar]) // signed by a stranger
/// ledger.host { $0["checkpoint"] = nil }
/// let report = try ledger.published().verify()
/// ```
struct Forge {
    static let origin = "daftar.example/forge"

    /// An entry as it will be published.
    struct Entry {
        var bytes: [UInt8]
        let leaf: Hash
        let statementHash: Hash
        /// The disclosures that are published beside it, and those that its author keeps.
        var shown: [[UInt8]]
        var hidden: [[UInt8]]

        /// The digests of what is published and of what is kept, ascending as text.
        var shownDigests: [String] { Forge.digests(shown) }
        var hiddenDigests: [String] { Forge.digests(hidden) }
    }

    var entries: [Entry] = []
    /// The day of the next entry.
    var day = "2026-11-20"
    var publishing = Publishing()
    private(set) var roots = [Hash.emptyTree]
    private var tree = TreeHasher()
    private var salts = 0

    /// A ledger with a charter; `charter` changes its fields.
    init(
        approvals: Int = 1, _ hooks: EntryHooks = EntryHooks(),
        charter change: (inout JSONObject) -> Void = { _ in }
    ) {
        var charter = Forge.charter(approvals: approvals)
        change(&charter)
        append(.object(charter), by: [.alice], hooks)
    }

    /// Nothing yet: entry 0 is the test's own.
    init(empty: Void) {}

    static func charter(approvals: Int) -> JSONObject {
        [
            "type": "charter", "title": ["en": "A forged ledger"], "description": ["en": "Made for a test."],
            "languages": ["en"], "licence": "CC-BY-4.0", "approvals": .integer(approvals),
            "keys": .array([
                key(.alice, "editor"), key(.bela, "editor"), key(.cyrus, "editor"), key(.rahmon, "author"),
                key(.sitora, "author"),
            ]),
        ]
    }

    static func key(_ key: TestKey, _ role: String) -> JSONValue { ["role": .string(role), "vkey": .string(key.vkey)] }

    static func digests(_ disclosures: [[UInt8]]) -> [String] {
        disclosures.map { Hash.sha256($0).base64 }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    // MARK: Entries

    /// Adds an entry; its index. `by` is written in the order of bytes, whatever the order here.
    @discardableResult
    mutating func append(
        _ body: JSONValue, by keys: [TestKey], seen: Int? = nil, recorded: String? = nil, shown: [[UInt8]] = [],
        hidden: [[UInt8]] = [], _ hooks: EntryHooks = EntryHooks()
    ) -> Int {
        let text = statementText(body, keys, seen: seen, hooks)
        var lines = Forge.sorted(keys).map { $0.line(over: text) }
        hooks.lines?(&lines)
        var statement = SignedNote(text: text, signatures: lines).encoded
        hooks.statement?(&statement)
        var header = Array("daftar/entry@v1\nindex \(entries.count)\n".utf8)
        header += "previous \(entries.last?.leaf.base64 ?? Hash.emptyTree.base64)\nrecorded \(recorded ?? day)\n\n".utf8
        hooks.header?(&header)
        var bytes = header + statement
        hooks.entry?(&bytes)
        return add(bytes, statementHash: Hash.sha256(text), shown: shown, hidden: hidden)
    }

    private func statementText(_ body: JSONValue, _ keys: [TestKey], seen: Int?, _ hooks: EntryHooks) -> [UInt8] {
        var body = CanonicalJSON.encode(body)
        hooks.body?(&body)
        let by = Forge.sorted(keys).map(\.nameAndID).joined(separator: " ")
        let size = seen ?? entries.count, root = roots[min(size, roots.count - 1)]
        var text = Array("daftar/statement@v1\nledger \(Forge.origin)\nby \(by)\n".utf8)
        text += "seen \(size) \(root.base64)\n".utf8
        text += body + [UInt8(ascii: "\n")]
        hooks.text?(&text)
        return text
    }

    private static func sorted(_ keys: [TestKey]) -> [TestKey] {
        keys.sorted { $0.nameAndID.utf8.lexicographicallyPrecedes($1.nameAndID.utf8) }
    }

    /// Adds any bytes at all as the next leaf.
    @discardableResult
    mutating func add(_ bytes: [UInt8], statementHash: Hash = .emptyTree, shown: [[UInt8]] = [], hidden: [[UInt8]] = [])
        -> Int
    {
        let leaf = Hash.leaf(bytes.span)
        entries.append(Entry(bytes: bytes, leaf: leaf, statementHash: statementHash, shown: shown, hidden: hidden))
        tree.append(leaf)
        roots.append(tree.root)
        return entries.count - 1
    }

    /// The statement hash of an entry, as another refers to it.
    func hash(_ entry: Int) -> JSONValue { .string(entries[entry].statementHash.base64) }

    // MARK: Disclosures

    /// A disclosure with a fresh salt: `[salt, name, value]`, or `[salt, value]` without a name.
    mutating func disclosure(_ name: String?, _ value: JSONValue) -> [UInt8] {
        salts += 1
        let salt = Hash.sha256(Array("salt \(salts)".utf8)).bytes.prefix(Disclosure.saltCount)
        return Disclosure(salt: Array(salt), name: name, value: value).encoded
    }
}

/// Where a forger may step in while an entry is made. What comes after is computed from what the hook left.
struct EntryHooks: Sendable {
    typealias Change = @Sendable (inout [UInt8]) -> Void

    /// The JSON.
    var body: Change?
    /// The five lines, before they are signed and hashed.
    var text: Change?
    /// The signature lines.
    var lines: (@Sendable (inout [SignedNote.Signature]) -> Void)?
    /// The signed statement.
    var statement: Change?
    var header: Change?
    /// The whole entry.
    var entry: Change?

    static func body(_ change: @escaping Change) -> EntryHooks { EntryHooks(body: change) }
    static func text(_ change: @escaping Change) -> EntryHooks { EntryHooks(text: change) }
    static func lines(_ change: @escaping @Sendable (inout [SignedNote.Signature]) -> Void) -> EntryHooks {
        EntryHooks(lines: change)
    }
    static func statement(_ change: @escaping Change) -> EntryHooks { EntryHooks(statement: change) }
    static func header(_ change: @escaping Change) -> EntryHooks { EntryHooks(header: change) }
    static func entry(_ change: @escaping Change) -> EntryHooks { EntryHooks(entry: change) }
}
