import Daftar

/// A source where an event cites it.
struct CitedSource {
    let source: Source
    let captures: [Capture]
    let event: RecordedEvent
    /// What it is recognised by in other events: its address, and without one all that is said of it.
    let identity: Hash

    init(_ source: Source, _ captures: [Capture], _ event: RecordedEvent) {
        (self.source, self.event) = (source, event)
        self.captures = captures.filter { $0.source != nil && $0.source == source.id }
        identity = .sha256(Array(CitedSource.identity(source, event).utf8))
    }

    private static func identity(_ source: Source, _ event: RecordedEvent) -> String {
        if let url = source.url { return "address\n\(url)" }
        let told = [source.publisher, source.title?.text(), source.published?.text].map { $0 ?? "" }
        // A handle means something in its own event only.
        guard told.contains(where: { !$0.isEmpty }) else { return "handle\n\(event.leaf.base64)\n\(source.id ?? "")" }
        return "work\n\(told.joined(separator: "\n"))\n\(source.type ?? "")"
    }

    /// What a text cites it by: the same in every export, for it follows from the ``identity`` alone.
    ///
    /// ```
    /// oilprice-com-k3v7qd2mzt5a
    /// ```
    var key: String { "\(CitedSource.word(host ?? source.publisher ?? ""))-\(CitedSource.base32(identity))" }

    /// `www.` and what follows the host are left out.
    private var host: String? {
        guard let url = WebAddress.link(source.url) else { return nil }
        let host = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true).dropFirst().first ?? ""
        return String(host.hasPrefix("www.") ? host.dropFirst(4) : host)
    }

    private static func word(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let word = words.joined(separator: "-").prefix(32)
        return word.isEmpty ? "source" : String(word)
    }

    /// The first 60 bits, in letters and digits that nobody takes for each other.
    private static func base32(_ hash: Hash) -> String {
        let letters = Array("abcdefghijklmnopqrstuvwxyz234567")
        let number = hash.bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return String((0..<12).map { letters[Int(number >> (59 - 5 * UInt64($0)) & 31)] })
    }

    // MARK: What is said of it

    /// In its own language, as a bibliography has it.
    var title: String? { source.title?.text(in: source.language ?? "en") }

    /// The last day on which somebody looked at it, where it is a day.
    var accessed: CivilDate? { captures.compactMap { $0.accessed.flatMap { CivilDate($0) } }.max() }

    var archive: Capture.Archive? { captures.flatMap(\.archives).first { WebAddress.link($0.url) != nil } }

    /// Where it is cited, and what stands about that: in one paragraph.
    func note(_ context: ExportContext) -> String {
        let slug = event.content.slug.map { " (\($0))" } ?? ""
        var sentences = ["Cited by entry \(event.index)\(slug) of \(context.originText), leaf \(event.leaf.base64)."]
        if let marks = MarkWords.line(event) { sentences.append(marks) }
        if !event.privateParts.isEmpty {
            sentences.append("PRIVATE, not published: \(event.privateParts.joined(separator: ", ")).")
        }
        if !source.isOriginal { sentences.append("Derivation: \(source.derivation).") }
        if let reliability = source.reliability { sentences.append("Reliability: \(reliability).") }
        return sentences.joined(separator: " ")
    }
}
