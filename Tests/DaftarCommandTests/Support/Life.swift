import Daftar
import DaftarStore
import Testing

/// A ledger that lives through everything that changes what is shown: corrections, a retraction, disputes and their end,
/// a stolen key, releases, an amendment. Its keys are in memory, so that a whole life takes no passphrase.
final class Life {
    let home: Home
    private let origin: Origin
    private let ledgerKey, editor, second, author: NoteSigner
    private let ledger: Ledger
    private var hashes: [String: Hash] = [:]
    private var disclosures: [String: [[UInt8]]] = [:]
    private var released: [String: [Commitments.Part]] = [:]
    private var day: RecordedDay

    /// A name that is only ever in what is withdrawn at the end.
    static let name = "Unmistakable"

    init() throws {
        home = try Home()
        origin = try #require(Origin(Home.origin))
        ledgerKey = try NoteSigner(SigningKey.generate(), name: origin.text)
        editor = try NoteSigner(SigningKey.generate(), name: origin.text + "/e1")
        second = try NoteSigner(SigningKey.generate(), name: origin.text + "/e2")
        author = try NoteSigner(SigningKey.generate(), name: origin.text + "/a1")
        day = try #require(RecordedDay("2026-11-01"))
        let keys = [("author", author), ("editor", editor), ("editor", second)].map { role, signer in
            JSONValue.object(["role": .string(role), "vkey": .string(signer.verifierKey.text)])
        }
        let body: JSONValue = [
            "approvals": 1, "description": ["en": "A life"], "keys": .array(keys), "languages": ["en"],
            "licence": "CC-BY-4.0", "title": ["en": "A life"], "type": "charter",
        ]
        let charter = try Submission(
            signing: CanonicalJSON.encode(body), ledger: origin, seen: .nothing, signers: [editor])
        let policy = Policy(origin: origin, ledgerKeys: [ledgerKey.verifierKey])
        ledger = try Ledger.create(
            home.file("Records"), policy: policy, charter: charter, ledgerKeys: [ledgerKey], today: day,
            folders: UserFolders(environment: home.environment))
        try home.write(policy.text, "Keys/policy")
        try home.write(ledger.anchors.charter.base64 + "\n", "Keys/charter")
    }

    var size: Int { get throws { try ledger.seen().size } }

    /// One step after the other; each appends one entry.
    var steps: [() throws -> Void] {
        [
            { try self.event("alpha", "2023-12", "TJ", by: self.author, named: true) },
            { try self.event("beta", "2022-05", "KZ", by: self.author) },
            { try self.event("gamma", "2022", "TJ", by: self.second, withholding: "summary") },
            { try self.correct("alpha", "c1", "2021-03", "UZ", by: self.editor) },
            { try self.remark("beta", "d1", "dispute", by: self.editor) },
            { try self.control(.amendment(self.amendment), by: self.second) },
            { try self.correct("alpha", "c2", "2024", "TJ", by: self.editor) },
            { try self.remark("alpha", "n1", "endorsement", by: self.second) },
            { try self.content("retraction", "r1", of: "d1", [("reason", ["en": "Settled"])], by: self.editor) },
            { try self.content("retraction", "r2", of: "beta", [("reason", ["en": "Wrong"])], by: self.author) },
            { try self.event("delta", "2020", "KG", by: self.editor, relatedTo: "alpha") },
            { try self.release("gamma", by: self.second) },
            { try self.control(.revoke(self.editor.verifierKey, .compromised, since: 5), by: self.second) },
            { try self.correct("alpha", "c3", "2023-11", "TJ", by: self.author, named: true) },
            { try self.remark("gamma", "d2", "dispute", by: self.author, withholding: "kind") },
            { try self.correct("alpha", "c4", "2023-10", "TJ-DU", by: self.second) },
            { try self.release("d2", by: self.author) },
            { try self.event("epsilon", "2019", "TM", by: self.author) },
        ]
    }

    private let amendment = Amendment(title: ["en": "Another title"], licence: "CC0-1.0")

    /// Takes the name out of every version that holds it.
    func withdrawName() throws {
        for slug in ["alpha", "c3"] {
            let digests = (disclosures[slug] ?? []).filter {
                String(decoding: $0, as: UTF8.self).contains(Life.name)
            }.map { Hash.sha256($0) }
            try control(.withdrawal(of: hash(slug), digests: Set(digests), .safety), by: second)
        }
    }

    // MARK: Entries

