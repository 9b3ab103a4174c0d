public import Daftar
import Glibc

/// A trust directory: what a verifier chose to believe, and what a publisher hands out for that (DESIGN §4.6).
///
/// ```
/// Keys/policy    Keys/charter    Keys/tsa.pem    Keys/*.pem
/// ```
public enum TrustFolder {
    public enum Failure: Error, Sendable {
        case system(SystemError)
        case policy(Policy.ParseError)
        /// `charter` is not 44 characters of base64 and a newline.
        case charter
        /// A `.pem` file that is no Ed25519 public key, and nothing else.
        case keyFile(String)
        /// Something is there already: anchors are never overwritten.
        case exists(String)
    }

    /// Reads the anchors in a folder.
    public static func read(_ path: String) throws(Failure) -> TrustAnchors { try TrustFiles(in: path).anchors() }

    /// The public keys that lie in a folder for plain `openssl`, by the name of their file without `.pem`.
    public static func keyFiles(_ path: String) throws(Failure) -> [String: [UInt8]] {
        var files: [String: [UInt8]] = [:]
        do throws(SystemError) {
            for name in try FileSystem.names(in: path) where isKeyFile(name) {
                files[name] = try FileSystem.read(Path.join(path, name), limit: keyFileLimit)
            }
        } catch { throw .system(error) }
        return try keyFiles(files)
    }

    /// The same of files that were read already, by their names; others among them are passed over.
    public static func keyFiles(_ files: [String: [UInt8]]) throws(Failure) -> [String: [UInt8]] {
        var keys: [String: [UInt8]] = [:]
        for (name, bytes) in files where isKeyFile(name) {
            // As `openssl pkey -pubout` writes it: one spelling here as well.
            let key = (try? VerifierKey.publicKey(pem: bytes)) ?? []
            guard VerifierKey.pem(publicKey: key) == bytes, !key.isEmpty else { throw .keyFile(name) }
            keys[String(name.dropLast(4))] = key
        }
        return keys
    }

    /// The anchors in files that were read already, by their names.
    public static func anchors(_ files: [String: [UInt8]]) throws(Failure) -> TrustAnchors {
        try TrustFiles(policy: files["policy"] ?? [], charter: files["charter"] ?? [], files["tsa.pem"] ?? []).anchors()
    }

    /// The files that these anchors are, by their names: no file of a key among them.
    public static func files(of anchors: TrustAnchors) -> [(name: String, bytes: [UInt8])] {
        TrustFiles(anchors).named.map { ($0.0, $0.1) }
    }

    private static func isKeyFile(_ name: String) -> Bool { name.hasSuffix(".pem") && name != "tsa.pem" }
    private static let keyFileLimit = 4096

    /// True where a folder holds anchors at all.
    public static func isThere(_ path: String) -> Bool { FileSystem.exists(Path.join(path, "policy")) }

    /// Puts another policy in place of the one in a folder, with the public keys that go with it.
    ///
    /// `ledger.pem` and `witness.pem` are keys of the policy, further ones carry their ID: `ledger-2f0c11aa.pem`. Files of
    /// keys that the policy lists no more are removed; those of authors stay. The policy is renamed into place last but
    /// one: a reader who comes in between finds a key too many, never one too few.
    public static func replacePolicy(in path: String, by policy: Policy) throws(Failure) {
        let old = try read(path).policy, files = try keyFiles(path)
        let listed = policy.allKeys, gone = old.allKeys.filter { key in !listed.contains(key) }.map(\.material)
        var wanted = PolicyKeyFiles.add(policy.ledgerKeys, "ledger", to: files)
        wanted.merge(PolicyKeyFiles.add(policy.witnesses.map(\.key), "witness", to: files)) { mine, _ in mine }
        do throws(SystemError) {
            let durable = Durable(root: path, mode: 0o666)
            for (name, key) in wanted.sorted(by: { $0.key < $1.key }) {
                try durable.write(VerifierKey.pem(publicKey: key), to: name + ".pem")
            }
            try durable.write(Array(policy.text.utf8), to: "policy")
            try durable.finish()
            for (name, key) in files where gone.contains(key) && wanted[name] == nil {
                try durable.remove(name + ".pem")
            }
            try durable.finish()
        } catch { throw .system(error) }
    }

    /// Writes the anchors of a new ledger, and each public key as PEM, into a folder that holds none.
    ///
    /// - Parameter keys: by the name of their file, without `.pem`.
    public static func write(_ anchors: TrustAnchors, keys: [(name: String, key: VerifierKey)], to path: String)
        throws(Failure)
    {
        let files = TrustFiles(anchors).named + keys.map { ($0.name + ".pem", $0.key.pem) }
        if let taken = files.map({ Path.join(path, $0.0) }).first(where: FileSystem.exists) { throw .exists(taken) }
        do throws(SystemError) {
            try FileSystem.makeFolder(path, mode: 0o777)
            let durable = Durable(root: path, mode: 0o666)
            for (name, bytes) in files { try durable.write(bytes, to: name) }
            try durable.finish()
        } catch { throw .system(error) }
    }
}

extension Policy {
    fileprivate var allKeys: [VerifierKey] { ledgerKeys + witnesses.map(\.key) }
}

/// Which files the public keys of a policy go to.
private enum PolicyKeyFiles {
    /// The files to write, by name, so that each key of one kind lies in one.
    static func add(_ keys: [VerifierKey], _ kind: String, to files: [String: [UInt8]]) -> [String: [UInt8]] {
        var wanted: [String: [UInt8]] = [:]
        let materials = keys.map(\.material)
        if let first = keys.first, !materials.contains(files[kind] ?? []) { wanted[kind] = first.material }
        for key in keys where !files.values.contains(key.material) && wanted[kind] != key.material {
            wanted["\(kind)-\(key.nameAndID.suffix(8))"] = key.material
        }
        return wanted
    }
}

/// The files of a trust directory as bytes: a policy may be spelt in ways that we read and do not write.
struct TrustFiles: Hashable {
    let policy: [UInt8]
    let charter: [UInt8]
    let authorities: [UInt8]

    /// The most bytes of `tsa.pem`.
    private static let certificatesLimit = 1 << 20

    init(in path: String) throws(TrustFolder.Failure) {
        do throws(SystemError) {
            policy = try FileSystem.read(Path.join(path, "policy"), limit: Limits.checkpoint)
            charter = try FileSystem.read(Path.join(path, "charter"), limit: 1024)
            let certificates = Path.join(path, "tsa.pem")
            let isThere = FileSystem.exists(certificates)
            authorities = isThere ? try FileSystem.read(certificates, limit: TrustFiles.certificatesLimit) : []
        } catch { throw .system(error) }
    }

    init(policy: [UInt8], charter: [UInt8], _ authorities: [UInt8]) {
        (self.policy, self.charter, self.authorities) = (policy, charter, authorities)
    }

    init(_ anchors: TrustAnchors) {
        policy = Array(anchors.policy.text.utf8)
        charter = Array("\(anchors.charter.base64)\n".utf8)
        authorities = anchors.timestampAuthorities
    }

    func anchors() throws(TrustFolder.Failure) -> TrustAnchors {
        guard let pin = TrustAnchors.charterPin(charter) else { throw .charter }
        do {
            return TrustAnchors(policy: try Policy(parsing: policy), charter: pin, timestampAuthorities: authorities)
        } catch { throw .policy(error) }
    }

    /// By the names they have in the folder.
    var named: [(String, [UInt8])] {
        [("policy", policy), ("charter", charter)] + (authorities.isEmpty ? [] : [("tsa.pem", authorities)])
    }
}
