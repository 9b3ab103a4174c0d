public import Daftar

/// Puts right what a restoration proves, in the order in which a writer publishes: a crash anywhere leaves files that are
/// as they were or as they should be, and doing it again goes on.
public struct Repair {
    /// A file that was not what it should be, and what became of it.
    public struct File: Hashable, Sendable {
        public enum Result: String, Hashable, Sendable {
            case restored
            /// The copy's is not right either.
            case refused
            /// The copy does not have it.
            case missing
        }

        public let path: String
        public let result: Result
        public let reason: String
    }

    public private(set) var files: [File] = []
    private let durable: Durable
    private let directory: String

    /// Repairs a ledger's folder from another copy, which is only read.
    ///
    /// - Parameter remembered: the last checkpoint that was verified here.
    /// - Throws: `Restoration.Failure` where nothing can be proven, `StoreError`, `LedgerReadError`.
    public static func run(
        _ directory: LedgerDirectory, from copy: LedgerDirectory, anchors: TrustAnchors, remembered: Checkpoint?
    ) throws -> Repair {
        let lock = try Lock.take(directory.path, isFolder: true)
        return try withExtendedLifetime(lock) {
            let restoration = try Restoration(here: directory, copy: copy, anchors: anchors, remembered: remembered)
            var repair = Repair(directory.path)
            try repair.round(restoration.visitTree)
            try repair.round(restoration.visitContent)
            try repair.round(restoration.visitEvidence)
            try repair.round(restoration.visitTimestamps)
            try repair.round(restoration.visitCheckpoints)
            return repair
        }
    }

    private init(_ directory: String) {
        self.directory = directory
        durable = Durable(root: directory, mode: 0o666)
    }

    /// Files whose order does not matter; the next round reads them.
    private mutating func round(_ visitAll: (Restoration.Visit) throws -> Void) throws {
        var found: [File] = []
        try visitAll { place, outcome in
            switch outcome {
            case .restored(let bytes):
                try put(bytes, place.path)
                found.append(File(path: place.path, result: .restored, reason: ""))
            case .refused(let reason): found.append(File(path: place.path, result: .refused, reason: reason))
            case .missing(let reason): found.append(File(path: place.path, result: .missing, reason: reason))
            }
        }
        do { try durable.finish() } catch { throw StoreError.system(error) }
        files += found
    }

    private func put(_ bytes: [UInt8], _ path: String) throws {
        do throws(SystemError) {
            try checkFolders(path)
            if bytes.isEmpty { try durable.remove(path) } else { try durable.write(bytes, to: path) }
        } catch { throw StoreError.system(error) }
    }

    /// A folder that was replaced by a link would lead what is written out of the ledger.
    private func checkFolders(_ path: String) throws(SystemError) {
        var folder = Path.parent(path)
        while folder != "." {
            let full = Path.join(directory, folder)
            if let status = try FileSystem.linkStatus(full), !status.isFolder {
                throw SystemError("write into what is no plain folder", full, 20)
            }
            folder = Path.parent(folder)
        }
    }
}
