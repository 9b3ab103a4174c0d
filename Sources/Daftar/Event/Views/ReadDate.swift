/// A date as it was signed, and what it means where it can be understood.
public struct ReadDate: Hashable, Sendable {
    /// The author's characters.
    public let text: String
    /// Nil for what this version can't read, such as a form that a later one knows.
    public let edtf: EDTF?

    init?(_ value: JSONValue?) {
        guard let value else { return nil }
        text = value.shownText
        edtf = try? EDTF(parsing: text)
    }

    /// The date in words, or what was written.
    public var words: String { edtf?.words ?? text }
}

/// What one source says of the date.
public struct DateClaim: Hashable, Sendable, EventPart {
    public let value: JSONValue

    init(_ value: JSONValue) { self.value = value }

    public var date: ReadDate? { ReadDate(value["edtf"]) }
    /// `stated`, `reported`, `inferred`, `measured`
    public var basis: String? { value.text("basis") }
    /// The source's own words.
    public var words: String? { value.text("words") }
    public var sources: [String] { value.texts("sources") }
    public var note: LocalizedText? { value.localized("note") }
}

extension EventContent {
    /// True where what the sources say of the date can't all be true at once: two of their dates have no day in common, or
    /// one has none in common with the event's own.
    ///
    /// "December 2023" and "1–15 December 2023" agree; "19 June" and "19 July" don't. A date that can't be read disagrees
    /// with nothing.
    public var sourcesDisagree: Bool {
        guard !parts("dates").isEmpty else { return false }
        let readings = ([date] + dates.map(\.date)).compactMap { $0?.edtf }
        return readings.indices.contains { i in
            readings[(i + 1)...].contains { !readings[i].bounds.overlaps($0.bounds) }
        }
    }
}

extension EDTF.Bounds {
    /// True where both have a day in common; an end that is open or not known reaches as far as it must.
    func overlaps(_ other: EDTF.Bounds) -> Bool {
        let begins = Swift.max(min ?? .first, other.min ?? .first)
        let ends = Swift.min(max ?? .last, other.max ?? .last)
        return begins <= ends
    }
}
