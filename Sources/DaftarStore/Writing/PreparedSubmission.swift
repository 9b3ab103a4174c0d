import Daftar

/// What can be known of a submission before its place in the ledger is: made on all cores.
///
/// A class, as it goes from hand to hand, and no more than the writer needs: the rest is let go by the core that made it.
final class PreparedSubmission: Sendable {
    let statement: Daftar.Statement
    let isSignedHere: Bool
    let content: NewContent
    /// Captures that it shows and says to be public.
    let evidence: [Hash]

    private init(_ submission: Submission, _ content: NewContent, _ evidence: [Hash]) {
        (statement, isSignedHere) = (submission.statement, submission.isSignedHere)
        (self.content, self.evidence) = (content, evidence)
    }

    /// Checks the content against what was signed, as a verifier will (DESIGN §4.3).
    static func prepare(_ submission: Submission) -> Result<PreparedSubmission, ContentRefusal> {
        let type = submission.statement.type
        do throws(ContentRefusal) {
            let count = submission.statement.bytes.count
            guard count <= Daftar.Statement.limit else { throw ContentRefusal(.statementTooLong(count)) }
            var content = NewContent()
            // What a release brings is about another entry, and is compared once that is known.
            content.disclosures = submission.disclosures
            if let shown = submission.shown {
                let statement = submission.statement
                content.row = EventRow(
                    shown, statement: statement.hash, seen: statement.seen.size, stored: submission.stored)
            } else if type != .release {
                guard !type.isControl || submission.disclosures.isEmpty else {
                    throw ContentRefusal(.foreignDisclosure)
                }
                try ContentMatch.check(submission.disclosures, submission.statement)
                content = NewContent(submission.statement, submission.disclosures)
            }
            let evidence = content.disclosures.flatMap { CapturedFile.published(inDisclosure: $0) }
            return .success(PreparedSubmission(submission, content, evidence))
        } catch {
            return .failure(error)
        }
    }
}

/// A refusal that does not know its position yet.
struct ContentRefusal: Error, Hashable {
    let reason: Refusal.Reason
    init(_ reason: Refusal.Reason) { self.reason = reason }
}

/// Disclosures against the digests that a statement signed.
enum ContentMatch {
    static func check(_ disclosures: [[UInt8]], _ statement: Statement) throws(ContentRefusal) {
        var byteCount = 0, names: Set<String> = [], rest: [Hash: DisclosureFacts] = [:]
        for disclosure in disclosures {
            let facts = try DisclosureFacts(disclosure)
            byteCount += disclosure.count + 1
            guard rest.updateValue(facts, forKey: facts.digest) == nil else { throw ContentRefusal(.foreignDisclosure) }
            if let name = facts.name, !names.insert(name).inserted { throw ContentRefusal(.nameTwice(name)) }
        }
        guard byteCount <= Commitments.limit else { throw ContentRefusal(.contentTooLong) }
        for digest in statement.digests {
            let facts = rest.removeValue(forKey: digest.hash)
            if digest.isWithheld {
                if facts != nil { throw ContentRefusal(.withheldDisclosed(digest.hash)) }
            } else {
                guard let facts else { throw ContentRefusal(.disclosureMissing(digest.hash)) }
                guard (facts.name != nil) == digest.isField else { throw ContentRefusal(.foreignDisclosure) }
            }
        }
        guard rest.isEmpty else { throw ContentRefusal(.foreignDisclosure) }
        try checkClearNames(names, statement)
    }

    /// A field has one place: in the clear, as a list, or in `_sd`.
    private static func checkClearNames(_ names: Set<String>, _ statement: Statement) throws(ContentRefusal) {
        guard !names.isEmpty, let body = try? CanonicalJSON.parse(statement.body).object else { return }
        if let name = body.keys.first(where: names.contains) { throw ContentRefusal(.nameTwice(name)) }
    }
}

/// What matters of a disclosure's bytes.
private struct DisclosureFacts {
    let digest: Hash
    let name: String?

    init(_ bytes: [UInt8]) throws(ContentRefusal) {
        do {
            let layout = try DisclosureLayout.scan(whole: bytes)
            digest = layout.digest
            name = layout.name.map { String(decoding: bytes[$0], as: UTF8.self) }
        } catch { throw ContentRefusal(.disclosure(error)) }
    }
}
