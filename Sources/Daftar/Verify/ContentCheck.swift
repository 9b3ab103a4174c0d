/// Step 9 for one content line: what it shows against what its entry signed. It can be made on any core.
struct ContentCheck: Sendable {
    let entry: Int
    let fault: Finding?
    /// What of the entry's digests is not shown, or is shown though withheld.
    let open: [OpenPart]
    let shown: Int
    let captures: [PublicCapture]

    /// Checks the line at `range` against the entry it names, which is in `bundle`.
    init(_ range: Range<Int>, _ bytes: Span<UInt8>, _ bundle: Bundle) {
        var layouts: [DisclosureLayout] = []
        let line: ContentLine
        do { line = try ContentLine.scan(range, bytes, &layouts) } catch {
            let named = ContentLine.entryNamed(at: range, bytes).flatMap { bundle.entry($0)?.index }
            self.init(entry: named ?? -1, fault: Finding(.contentForm, entry: named, "\(error)"))
            return
        }
        guard (bundle.first..<bundle.first + Limits.tileWidth).contains(line.entry) else {
            self.init(entry: -1, fault: Finding(.contentForm, "entry \(line.entry) in the wrong file"))
            return
        }
        guard let entry = bundle.entry(line.entry), let statement = entry.statement else {
            // Beyond the tree, or beside an entry that has its own finding.
            self.init(entry: line.entry, fault: nil)
            return
        }
        if statement.body.type.isControl {
            self.init(entry: line.entry, fault: Finding(.contentOnControl, entry: line.entry))
            return
        }
        guard line.isAscending else {
            self.init(entry: line.entry, fault: Finding(.contentAltered, entry: line.entry, "its parts are not in order"))
            return
        }
        self.init(line, statement, bundle, layouts, bytes)
    }

    private init(entry: Int, fault: Finding?, open: [OpenPart] = [], shown: Int = 0, captures: [PublicCapture] = []) {
        (self.entry, self.fault, self.open, self.shown, self.captures) = (entry, fault, open, shown, captures)
    }

    /// Both the digests and the disclosures ascend: one walk over the two compares them.
    private init(
        _ line: ContentLine, _ statement: StatementLayout, _ bundle: Bundle, _ layouts: [DisclosureLayout],
        _ bytes: Span<UInt8>
    ) {
        var open: [OpenPart] = [], captures: [PublicCapture] = [], names: [Range<Int>] = []
        var next = 0, shown = 0
        for position in statement.body.digests {
            let digest = bundle.digests[position]
            guard next < layouts.count, layouts[next].digest <= digest.hash else {
                open.append(OpenPart(line.entry, digest, isShown: false))
                continue
            }
            let layout = layouts[next]
            guard layout.digest == digest.hash, (layout.name != nil) == digest.isField else { break }
            next += 1
            shown += 1
            if digest.isWithheld { open.append(OpenPart(line.entry, digest, isShown: true)) }
            if let name = layout.name { names.append(name) }
            captures += PublicCapture.all(in: layout, digest, line.entry, bundle, bytes)
        }
        guard next == layouts.count else {
            let stray = layouts[next].name.map { String(utf8: bytes.extracting($0)) } ?? "an element"
            self.init(entry: line.entry, fault: Finding(.contentAltered, entry: line.entry, stray))
            return
        }
        let fault = ContentCheck.clash(names, bytes, statement, bundle).map {
            Finding(.contentName, entry: line.entry, $0)
        }
        self.init(entry: line.entry, fault: fault, open: open, shown: shown, captures: captures)
    }

    /// A name that two disclosures have, or that is in the clear as well.
    private static func clash(
        _ names: [Range<Int>], _ bytes: Span<UInt8>, _ statement: StatementLayout, _ bundle: Bundle
    ) -> String? {
        for (i, name) in names.enumerated() {
            let text = bytes.extracting(name)
            for other in names[..<i] where other.count == name.count {
                if sameBytes(bytes.extracting(other), text) { return String(utf8: text) }
            }
        }
        let hasLists = bundle.digests[statement.body.digests].contains { !$0.isField }
        guard hasLists || statement.body.unknownField != nil else { return nil }
        return clashInTheClear(names, bytes, statement, bundle)
    }

    private static func clashInTheClear(
        _ names: [Range<Int>], _ bytes: Span<UInt8>, _ statement: StatementLayout, _ bundle: Bundle
    ) -> String? {
        let body = bundle.bytes.span
        var scanner = JSONScanner(
            from: statement.body.range.lowerBound, to: statement.body.range.upperBound, levels: Limits.jsonDepth)
        guard (try? scanner.enter(UInt8(ascii: "{"), body)) != nil else { return nil }
        repeat {
            guard let key = try? scanner.key(after: nil, body), (try? scanner.value(body)) != nil else { return nil }
            for name in names where sameBytes(bytes.extracting(name), body.extracting(key)) {
                return String(utf8: body.extracting(key))
            }
        } while scanner.take(UInt8(ascii: ","), body)
        return nil
    }
}

/// A part of an entry that is not shown, or is shown though its authors withheld it: 40 bytes.
struct OpenPart: Sendable {
    let hash: Hash
    let entry: UInt32
    let isWithheld: Bool
    let isShown: Bool
    var isWithdrawn = false
    var isReleased = false

    init(_ entry: Int, _ digest: SignedDigest, isShown: Bool) {
        self.hash = digest.hash
        self.entry = UInt32(truncatingIfNeeded: entry)
        self.isWithheld = digest.isWithheld
        self.isShown = isShown
    }
}

/// A capture that is shown and said to be public: its file must be in `evidence/`.
struct PublicCapture: Sendable {
    let entry: Int
    /// The digest of the disclosure that says so.
    let part: Hash
    /// SHA-256 of the file.
    let digest: Hash

    /// The public captures in a disclosure: an element of `captures`, or, in an event that was withheld whole, the list.
    static func all(
        in layout: DisclosureLayout, _ signed: SignedDigest, _ entry: Int, _ bundle: Bundle, _ bytes: Span<UInt8>
    ) -> [PublicCapture] {
        let name = layout.name.map { ByteReader(from: $0.lowerBound, to: $0.upperBound) }
        var word = name ?? ByteReader(from: Int(signed.list), to: bundle.bytes.count)
        let isCaptures =
            name != nil ? word.skip("captures", in: bytes) && word.isAtEnd : word.skip("captures\"", in: bundle.bytes.span)
        guard isCaptures, let value = try? CanonicalJSON.parse(bytes.extracting(layout.value)) else { return [] }
        return (value.array ?? [value]).compactMap { capture in
            guard capture["stored"]?.string == "public", let text = capture["digest"]?.string, text.hasPrefix("sha256:"),
                let digest = Hash(hex: String(text.dropFirst(7)))
            else { return nil }
            return PublicCapture(entry: entry, part: layout.digest, digest: digest)
        }
    }
}
