/// What kind of event it is: a family, a kind, and maybe a third level that narrows it.
///
/// ```
/// disruption/site-block/dns
/// family     kind       detail
/// ```
///
/// New third levels are free, so that a recorder can be exact; a reader that doesn't know one cuts it off.
public struct Kind: Hashable, Sendable {
    /// The text as signed.
    public let text: String

    public init(_ text: String) { self.text = text }

    /// `disruption`
    public var family: Substring { text.prefix { $0 != "/" } }

    /// `disruption/site-block`: what the vocabulary knows.
    public var base: Substring {
        let parts = text.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        return parts.count < 3 ? text[...] : text[..<parts[1].endIndex]
    }

    /// True for a kind of the vocabulary, and for one with a third level of `a-z 0-9 -`.
    public var isKnown: Bool {
        if Kind.vocabulary.contains(text) { return true }
        let detail = text[base.endIndex...].dropFirst()
        return !detail.isEmpty && Kind.vocabulary.contains(String(base))
            && detail.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") }
    }

    /// The families, in the order of the vocabulary.
    public static let families = vocabulary.words.map { String(Kind($0).family) }.reduce(into: [String]()) {
        all, family in
        if all.last != family { all.append(family) }
    }

    public static func isFamily(_ text: String) -> Bool { families.contains(text) }

    /// What was probably meant; `site-block` alone finds `disruption/site-block`.
    public static func nearest(to text: String) -> String? {
        vocabulary.nearest(to: text)
            ?? vocabulary.words.first { $0.hasSuffix("/" + text) }
            ?? vocabulary.words.first {
                NearestWord.of(text, in: CollectionOfOne(String($0.drop { $0 != "/" }.dropFirst()))) != nil
            }
    }

    /// The kinds (DOMAIN §2.2): 33 terms in 12 families.
    public static let vocabulary = Vocabulary(
        "kind",
        [
            "instrument/sign": "parties sign a binding agreement or treaty",
            "instrument/memorandum": "non-binding memorandum, letter of intent or cooperation note",
            "instrument/legislative-approval": "a chamber endorses or adopts the approving act",
            "instrument/ratify": "consent to be bound is completed (head of state, or deposit or exchange)",
            "instrument/enter-into-force": "instrument takes effect (also provisional application)",
            "instrument/terminate": "denounced, suspended, expired, replaced",
            "law/propose": "draft law, decree or regulation introduced or published",
            "law/adopt": "law, decree or regulation adopted or in force",
            "law/order": "directive of an authority to a provider or the public",
            "law/ruling": "court or tribunal decision",
            "statement/official": "official or agency says something",
            "statement/admission": "concession against interest (coverage, capability, responsibility)",
            "statement/denial": "responsibility or fact denied",
            "statement/plan": "programme, strategy, tender plan announced",
            "disruption/shutdown": "deliberate loss of connectivity for an area or network",
            "disruption/throttling": "deliberate degradation",
            "disruption/service-block": "messaging, social platform, VPN or app blocked",
            "disruption/site-block": "site, domain, IP or content blocked",
            "disruption/restoration": "service restored or unblocked",
            "content/removal-request": "demand to remove, delist or geo-block",
            "content/manipulation": "coordinated inauthentic or state-run content operation",
            "surveillance/mandate": "duty to retain, hand over, register, decrypt or give access",
            "surveillance/deployment": "system installed or in use (cameras, monitoring centre, inspection of traffic)",
            "surveillance/intrusion": "spyware or targeted technical attack",
            "procurement/tender": "request, tender or negotiation",
            "procurement/contract": "contract or award, loan or grant for equipment or services",
            "infrastructure/change": "network, gateway, exchange, cable, licence, ownership or routing change",
            "sanction/impose": "listing, export control, visa or asset measure",
            "sanction/lift": "removal or easing of a sanction",
            "reprisal/legal": "detention, prosecution, fine",
            "reprisal/physical": "attack, disappearance",
            "measurement/finding": "measured result",
            "publication/report": "report that itself matters",
        ])
}
