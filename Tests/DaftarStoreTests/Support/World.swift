import Daftar
import Foundation
import Testing

@testable import DaftarStore

/// A ledger with its people, in a sandbox.
struct World {
    let box: Sandbox
    let origin: Origin
    let ledgerKey: NoteSigner
    let editor: NoteSigner
    let recorder: NoteSigner
    let policy: Policy
    let day: RecordedDay

    init(witness: String = "") throws {
        box = try Sandbox()
        origin = try #require(Origin("daftar.example/test"))
        ledgerKey = try NoteSigner(SigningKey.generate(), name: origin.text)
        editor = try NoteSigner(SigningKey.generate(), name: origin.text + "/editor")
        recorder = try NoteSigner(SigningKey.generate(), name: origin.text + "/recorder")
        let plain = Policy(origin: origin, ledgerKeys: [ledgerKey.verifierKey])
        policy =
            witness.isEmpty
            ? plain : try Policy(parsing: Array(plain.text.replacing("quorum none", with: witness).utf8))
        day = try #require(RecordedDay("2026-11-24"))
    }

    var directory: String { box.file("Records") }

    func charter(approvals: Int = 1) throws -> Submission {
        let keys = [("editor", editor), ("author", recorder)].map { role, signer in
            JSONValue.object(["role": .string(role), "vkey": .string(signer.verifierKey.text)])
        }
        let body: JSONValue = [
            "approvals": .integer(approvals), "description": ["en": "A test"], "keys": .array(keys),
            "languages": ["en"],
            "licence": "CC-BY-4.0", "title": ["en": "Test"], "type": "charter",
        ]
        return try Submission(signing: CanonicalJSON.encode(body), ledger: origin, seen: .nothing, signers: [editor])
    }

    func create() throws -> Ledger {
        try Ledger.create(
            directory, policy: policy, charter: try charter(), ledgerKeys: [ledgerKey], today: day, folders: box.folders
        )
    }

    func open(_ anchors: TrustAnchors) throws -> Ledger {
        try Ledger.open(directory, anchors: anchors, folders: box.folders, patience: .milliseconds(100))
    }

    func event(_ title: String, seen: Seen, by signer: NoteSigner? = nil) throws -> Submission {
        let content = Commitments.Content(
            type: "event",
            fields: [
                ("kind", "instrument/sign"), ("title", ["en": .string(title)]), ("date", "2023-12"), ("places", ["TJ"]),
                ("sensitivity", "TLP:CLEAR"),
            ], lists: [("sources", [["id": "a", "publisher": "A paper"]])])
        return try Submission(signing: Commitments(content), ledger: origin, seen: seen, signers: [signer ?? recorder])
    }

    func control(_ body: JSONValue, seen: Seen) throws -> Submission {
        try Submission(signing: CanonicalJSON.encode(body), ledger: origin, seen: seen, signers: [editor])
    }

    /// Takes parts of what was appended out; all that is shown where none are named.
    func withdrawal(of submission: Submission, _ digests: Set<Hash>? = nil, seen: Seen) throws -> Submission {
        let all = Set(submission.disclosures.map { Hash.sha256($0) })
        let draft = ControlDraft.withdrawal(of: submission.statement.hash, digests: digests ?? all, .safety)
        return try Submission(signing: draft.body, ledger: origin, seen: seen, signers: [editor])
    }

    @discardableResult
    func append(_ batch: [Submission], to ledger: Ledger) throws -> Appended {
        try ledger.append(batch, ledgerKeys: [ledgerKey], today: day)
    }

    /// What a verifier says who knows nothing but the files and the anchors.
    func verify(_ anchors: TrustAnchors) throws -> VerificationReport {
        try Verification(files: LedgerDirectory(directory), anchors: anchors, isChosen: true).run()
    }
}
