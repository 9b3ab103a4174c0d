/// Something in a captured file that may tell who captured it, where, or on which machine.
public struct CaptureTrace: Hashable, Sendable {
    /// `Exif: place (GPS)`, `PDF: Author`.
    public let what: String
    /// What it says, shortened; hostile text.
    public let value: String

    init(_ what: String, _ value: String = "") {
        self.what = what
        self.value = String(value.unicodeScalars.filter { $0.value >= 0x20 }.map(Character.init).prefix(80))
    }
}

/// Looks into a captured file, by what it is and not by its name: for what it tells of the person who captured it, and
/// whether what it says of itself is so.
///
/// ```swift
/// let look = CaptureLook.at(bytes)
/// for trace in look.traces { … }          // warn before anything is signed
/// ```
public struct CaptureLook: Sendable {
    /// What the first bytes show it to be; nil where they tell nothing.
    public private(set) var mediaType: String?
    public private(set) var traces: [CaptureTrace] = []
    /// It is not what it says, or can't be read to its end.
    public private(set) var faults: [String] = []
    /// Digests that it holds of its own parts, and that are right.
    public private(set) var checkedDigests = 0
    /// Digests by algorithms that are not read here.
    public private(set) var uncheckedDigests = 0

    /// - Throws: what reading throws; hostile bytes are no error but a fault.
    public static func at(_ bytes: any CaptureBytes) throws -> CaptureLook {
        var look = CaptureLook()
        do { try look.examine(bytes) } catch let fault as CaptureFault { look.faults.append(fault.words) }
        return look
    }

    private mutating func examine(_ bytes: any CaptureBytes) throws {
        let head = try bytes.read(from: 0, count: 1_024)
        if head.isEmpty { throw CaptureFault("is empty") }
        if head.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            mediaType = "image/png"
            traces = try PNGMetadata.traces(bytes)
        } else if head.starts(with: [0xFF, 0xD8, 0xFF]) {
            mediaType = "image/jpeg"
            traces = try JPEGMetadata.traces(bytes)
        } else if head.holds("%PDF-") {
            mediaType = "application/pdf"
            traces = try PDFMetadata.traces(bytes)
        } else if head.holds("WARC/") || head.starts(with: GzipMember.magic) {
            try examineWARC(bytes, isPacked: !head.holds("WARC/"))
        } else if head.holds(CaptureZip.magic) {
            try examineZip(try CaptureZip(bytes))
        } else if head.starts(with: Array("<!DOCTYPE html".utf8)) || head.starts(with: Array("<html".utf8)) {
            mediaType = "text/html"
        }
    }

    private mutating func examineWARC(_ bytes: any CaptureBytes, isPacked: Bool) throws {
        mediaType = isPacked ? "application/gzip" : "application/warc"
        var warc = WARCReader(bytes, isPacked: isPacked)
        defer { take(warc) }
        try warc.run()
        if warc.isWARC { mediaType = "application/warc" }
    }

    private mutating func examineZip(_ zip: CaptureZip) throws {
        mediaType = "application/zip"
        if let office = OfficeMetadata.mediaType(zip) {
            mediaType = office
            traces = try OfficeMetadata.traces(zip)
        } else if zip.entries.contains(where: { $0.name == "datapackage.json" }) {
            mediaType = "application/wacz"
            var package = WACZPackage(zip)
            try package.check()
            (traces, checkedDigests, uncheckedDigests) = (package.traces, package.checked, package.unchecked)
            faults += package.faults
            for entry in zip.entries where entry.name.hasPrefix("archive/") {
                if entry.name.hasSuffix("/") { continue }
                guard entry.method == 0 else {
                    faults.append("\(entry.name.prefix(80)) is packed once more, and was not looked into")
                    continue
                }
                var warc = WARCReader(
                    PartOfBytes(whole: zip.bytes, range: try zip.place(of: entry)),
                    isPacked: !entry.name.hasSuffix(".warc"))
                defer { take(warc) }
                try warc.run()
            }
        }
    }

    private mutating func take(_ warc: WARCReader) {
        traces.add(warc.traces)
        faults += warc.faults
        checkedDigests += warc.checked
        uncheckedDigests += warc.unchecked
    }
}

extension [CaptureTrace] {
    /// Takes in what was found, one of each kind: a crawl has a cookie in each of its records.
    mutating func add(_ found: [CaptureTrace]) {
        for trace in found where !contains(where: { $0.what == trace.what }) { append(trace) }
    }
}

extension Array where Element == UInt8 {
    /// The text between the first `open` and the next `close` behind it.
    func text(between open: String, and close: String) -> String? {
        guard let start = place(of: Array(open.utf8), from: 0),
            let end = place(of: Array(close.utf8), from: start + open.utf8.count)
        else { return nil }
        let from = start + open.utf8.count
        // Nobody reads more of it, and what a hostile file puts there may be megabytes.
        return String(decoding: self[from..<Swift.min(end, from + 1_024)], as: UTF8.self)
    }

    /// Where `wanted` stands at or behind `start`.
    func place(of wanted: [UInt8], from start: Int) -> Int? {
        guard let first = wanted.first, start <= count - wanted.count else { return nil }
        var at = start
        while at <= count - wanted.count {
            if self[at] == first, self[at..<at + wanted.count].elementsEqual(wanted) { return at }
            at += 1
        }
        return nil
    }
}
