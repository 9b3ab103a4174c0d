public import Daftar
import GRDB

/// Why a timestamp is not taken.
public enum TimestampRefusal: Error, Hashable, Sendable {
    /// No RFC 3161 response that grants a token.
    case form
    /// It is over something else than a checkpoint of this ledger.
    case otherImprint
    /// The trust anchors name no authority.
    case noAuthorities(says: String)
    /// It does not verify under the authorities of the trust anchors, as of its own time.
    case untrusted(TimestampResponse)
    /// Another good one over the same checkpoint is there.
    case isThere(Timestamp)
}

/// That an authority saw a checkpoint.
public struct Timestamp: Hashable, Sendable {
    public let checkpoint: Checkpoint
    public let response: TimestampResponse
    /// The very same response lay there already.
    public var wasThere = false
}

extension Ledger {
    /// Takes a response of a timestamp authority into `timestamps/`, once it is proven good for good: over a checkpoint of
    /// this ledger, and signed under the trust anchors as of its own time. A good one that is there is never replaced.
    ///
    /// - Throws: `.timestamp` with the reason.
    public func add(timestamp bytes: [UInt8]) throws(StoreError) -> Timestamp {
        try whileLocked { () throws(StoreError) in
            try reconcile()
            let checkpoint = try checkpoint(of: bytes)
            let response = try checked(bytes, over: checkpoint)
            let place = LedgerPlace.timestamp(size: checkpoint.size)
            if let old = try existing(place) {
                let now = Timestamp(checkpoint: checkpoint, response: response, wasThere: true)
                if old == bytes { return now }
                if let good = try? checked(old, over: checkpoint) {
                    throw .timestamp(.isThere(Timestamp(checkpoint: checkpoint, response: good)))
                }
            }
            try StoreError.mapping {
                let durable = Durable(root: directory, mode: 0o666)
                try durable.write(bytes, to: place.path)
                try durable.finish()
            }
            return Timestamp(checkpoint: checkpoint, response: response)
        }
    }

    // MARK: Steps

    /// The checkpoint that a response is over: which one, its imprint tells.
    private func checkpoint(of bytes: [UInt8]) throws(StoreError) -> Checkpoint {
        let imprint: Hash?
        do { imprint = try TimestampResponse.imprint(of: bytes) } catch { throw .timestamp(.form) }
        let origin = anchors.policy.origin
        let size = try database.read { db in
            try StoredHistory(db).size(
                { Checkpoint(origin: origin, size: $0, root: $1).imprint == imprint }, upTo: LedgerHead(db).size)
        }
        guard let size, let checkpoint = try head(at: size) else { throw .timestamp(.otherImprint) }
        return checkpoint
    }

    private func checked(_ bytes: [UInt8], over checkpoint: Checkpoint) throws(StoreError) -> TimestampResponse {
        let unverified: TimestampResponse
        do { unverified = try TimestampResponse.check(bytes, over: checkpoint.text, authorities: []).response } catch {
            throw .timestamp(error == .imprint ? .otherImprint : .form)
        }
        let authorities = anchors.timestampAuthorities
        if authorities.isEmpty { throw .timestamp(.noAuthorities(says: unverified.authority)) }
        do { return try TimestampResponse.check(bytes, over: checkpoint.text, authorities: authorities).response } catch
        {
            throw .timestamp(.untrusted(unverified))
        }
    }

    private func existing(_ place: LedgerPlace) throws(StoreError) -> [UInt8]? {
        let files = try openFiles()
        do { return try files.read(place, from: 0, count: TimestampResponse.limit + 1) } catch {
            throw .unreadable(error)
        }
    }
}
