import Daftar

/// A WACZ (Web Archive Collection Zipped 1.1): a zip whose `datapackage.json` says the digest and size of each file, and
/// `datapackage-digest.json` the digest of that.
struct WACZPackage {
    private let zip: CaptureZip
    private(set) var traces: [CaptureTrace] = []
    private(set) var faults: [String] = []
    private(set) var checked = 0
    private(set) var unchecked = 0

    init(_ zip: CaptureZip) { self.zip = zip }

    mutating func check() throws {
        guard let bytes = try zip.file("datapackage.json"), let package = JSONReader.read(foreign: bytes) else {
            faults.append("its datapackage.json can't be read")
            return
        }
        for name in [
            "software", "title", "description", "mainPageUrl", "created", "userAgent", "contributors", "author",
        ] {
            if let value = package[name] { traces.append(CaptureTrace("WACZ: \(name)", value.scalar ?? "")) }
        }
        if let digest = try zip.file("datapackage-digest.json").flatMap(JSONReader.read(foreign:)) {
            compare("datapackage.json", digest["hash"]?.scalar, try hash("datapackage.json", digest["hash"]?.scalar))
            if digest["signedData"] != nil {
                traces.append(CaptureTrace("WACZ: a signature, with the name of who signed"))
            }
        }
        try checkResources(package["resources"]?.list ?? [])
    }

    private mutating func checkResources(_ resources: [SourceNode]) throws {
        var named: Set<String> = []
        for resource in resources.prefix(CaptureLimits.parts) {
            guard let path = resource["path"]?.scalar else { continue }
            guard CaptureZip.isInside(path) else {
                throw CaptureFault("names a path that climbs out: \(path.prefix(80))")
            }
            // Each is unpacked once: one that is named a thousand times is no package.
            guard named.insert(path).inserted else { throw CaptureFault("names \(path.prefix(80)) twice") }
            let said = resource["hash"]?.scalar
            guard let entry = zip[path] else {
                faults.append("\(path.prefix(80)) is named in it and missing")
                continue
            }
            if let bytes = resource["bytes"]?.scalar.flatMap({ Int($0) }), bytes != entry.size {
                faults.append("\(path.prefix(80)) has another size than it says")
            }
            compare(path, said, try hash(path, said))
        }
        let own: Set = ["datapackage.json", "datapackage-digest.json"]
        for entry in zip.entries
        where !named.contains(entry.name) && !own.contains(entry.name) && !entry.name.hasSuffix("/") {
            faults.append("\(entry.name.prefix(80)) is in it and not named")
        }
    }

    private mutating func compare(_ path: String, _ said: String?, _ found: [UInt8]?) {
        guard let said else { return }
        guard let digest = RecordDigest(said), let found else {
            unchecked += 1
            return
        }
        if found == digest.bytes {
            checked += 1
        } else {
            faults.append("\(path.prefix(80)) is not \(digest.text), as it says")
        }
    }

    private func hash(_ path: String, _ said: String?) throws -> [UInt8]? {
        guard let digest = said.flatMap(RecordDigest.init), let entry = zip[path] else { return nil }
        let hash = try MessageDigest(digest.algorithm)
        try zip.unpack(entry) { hash.update($0.span) }
        return hash.finish()
    }
}
