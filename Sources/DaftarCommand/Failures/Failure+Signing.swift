import Daftar
import DaftarStore

// Why something can't be signed, or can't be appended.

extension Failure {
    init(_ error: SigningError) {
        switch error {
        case .noKey: self.init("there is no key to sign with", hint: "name one with --key FILE", exit: .keyUnusable)
        case .tooManyKeys: self.init("more than \(Limits.signatures) keys can't sign one statement")
        case .keyTwice(let name): self.init("\(name) is named twice")
        case .keyOfOtherLedger(let name):
            self.init(
                "\(name) is a key for another ledger", hint: "its name begins with the origin it signs for",
                exit: .keyUnusable)
        case .notInBy(let name):
            self.init(
                "\(name) is not among those who sign this statement",
                hint: "co-authors agree first: daftar sign --with VKEY", exit: .keyUnusable)
        case .otherStatement: self.init("the files are not the same statement: only what all sign can be put together")
        case .notSigned(let name):
            self.init("\(name) has yet to sign", hint: "daftar sign FILE.statement, with their key, adds their line")
        case .badSignature(let name): self.init("the signature of \(name) is not over this statement")
        case .body(let error): self.init("what would be signed is not well-formed: \(error)")
        case .digests(let error): self.init("what would be signed is not well-formed: \(error)")
        case .tooLong(let count):
            self.init(
                "it would be an entry of \(Words.grouped(count)) bytes, the limit is \(Words.grouped(Limits.entry))",
                hint: "split it into several events")
        case .openSSL(let error): self.init(error.description)
        }
    }

    init(_ error: Commitments.Failure, _ path: String) {
        switch error {
        case .name(let name): self.init("\(path): `\(name)` can't be the name of a part, or is there twice")
        case .tooManyDigests(let count):
            self.init(
                "\(path): \(Words.grouped(count)) parts, the limit is \(Words.grouped(Limits.digests))",
                hint: "split it into several events")
        case .tooLong(let count):
            self.init(
                "\(path): \(Words.grouped(count)) bytes of content, the limit is \(Words.grouped(Commitments.limit))",
                hint: "split it into several events")
        case .value(let name, let error):
            self.init("\(path): `\(name)` can't be written as canonical JSON: \(error.reason)")
        case .openSSL(let error): self.init(error.description)
        }
    }

    /// - Parameter what: how a person knows the statement: its file.
    init(_ refusal: Refusal, what: String) {
        let (words, hint) = refusal.reason.words
        self.init("\(what): \(words); nothing was appended", hint: hint)
    }
}

extension Refusal.Reason {
    /// What is wrong, and what to do.
    fileprivate var words: (String, String?) {
        switch self {
        case .findings(let findings): findings.first.map(Refusal.words) ?? ("is refused", nil)
        case .needsNewer: ("needs a newer version of daftar", nil)
        case .notUnderstood(let name): ("`\(name)` is not understood here", "a newer version of daftar may know it")
        case .foreignDisclosure: ("content stands beside it that was not signed", nil)
        case .disclosureMissing:
            ("a part of its content is missing", "the .statement file holds it: take the file as it was made")
        case .withheldDisclosed: ("it shows a part that it withholds", nil)
        case .disclosure(let fault): ("its content is not well-formed: \(fault)", nil)
        case .nameTwice(let name): ("`\(name)` is there twice", nil)
        case .releaseIncomplete: ("a release comes with exactly the parts that it releases", nil)
        case .releaseNotLast: ("a release is the last of its batch", nil)
        case .tooFewEditors:
            ("would leave fewer editors than must sign together", "admit another editor first, or lower the approvals")
        case .statementTooLong(let count):
            (
                "an entry of \(Words.grouped(count)) bytes, the limit is \(Words.grouped(Limits.entry))",
                "split it into several events"
            )
        case .contentTooLong: ("more content than fits", "split it into several events")
        case .evidenceMissing(let digest):
            (
                "its public capture sha256:\(digest.hex) is not at hand",
                "daftar append … --evidence FILE, or daftar evidence add FILE --public, brings it"
            )
        case .slugTaken(let slug, let entry): ("entry \(entry) already has the slug \(slug)", "daftar correct \(entry)")
        }
    }
}

extension Refusal {
    /// What a verifier would find, said to the one who would cause it.
    fileprivate static func words(_ finding: Finding) -> (String, String?) {
        let detail = finding.detail.isEmpty ? "" : " (\(finding.detail))"
        let hint: String? =
            switch finding.code {
            case .stranger: "an editor admits keys; daftar key show FILE prints what they need"
            case .revokedSigner: "sign with a key that was not revoked"
            case .otherLedger: "it was signed for another ledger, and can't be used here"
            case .seenOtherHistory, .seenFuture:
                "ALARM: its author was shown another history of this ledger than the one here. Compare checkpoints before you go on"
            case .seenBack: "sign it anew: what its author signed later cancels it"
            case .notEntitled:
                "an editor may; a correction or a retraction also who signed what it is about: all others, daftar dispute"
            case .referenceUnknown:
                "what it is about is no entry of this ledger: another ledger's entries are corrected there"
            case .referenceType:
                "corrections and remarks are of events, retractions of events or remarks: daftar show tells what an entry is"
            case .repeated: "it is in the ledger already"
            case .approvalsShort: "more editors must sign it: daftar sign --with VKEY"
            case .signatureInvalid: "the file was changed after it was signed"
            default: "daftar explain \(finding.code.rawValue)"
            }
        return ("\(finding.code.meaning)\(detail)", hint)
    }
}

extension Failure {
    /// Does something that may not be signed, and says why in words.
    static func signing<R>(_ body: () throws(SigningError) -> R) throws(Failure) -> R {
        do { return try body() } catch { throw Failure(error) }
    }
}
