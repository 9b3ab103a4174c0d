// The words for an event as a whole (DOMAIN §2.2, §2.3; AUTHORING).
extension Vocabulary {
    /// How far what was agreed has come: being able to is not doing.
    public static let stages = Vocabulary(
        "stage",
        [
            "announced": "said to come", "agreed": "signed or adopted, not in force or in use yet",
            "in-force": "a rule or an instrument that has effect", "in-use": "a system that works",
            "ended": "over", "unknown": "not known",
        ])

    /// Who may see it, by the Traffic Light Protocol 2.0; anything above TLP:CLEAR is appended withheld.
    public static let sensitivities = Vocabulary(
        "sensitivity",
        [
            "TLP:CLEAR": "for everybody", "TLP:GREEN": "for the community, not for publication",
            "TLP:AMBER": "for an organisation and its clients, where they need it",
            "TLP:AMBER+STRICT": "for an organisation, where they need it", "TLP:RED": "for those who are named",
        ])

    /// How a date, a relation or a cause is known.
    public static let bases = Vocabulary(
        "basis",
        [
            "stated": "by those who did it, or by an official record", "reported": "by somebody else",
            "inferred": "by us, from something else", "measured": "by an instrument",
        ])

    /// How one event bears on another; the reverse is computed, never written.
    public static let relations = Vocabulary(
        "relation",
        [
            "approves": "endorses the other, without completing it", "ratifies": "completes consent to the other",
            "implements": "carries the other out", "terminates": "ends the other", "part-of": "is a part of the other",
            "follows": "comes after the other in the same matter", "continues": "is the other, going on",
            "reverses": "undoes the other", "responds-to": "answers the other", "enables": "makes the other possible",
            "same-as": "is the other, recorded twice",
        ])

    /// Relations in which an event can't reach itself, directly or through others.
    public static let acyclicRelations: Set<String> = [
        "approves", "ratifies", "implements", "terminates", "part-of",
    ]

    /// How blocking or slowing down is done, in OONI's words.
    public static let methods = Vocabulary(
        "method",
        [
            "dns": "answers of name servers are withheld or forged", "tcp_ip": "connections to an address fail",
            "http-diff": "another page comes back", "http-failure": "the HTTP exchange breaks",
            "tls": "the TLS handshake breaks", "bgp": "routes are withdrawn", "throttling": "traffic is slowed down",
            "unknown": "not known",
        ])

    /// What stands of an event's information, in plain words.
    public static let statuses = Vocabulary(
        "status",
        [
            "reported": "somebody reports it", "corroborated": "independent originals agree",
            "official": "the record of those who did it", "disputed": "somebody with standing says otherwise",
            "refuted": "shown to be wrong", "retracted": "taken back by its source",
        ])

    /// How credible the information is (Admiralty scale).
    public static let credibilities = Vocabulary(
        "credibility",
        [
            "1": "confirmed by other sources", "2": "probably true", "3": "possibly true", "4": "doubtful",
            "5": "improbable", "6": "cannot be judged",
        ])

    /// What a place has to do with the event.
    public static let locationRoles = Vocabulary(
        "location role",
        [
            "occurred-in": "it happened there", "signed-at": "it was signed there", "about": "it is about that place",
            "affected": "it is felt there",
        ])

    /// What a remark does.
    public static let remarkKinds = Vocabulary(
        "remark kind",
        [
            "dispute": "says that the event is otherwise", "endorsement": "stands behind the event",
            "relation": "relates the event to another",
        ])
}

extension Vocabulary {
    /// What a key may do in a ledger (DESIGN §4.7).
    public static let ledgerRoles = Vocabulary(
        "role of a key",
        ["editor": "admits keys, corrects and withdraws, and records events", "author": "records events"])
}
