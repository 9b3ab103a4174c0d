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
        let tooLarge = Failure(
            "\(path): a .zip holds 4 GiB and 65,534 files at most, and this kit is larger",
            hint: "make it a folder: -o \(Path.name(path).dropLast(4))")
        let fits: Bool
        do throws(LedgerReadError) { fits = ZipWriter.fits(try files.map(named)) } catch { throw Failure(error) }
        guard fits else { throw tooLarge }
        let target = try OutFile(path)
        do { try fill(target) } catch {
            target.giveUp()
            throw error as? Failure ?? (error as? LedgerReadError).map { Failure($0) } ?? tooLarge
        }
        try target.finish()
    }

    private func named(_ file: KitFile) throws(LedgerReadError) -> (name: String, size: Int) {
        switch file.source {
        case .bytes(let bytes): (Self.folder + file.name, bytes.count)
        case .place(let place): (Self.folder + file.name, try ledger.byteCount(of: place) ?? 0)
        }
    }

    private func fill(_ target: OutFile) throws {
        var zip = ZipWriter()
        for file in files {
            var checksum = CRC32(), size = 0, pieces = Pieces(file, ledger)
            while let piece = try pieces.next() {
                checksum.update(piece)
                size += piece.count
            }
            _ = target.put(try zip.header(Self.folder + file.name, size: size, checksum: checksum))
            var again = Pieces(file, ledger)
            while let piece = try again.next() {
                if !target.put(piece), let failure = target.failure { throw Failure(failure) }
            }
        }
        _ = target.put(zip.end())
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
