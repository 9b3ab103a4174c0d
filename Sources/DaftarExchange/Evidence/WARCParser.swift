import Daftar

/// The records of a WARC as their bytes come by: of each only its head is held.
///
/// ```
/// WARC/1.1
/// WARC-Type: response
/// WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ
/// Content-Length: 1234
///
/// …1234 bytes, then CR LF CR LF
/// ```
struct WARCParser {
    private(set) var traces: [CaptureTrace] = []
    private(set) var faults: [String] = []
    private(set) var checked = 0
    private(set) var unchecked = 0
    private(set) var isWARC = false

    private var head: [UInt8] = []
    private var record: WARCRecord?
    private var records = 0
    private static let headLimit = 1 << 16
    private static let headEnd = Array("\r\n\r\n".utf8)

    mutating func take(_ piece: ArraySlice<UInt8>) throws {
        var rest = piece
        while !rest.isEmpty {
            if record == nil { try takeHead(&rest) } else { try takeBlock(&rest) }
        }
    }

    mutating func finish() throws {
        guard record == nil, head.allSatisfy({ $0 == 13 || $0 == 10 }) else {
            throw CaptureFault("ends in the middle of record \(records)")
        }
    }

    private mutating func takeHead(_ rest: inout ArraySlice<UInt8>) throws {
        while let byte = rest.popFirst() {
            // Blank lines stand between records.
            if head.isEmpty, byte == 13 || byte == 10 { continue }
            head.append(byte)
            if head.count <= 5, !Array("WARC/".utf8).starts(with: head) { throw CaptureFault.noWARC }
            guard head.count <= Self.headLimit else { throw CaptureFault("has a record head of no end") }
            guard byte == 10, head.suffix(4).elementsEqual(Self.headEnd) else { continue }
            records += 1
            guard records <= CaptureLimits.parts else { throw CaptureFault("has more records than are read") }
            record = try WARCRecord(head, number: records)
            (head, isWARC) = ([], true)
            if record?.left == 0 { end() }
            return
        }
    }

    private mutating func takeBlock(_ rest: inout ArraySlice<UInt8>) throws {
        guard var open = record else { return }
        record = nil
        let part = rest.prefix(open.left)
        rest = rest.dropFirst(part.count)
        open.take(part)
        record = open
        if open.left == 0 { end() }
    }

    private mutating func end() {
        guard let done = record else { return }
        record = nil
        let outcome = done.finish()
        checked += outcome.checked
        unchecked += outcome.unchecked
        if faults.count < 20 { faults += outcome.faults }
        traces.add(done.traces)
    }
}

/// One record that is being read.
struct WARCRecord {
    private let number: Int
    private let type: String
    private let block: RecordDigest?
    private let payload: RecordDigest?
    private let unread: Int
    private let blockHash: MessageDigest?
    private let payloadHash: MessageDigest?
    /// Bytes of the block that are still to come.
    private(set) var left: Int
    /// The beginning of the block, until its payload begins.
    private var start: [UInt8] = []
    private var isPayload: Bool
    private static let startLimit = 1 << 16

    init(_ head: [UInt8], number: Int) throws {
        let fields = Self.fields(head)
        guard let length = fields["content-length"].flatMap({ Int($0) }), length >= 0 else {
            throw CaptureFault("has a record without a length")
        }
        (self.number, left, type) = (number, length, fields["warc-type"] ?? "")
        let named = ["warc-block-digest", "warc-payload-digest"].compactMap { fields[$0] }
        block = fields["warc-block-digest"].flatMap(RecordDigest.init)
        // A revisit says the digest of what it does not hold.
        payload = type == "revisit" ? nil : fields["warc-payload-digest"].flatMap(RecordDigest.init)
        unread = named.count { RecordDigest($0) == nil }
        blockHash = try block.map { try MessageDigest($0.algorithm) }
        payloadHash = try payload.map { try MessageDigest($0.algorithm) }
        // A payload is what follows the HTTP head; where there is none, it is the whole block.
        isPayload = !(fields["content-type"] ?? "").lowercased().hasPrefix("application/http")
    }

    mutating func take(_ piece: ArraySlice<UInt8>) {
        left -= piece.count
        blockHash?.update(piece.span)
        if isPayload { payloadHash?.update(piece.span) }
        guard start.count < Self.startLimit else { return }
        let had = start.count
        start += piece.prefix(Self.startLimit - had)
        guard !isPayload, let end = start.place(of: Array("\r\n\r\n".utf8), from: max(0, had - 3)) else { return }
        isPayload = true
        let rest = piece.dropFirst(max(0, end + 4 - had))
        payloadHash?.update(rest.span)
    }

    func finish() -> (checked: Int, unchecked: Int, faults: [String]) {
        var checked = 0, faults: [String] = []
        for (name, digest, hash) in [("block", block, blockHash), ("payload", payload, payloadHash)] {
            guard let digest, let hash else { continue }
            if hash.finish() == digest.bytes {
                checked += 1
            } else {
                faults.append("record \(number): its \(name) is not \(digest.text), as it says")
            }
        }
        return (checked, unread, faults)
    }

    /// What `warcinfo` says of the person and the machine, and what a request sent of them.
    var traces: [CaptureTrace] {
        let telling: [String]
        switch type {
        case "warcinfo":
            telling = [
                "operator", "hostname", "ip", "http-header-user-agent", "http-header-from", "software", "robots",
            ]
        case "request": telling = ["cookie", "authorization", "user-agent", "from", "referer"]
        case "response": telling = ["set-cookie"]
        default: return []
        }
        let end = type == "warcinfo" ? start.count : start.place(of: Array("\r\n\r\n".utf8), from: 0) ?? start.count
        let fields = Self.fields(Array(start[..<end]))
        return telling.filter { $0 != "robots" }.compactMap { name in
            fields[name].map { CaptureTrace("WARC \(type): \(name)", $0) }
        }
    }

    /// Names in lower case; the first of each.
    private static func fields(_ bytes: [UInt8]) -> [String: String] {
        var fields: [String: String] = [:]
        for line in bytes.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
            guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
            let name = String(decoding: line[..<colon], as: UTF8.self).lowercased()
            if fields[name] == nil { fields[name] = String(decoding: line[(colon + 1)...], as: UTF8.self).trimmed }
        }
        return fields
    }
}
