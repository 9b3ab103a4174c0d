import Daftar
import DaftarExchange
import DaftarStore

/// Public captures on their way into a ledger.
enum CaptureStaging {
    /// Puts files that were handed in where an append finds them.
    static func stage(_ names: [String], in session: Session) throws(Failure) {
        guard !names.isEmpty else { return }
        let staged = StagedEvidence(try session.folders())
        for name in names {
            let capture = try NewCapture(name, in: session)
            _ = try Failure.vault { () throws(VaultError) in try staged.stage(capture.file) }
        }
    }

    /// Said before anybody types a passphrase: a public capture that is not at hand, and what those that are tell of the
    /// person who captured them. The store looks once more.
    static func check(_ batch: Batch, in open: OpenLedger, _ session: Session) throws(Failure) {
        let staged = StagedEvidence(try session.folders())
        var seen: Set<Hash> = []
        for item in batch.items {
            for digest in item.publicCaptures where seen.insert(digest).inserted {
                guard open.ledger.missingEvidence([digest]).isEmpty else {
                    throw Failure(Refusal(position: 0, reason: .evidenceMissing(digest)), what: item.name)
                }
                let look = staged.file(digest).flatMap { try? CaptureLook.at(FileOfCapture(file: $0)) }
                if let look {
                    NewCapture.warn("\(item.name): its public capture \(digest.hex.prefix(12))…", look, in: session)
                }
            }
        }
    }
}

extension Batch.Item {
    /// Captures that it shows and says to be public.
    fileprivate var publicCaptures: [Hash] {
        switch body {
        case .event(let event): event.publicCaptures
        case .statement(let file, _): file.disclosures.flatMap { CapturedFile.published(inDisclosure: $0) }
        case .proposal(let proposal): proposal.disclosures.flatMap { CapturedFile.published(inDisclosure: $0) }
        }
    }
}
