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
        let number: Int
        var malformed: String?
        do { number = try ContentLine.scan(range, bytes, &layouts).entry } catch .order(let entry) {
            // What was altered has another digest, and so another place.
            layouts.sort { $0.digest < $1.digest }
            (number, malformed) = (entry, "not ascending")
        } catch .disclosure(let fault, let entry) {
            layouts = []
            (number, malformed) = (entry, "\(fault)")
        } catch {
            self.init(entry: -1, fault: Finding(.contentForm, "\(error)"))
            return
        }
        guard (bundle.first..<bundle.first + Limits.tileWidth).contains(number) else {
            self.init(entry: -1, fault: Finding(.contentForm, "entry \(number) in the wrong file"))
            return
        }
        guard let statement = bundle.entry(number)?.statement else {
            // Beyond the tree, or beside an entry that has its own finding.
            self.init(entry: number, fault: nil)
            return
        }
        if statement.body.type.isControl {
            self.init(entry: number, fault: Finding(.contentOnControl, entry: number))
            return
        }
        let check = ContentCheck(number, statement, bundle, layouts, bytes)
        guard let malformed, check.fault == nil else {
            self = check
            return
        }
        self.init(entry: number, fault: Finding(.contentForm, entry: number, malformed))
    }

    private init(entry: Int, fault: Finding?, open: [OpenPart] = [], shown: Int = 0, captures: [PublicCapture] = []) {
        (self.entry, self.fault, self.open, self.shown, self.captures) = (entry, fault, open, shown, captures)
    }

    /// Both the digests and the disclosures ascend: one walk over the two compares them.
    private init(
        _ number: Int, _ statement: StatementLayout, _ bundle: Bundle, _ layouts: [DisclosureLayout],
        _ bytes: Span<UInt8>
    ) {
        var open: [OpenPart] = [], captures: [PublicCapture] = [], names: [Range<Int>] = []
        var next = 0, shown = 0
        for position in statement.body.digests {
            let digest = bundle.digests[position]
            guard next < layouts.count, layouts[next].digest <= digest.hash else {
                open.append(OpenPart(number, digest, isShown: false))
                continue
            }
            let layout = layouts[next]
            guard layout.digest == digest.hash, (layout.name != nil) == digest.isField else { break }
            next += 1
            shown += 1
            if digest.isWithheld { open.append(OpenPart(number, digest, isShown: true)) }
            if let name = layout.name { names.append(name) }
            captures += PublicCapture.all(layout, digest, number, bundle, bytes)
        }
        guard next == layouts.count else {
            let stray = layouts[next].name.map { String(utf8: bytes.extracting($0)) } ?? "an element"
            self.init(entry: number, fault: Finding(.contentAltered, entry: number, stray))
            return
        }
        let fault = ContentCheck.clash(names, bytes, statement, bundle).map {
            Finding(.contentName, entry: number, $0)
        }
        self.init(entry: number, fault: fault, open: open, shown: shown, captures: captures)
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
        guard mayClash(names, bytes, statement, bundle) else { return nil }
        return clashInTheClear(names, bytes, statement, bundle)
    }

    /// False where no name can be in the clear: all that is there are lists of digests, and none has such a name. Each of
    /// these has one digest that is its first.
    private static func mayClash(
        _ names: [Range<Int>], _ bytes: Span<UInt8>, _ statement: StatementLayout, _ bundle: Bundle
    ) -> Bool {
        guard statement.body.unknownField == nil, statement.body.digestFault == nil else { return true }
        let body = bundle.bytes.span
        for position in statement.body.digests where bundle.digests[position].isFirstOfList {
            let list = Int(bundle.digests[position].list)
            for name in names where list + name.count < body.count && body[list + name.count] == UInt8(ascii: "\"") {
                if sameBytes(bytes.extracting(name), body.extracting(list..<list + name.count)) { return true }
            }
        }
        return false
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
    /// The digest of the disclosure that shows it.
    let part: Hash
    /// The digest of the file.
    let digest: Hash

    /// The captures that a disclosure shows: as an element of the list `captures`, or as the field of that name of an
    /// event that was withheld whole.
    static func all(
        _ layout: DisclosureLayout, _ signed: SignedDigest, _ entry: Int, _ bundle: Bundle, _ bytes: Span<UInt8>
    ) -> [PublicCapture] {
        guard isNamed(layout, signed, bundle, bytes), mayBePublic(layout.value, bytes),
            let value = try? CanonicalJSON.parse(bytes.extracting(layout.value))
        else {
            return []
        }
        return (signed.isField ? value.array ?? [] : [value]).compactMap(CapturedFile.init).filter(\.isPublic).map {
            PublicCapture(entry: entry, part: signed.hash, digest: $0.digest)
        }
    }

    /// False where `"public"` is nowhere a value: it has this one spelling.
    private static func mayBePublic(_ value: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
        var reader = ByteReader(from: value.lowerBound, to: value.upperBound)
        while reader.upTo(UInt8(ascii: ":"), in: bytes) != nil {
            if reader.skip("\"public\"", in: bytes) { return true }
        }
        return false
    }

    private static func isNamed(
        _ layout: DisclosureLayout, _ signed: SignedDigest, _ bundle: Bundle, _ bytes: Span<UInt8>
    ) -> Bool {
        if let name = layout.name {
            var reader = ByteReader(from: name.lowerBound, to: name.upperBound)
            return reader.skip("captures", in: bytes) && reader.isAtEnd
        }
        var list = ByteReader(from: Int(signed.list), to: bundle.bytes.count)
        return list.skip("captures\"", in: bundle.bytes.span)
    }
}
