import Daftar
import DaftarExchange
import DaftarStore

/// Writes a kit as a folder, or as one archive. The same ledger and selection give the same bytes: no time and nothing of
/// this machine is in them.
struct KitWriting {
    /// The folder that an archive unpacks to.
    static let folder = "daftar-kit/"
    private static let piece = 1 << 20

    let ledger: LedgerDirectory
    let files: [KitFile]

    func write(folder path: String) throws(Failure) {
        do throws(SystemError) {
            let folder = try NewFolder(path)
            for file in files {
                var failure: LedgerReadError?
                var pieces = Pieces(file, ledger)
                try folder.write(file.name) { () throws(SystemError) in
                    do throws(LedgerReadError) { return try pieces.next() } catch { failure = error }
                    return nil
                }
                if let failure { throw SystemError("read \(failure.place)", path, 5) }
            }
            try folder.finish()
        } catch {
            throw Failure(
                error.description, hint: "choose a name that is not taken; what was begun there is not complete")
        }
    }

    func write(archive path: String) throws(Failure) {
        let target = try OutFile(path)
        var zip = ZipWriter()
        do {
            for file in files {
                var checksum = CRC32(), size = 0, pieces = Pieces(file, ledger)
                while let piece = try pieces.next() {
                    checksum.update(piece)
                    size += piece.count
                }
                _ = target.put(try zip.header(Self.folder + file.name, size: size, checksum: checksum))
                var again = Pieces(file, ledger)
                while let piece = try again.next() { _ = target.put(piece) }
            }
        } catch let error as LedgerReadError { throw Failure(error) } catch {
            throw Failure("\(path): the kit is too large for one archive", hint: "give a folder's name instead")
        }
        _ = target.put(zip.end())
        try target.finish()
    }

    /// A file's bytes, a bounded number at a time.
    private struct Pieces {
        let file: KitFile
        let ledger: LedgerDirectory
        private var offset = 0

        init(_ file: KitFile, _ ledger: LedgerDirectory) { (self.file, self.ledger) = (file, ledger) }

        mutating func next() throws(LedgerReadError) -> [UInt8]? {
            let bytes: [UInt8]
            switch file.source {
            case .bytes(let all): bytes = offset == 0 ? all : []
            case .place(let place): bytes = try ledger.read(place, from: offset, count: KitWriting.piece) ?? []
            }
            offset += bytes.count
            return bytes.isEmpty ? nil : bytes
        }
    }
}
