import Daftar
import DaftarExchange
import DaftarStore
import Glibc

/// Several files that grow at the same time, in a new folder or, by way of one, in an archive.
final class FolderTarget: ExportTarget {
    private let exporter: any FolderExporter
    private let path: String
    private let folder: StagedFolder
    private let isPrivate: Bool
    private var files: [(file: StagedFile, exporter: any EventExporter)] = []
    private static let piece = 1 << 20

    var order: EventWindow.Order { .date }

    init(_ exporter: any FolderExporter, _ path: String, isPrivate: Bool) throws(Failure) {
        try OutFile.check(path)
        if FolderTarget.isArchive(path) { try OutFile.checkNew(path) }
        (self.exporter, self.path, self.isPrivate) = (exporter, path, isPrivate)
        do throws(SystemError) {
            // An archive is put together from a folder beside it, which never gets a place of its own.
            folder = try StagedFolder(FolderTarget.isArchive(path) ? path + ".files" : path, isPrivate: isPrivate)
            for (name, exporter) in exporter.files {
                let file = try folder.file(name)
                try file.write(exporter.head)
                files.append((file, exporter))
            }
        } catch { throw FolderTarget.failure(error) }
    }

    static func isArchive(_ path: String) -> Bool { path.hasSuffix(".zip") }

    func add(_ events: [RecordedEvent], after previous: RecordedEvent?) throws(StoreError) {
        do throws(SystemError) {
            for (file, exporter) in files { try file.write(exporter.encode(events, after: previous)) }
        } catch { throw .system(error) }
    }

    func finish() throws(Failure) {
        var all = files.map(\.file)
        do throws(SystemError) {
            for (file, exporter) in files { try file.write(exporter.tail) }
            let written = files.map { WrittenFile(name: $0.file.name, bytes: $0.file.count, digest: $0.file.digest()) }
            for document in exporter.documents(about: written) {
                let file = try folder.file(document.name)
                try file.write(document.bytes)
                all.append(file)
            }
            if !FolderTarget.isArchive(path) { return try folder.finish() }
        } catch { throw FolderTarget.failure(error) }
        try pack(all.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) })
    }

    // MARK: Steps

    /// Each file's header, which says its checksum, stands before its bytes: so it is read twice.
    private func pack(_ files: [StagedFile]) throws(Failure) {
        let target = try OutFile(path, isPrivate: isPrivate)
        var zip = ZipWriter()
        do {
            for file in files {
                var checksum = CRC32()
                try FolderTarget.read(file) { checksum.update($0) }
                _ = target.put(try zip.header(file.name, size: file.count, checksum: checksum))
                try FolderTarget.read(file) { _ = target.put($0) }
            }
        } catch let error as SystemError {
            target.giveUp()
            throw FolderTarget.failure(error)
        } catch {
            target.giveUp()
            throw Failure("\(path): the export is too large for one archive", hint: "give a folder's name instead")
        }
        _ = target.put(zip.end())
        try target.finish()
    }

    private static func read(_ file: StagedFile, _ body: ([UInt8]) -> Void) throws(SystemError) {
        for offset in stride(from: 0, to: file.count, by: piece) { body(try file.read(from: offset, count: piece)) }
    }

    private static func failure(_ error: SystemError) -> Failure {
        if error.code != EEXIST { return Failure(error) }
        return Failure("\(error.path): something is there already", hint: "choose a name that is not taken")
    }
}
