import Daftar
import DaftarExchange
import DaftarStore

/// The private captures that a ledger shows, and those of what the vault opens, against what is at hand: a folder of
/// files, the vault.
struct CaptureCheck {
    struct Item: Hashable {
        enum State: Hashable {
            /// The file that was signed, and where it is.
            case good(String)
            case damaged(String)
            case absent
        }

        let capture: ShownCapture
        let state: State
    }

    private(set) var items: [Item] = []
    /// Files of the folder that no capture is of.
    private(set) var strangers: [String] = []
    /// Files that are named by a digest and are not what it says.
    private(set) var changed: [String] = []
    /// What good files say of themselves and is not so.
    private(set) var faults: [String] = []
    private(set) var innerDigests = 0

    var goodCount: Int {
        Set(items.compactMap { if case .good = $0.state { $0.capture.file.digest } else { nil } }).count
    }
    var absentCount: Int { items.count { $0.state == .absent } }
    var damaged: [Item] { items.filter { if case .damaged = $0.state { true } else { false } } }
    /// Something at hand is not what was signed.
    var isDamaged: Bool { !damaged.isEmpty || !changed.isEmpty }

    init(_ directory: LedgerDirectory, size: Int, folder: String?, vault: Vault?, in session: Session) throws(Failure) {
        var shown: [ShownCapture]
        do { shown = try ShownCapture.all(in: directory, size: size) } catch { throw Failure(error) }
        if let vault { shown += try Self.withheld(vault, directory, size).filter { !shown.contains($0) } }
        let loose: LooseFiles?
        do { loose = try folder.map { path throws(SystemError) in try LooseFiles(session.path(path)) } } catch {
            throw Failure(error)
        }
        for odd in loose?.odd ?? [] { session.note("\(odd): is a link or a device, and was not read") }
        let files = Dictionary(grouping: loose?.digests ?? [:], by: \.value).mapValues { $0.map(\.key).sorted() }
        for capture in shown where !capture.file.isPublic {
            items.append(Item(capture: capture, state: try Self.state(of: capture.file, files, vault)))
        }
        take(loose, named: Set(shown.map(\.file.digest)))
        if let folder { try lookInto(files, folder, session) }
    }

    /// The captures of what is withheld, as the author's vault opens it.
    private static func withheld(
        _ vault: Vault, _ directory: LedgerDirectory, _ size: Int
    ) throws(Failure) -> [ShownCapture] {
        var files: [Hash: [CapturedFile]] = [:], captures: [ShownCapture] = []
        try Failure.vault { () throws(VaultError) in
            try vault.forEachRecord { record throws(VaultError) in
                files[record.statement] = record.disclosures.flatMap { CapturedFile.all(inDisclosure: $0) }
            }
        }
        guard files.values.contains(where: { !$0.isEmpty }) else { return [] }
        do {
            try TileTree(files: directory, size: size).forEachEntry { entry, bytes in
                let all = Statement.inEntry(bytes).flatMap { files[$0.statement.hash] } ?? []
                captures += all.map { ShownCapture(entry: entry, file: $0) }
            }
        } catch let error as LedgerReadError { throw Failure(error) } catch { throw Failure("\(error)") }
        return captures
    }

    private static func state(
        of file: CapturedFile, _ files: [Hash: [String]], _ vault: Vault?
    ) throws(Failure) -> Item.State {
        if let name = files[file.digest]?.first { return .good(name) }
        guard let vault else { return .absent }
        do {
            guard try vault.holds(file.digest) else { return .absent }
            try vault.read(capture: file.digest) { _ in }
            return .good("the vault")
        } catch {
            guard case .damaged(let path) = error else { throw Failure(error) }
            return .damaged(path)
        }
    }

    private mutating func take(_ loose: LooseFiles?, named: Set<Hash>) {
        for (name, digest) in (loose?.digests ?? [:]).sorted(by: { $0.key < $1.key }) where !named.contains(digest) {
            let says = Hash(hex: Path.name(name))
            if let says, named.contains(says) { changed.append(name) } else { strangers.append(name) }
        }
    }

    /// Web archives say digests of their own parts.
    private mutating func lookInto(_ files: [Hash: [String]], _ folder: String, _ session: Session) throws(Failure) {
        let good = items.compactMap { if case .good(let name) = $0.state, name != "the vault" { name } else { nil } }
        for name in Set(good).sorted() {
            do {
                let look = try CaptureLook.at(
                    FileOfCapture(file: try CaptureFile(session.path(Path.join(folder, name)))))
                innerDigests += look.checkedDigests
                faults += look.faults.map { "\(name): \($0)" }
            } catch let error as SystemError { throw Failure(error) } catch { throw Failure("\(name): \(error)") }
        }
    }

    var json: JSONValue {
        [
            "good": .integer(goodCount), "not-at-hand": .integer(absentCount),
            "damaged": .array(damaged.map { .string("sha256:\($0.capture.file.digest.hex)") }),
            "changed": .array(changed.map { .string($0) }), "strangers": .array(strangers.map { .string($0) }),
            "faults": .array(faults.map { .string($0) }), "inner-digests": .integer(innerDigests),
            "captures": .array(
                items.map { item in
                    var members: JSONObject = [
                        "entry": .integer(item.capture.entry),
                        "digest": .string("sha256:\(item.capture.file.digest.hex)"),
                    ]
                    members["source"] = item.capture.file.source.map { .string($0) }
                    switch item.state {
                    case .good(let place): (members["state"], members["place"]) = ("good", .string(place))
                    case .damaged(let place): (members["state"], members["place"]) = ("damaged", .string(place))
                    case .absent: members["state"] = "not-at-hand"
                    }
                    return .object(members)
                }),
        ]
    }
}
