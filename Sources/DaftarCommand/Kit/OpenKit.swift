import Daftar
import DaftarExchange
import DaftarStore

/// A kit that somebody was given: a folder or an archive. What is in it is hostile.
struct OpenKit {
    let files: any LedgerFiles
    /// What came with it: maybe a forger's.
    let enclosed: TrustAnchors
    let keyFiles: [String: [UInt8]]
    let selection: Selection?

    /// True where something that `check` was given is no proof but a kit.
    static func isOne(_ path: String) -> Bool {
        if FileSystem.isFolder(path) { return true }
        guard let file = try? RandomFile(path), let start = try? file.read(from: 0, count: 4) else { return false }
        return ZipArchive.isOne(start)
    }

    static func open(_ path: String) throws(Failure) -> OpenKit {
        FileSystem.isFolder(path) ? try OpenKit(folder: path) : try OpenKit(archive: path)
    }

    private init(folder path: String) throws(Failure) {
        let keys = Path.join(path, KitPlan.keys), selection = Path.join(path, KitPlan.selection)
        let records = Path.join(path, KitPlan.records)
        guard FileSystem.isFolder(records), TrustFolder.isThere(keys) else { throw Failure(noKit: path) }
        let chosen: [UInt8]?
        do throws(SystemError) {
            files = try LedgerDirectory(records)
            chosen = FileSystem.exists(selection) ? try FileSystem.read(selection, limit: Selection.limit) : nil
        } catch { throw Failure(error) }
        self.selection = try chosen.map { bytes throws(Failure) in try OpenKit.selection(bytes, path) }
        do throws(TrustFolder.Failure) {
            (enclosed, keyFiles) = (try TrustFolder.read(keys), try TrustFolder.keyFiles(keys))
        } catch { throw Failure(error) }
    }

    private init(archive path: String) throws(Failure) {
        let archive: ZipArchive
        do {
            let file = try RandomFile(path)
            archive = try ZipArchive(size: file.size) { try file.read(from: $0, count: $1) }
            try archive.checkBytes()
        } catch let error as ZipError { throw Failure(error, path) } catch let error as SystemError {
            throw Failure(error)
        } catch { throw Failure(noKit: path) }
        files = ZippedLedger(archive: archive)
        let small = try OpenKit.smallFiles(archive, path)
        selection = try small[KitPlan.selection].map { bytes throws(Failure) in try OpenKit.selection(bytes, path) }
        let keys = small.filter { $0.key.hasPrefix(KitPlan.keys + "/") }.map {
            (String($0.key.dropFirst(KitPlan.keys.count + 1)), $0.value)
        }
        do throws(TrustFolder.Failure) {
            let named = Dictionary(uniqueKeysWithValues: keys)
            (enclosed, keyFiles) = (try TrustFolder.anchors(named), try TrustFolder.keyFiles(named))
        } catch { throw Failure(error) }
    }

    /// The files beside the ledger; any file that a kit does not have is refused.
    private static func smallFiles(_ archive: ZipArchive, _ path: String) throws(Failure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        for entry in archive.entries {
            let name = String(entry.name.dropFirst(KitWriting.folder.count))
            guard entry.name.hasPrefix(KitWriting.folder), KitPlaces.isOne(name) else {
                throw Failure(
                    "\(path): holds \(entry.name), which is no part of a kit",
                    hint: "ask whoever made it for another, or unpack it and look with care")
            }
            if name.hasPrefix(KitPlan.records + "/") { continue }
            guard entry.size <= Selection.limit else { throw Failure("\(path): \(entry.name) is too large") }
            do { files[name] = try archive.read(entry, from: 0, count: entry.size) } catch {
                throw Failure(error, path)
            }
        }
        return files
    }

    private static func selection(_ bytes: [UInt8], _ path: String) throws(Failure) -> Selection {
        guard let selection = Selection(parsing: bytes) else {
            throw Failure("\(path): its selection can't be read", hint: "it was altered: ask for the kit once more")
        }
        return selection
    }
}

/// What the files of a kit are called.
enum KitPlaces {
    static func isOne(_ name: String) -> Bool {
        if [KitPlan.readme, KitPlan.selection].contains(name) || KitPlan.scripts[name] != nil { return true }
        let parts = name.split(separator: "/").map(String.init)
        if parts.count == 2, parts[0] == KitPlan.keys {
            return ["policy", "charter"].contains(parts[1]) || isKey(parts[1])
        }
        guard parts.count >= 2, parts[0] == KitPlan.records else { return false }
        if parts.count == 2 { return ["checkpoint", "checkpoint.pending"].contains(parts[1]) }
        return ["tile", "content", "evidence", "timestamps"].contains(parts[1])
    }

    private static func isKey(_ name: String) -> Bool { name.hasSuffix(".pem") }
}

extension Failure {
    fileprivate init(noKit path: String) {
        self.init(
            "\(path): is no kit: it has not Records and Keys in it", hint: "daftar bundle -o DIR makes one")
    }

    fileprivate init(_ error: ZipError, _ path: String) {
        let (words, hint): (String, String) =
            switch error {
            case .noArchive: ("is no zip archive, or was cut short", "ask for it once more")
            case .tooLarge: ("is larger than a kit can be", "ask for a folder instead")
            case .otherSpelling(let name):
                ("\(name) is packed otherwise than daftar packs", "unpack it with care, and check the folder")
            case .name(let name): ("a file in it is called \(name)", "do not unpack it: ask who made it")
            case .order(let name): ("\(name) is in it twice, or out of order", "do not unpack it: ask who made it")
            case .gap(let name):
                (
                    "its directory and its files disagree at \(name)",
                    "do not unpack it: it holds more, or less, than it says"
                )
            case .checksum(let name): ("\(name) was altered or damaged", "ask for it once more")
            case .read(let reason): ("can't be read: \(reason)", "ask for it once more")
            }
        self.init("\(path): \(words)", hint: hint)
    }
}