    private func hash(_ name: String) throws -> Hash { try #require(hashes[name]) }

    private func event(
        _ slug: String, _ date: String, _ place: String, by signer: NoteSigner, named: Bool = false,
        relatedTo other: String? = nil, withholding: String = ""
    ) throws {
        let relations: [JSONValue] =
            try other.map {
                [["relation": "follows", "to": .string(try hash($0).base64)]]
            } ?? []
        try content(
            "event", slug, fields(slug, date, place, "first"), lists(named) + [("relations", relations)], by: signer,
            withholding: withholding)
    }

    private func correct(
        _ slug: String, _ name: String, _ date: String, _ place: String, by signer: NoteSigner, named: Bool = false
    ) throws {
        try content(
            "correction", name, of: slug, fields(slug, date, place, name) + [("reason", ["en": "Better known"])],
            lists(named), by: signer)
    }

    private func remark(
        _ slug: String, _ name: String, _ kind: String, by signer: NoteSigner, withholding: String = ""
    ) throws {
        try content(
            "remark", name, of: slug, [("kind", .string(kind)), ("text", ["en": "Says so"])], by: signer,
            withholding: withholding)
    }

    private func fields(_ slug: String, _ date: String, _ place: String, _ word: String)
        -> [(name: String, value: JSONValue)]
    {
        [
            ("slug", .string(slug)), ("kind", "statement/plan"), ("date", .string(date)), ("places", [.string(place)]),
            ("title", ["en": .string("Title of \(slug) version\(word)")]), ("summary", ["en": "A summary"]),
            ("sensitivity", "TLP:CLEAR"),
        ]
    }

    private func lists(_ named: Bool) -> [(name: String, elements: [JSONValue])] {
        let actor: JSONValue = [
            "id": "z", "name": ["en": .string("Zulfiya \(Life.name)")], "type": "person", "role": ["target"],
        ]
        return [("actors", named ? [actor] : []), ("sources", [["id": "s", "url": "https://paper.example/a"]])]
    }

    private func content(
        _ type: String, _ name: String, of other: String? = nil, _ fields: [(name: String, value: JSONValue)],
        _ lists: [(name: String, elements: [JSONValue])] = [], by signer: NoteSigner, withholding: String = ""
    ) throws {
        let content = Commitments.Content(type: type, of: try other.map(hash), fields: fields, lists: lists)
        let made = try Commitments(content) { name, _ in name == withholding }
        let submission = try Submission(signing: made, ledger: origin, seen: ledger.seen(), signers: [signer])
        hashes[name] = submission.statement.hash
        disclosures[name] = submission.disclosures
        released[name] = made.withheld
        try append(submission)
    }

    private func release(_ name: String, by signer: NoteSigner) throws {
        let parts = released[name] ?? [],
            draft = ControlDraft.release(of: try hash(name), digests: Set(parts.map(\.digest)))
        let made = try Statement.sign(draft.body, ledger: origin, seen: ledger.seen(), signers: [signer])
        try append(Submission(made, disclosures: parts.map(\.encoded)))
    }

    private func control(_ draft: ControlDraft, by signer: NoteSigner) throws {
        try append(Submission(signing: draft.body, ledger: origin, seen: ledger.seen(), signers: [signer]))
    }

    /// A day passes before each second entry.
    private func append(_ submission: Submission) throws {
        if try size % 2 == 0 { day = try #require(RecordedDay(year: 2026, month: 11, day: day.day + 1)) }
        try ledger.append([submission], ledgerKeys: [ledgerKey], today: day)
    }
}

// MARK: What a reader sees

extension Life {
    static let exports = ["csv", "jsonl", "markdown", "atom", "jsonld", "ftm", "csl", "bibtex"].map {
        ["export", "--format", $0]
    }

    /// Everything that shows events.
    static let questions =
        exports + [
            ["list"], ["list", "--reverse", "--limit", "3", "--place", "TJ", "--from", "2022", "--touching"],
            ["list", "--actor", "zulfiya"], ["search", "versionfirst"], ["timeline"], ["stats"],
            ["list", "--author", "a1"], ["list", "--marked", "corrected"],
            ["list", "--marked", "disputed", "--place", "KZ"],
            ["list", "--count-by", "month"], ["list", "--count-by", "place", "--json"],
            ["list", "--related", "alpha"], ["list", "--text", "versionc*", "--kind", "statement"],
            ["search", "title", "versionc*", "--source", "paper"],
        ]

    /// The pages of single entries.
    static let pages = [["show", "alpha"], ["show", "3", "--yaml"], ["cite", "alpha"]]

    /// What a reader of this home is answered; at a size, or now.
    static func answer(_ question: [String], _ home: Home, at size: Int? = nil) -> Home.Result {
        home.run(question + ["--ledger", "Records", "--trust", "Keys"] + (size.map { ["--at", "\($0)"] } ?? []))
    }
}
