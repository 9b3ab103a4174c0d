// The words for those who act (DOMAIN §2.3; AUTHORING).
extension Vocabulary {
    /// The one type that is a person, named only for what is done in office.
    public static let officeHolder = "office-holder"

    public static let actorTypes = Vocabulary(
        "actor type",
        [
            "state": "a state or its government", "agency": "a ministry or another public body",
            "regulator": "who licenses and supervises", "security-service": "police, intelligence, military",
            "legislature": "a parliament or a chamber of one", "court": "a court or tribunal",
            "company": "a business", "operator": "who runs a network", "igo": "an organisation of states",
            "ngo": "an organisation of people", "media": "who publishes news",
            "office-holder": "a person, only in office", "group": "an informal group, never a list of persons",
            "population": "people of an area or kind", "unknown": "not known",
        ])

    /// Words that people use for a person; none of them may be recorded.
    public static let privatePersonTypes: Set<String> = [
        "person", "people", "individual", "private-person", "activist", "journalist", "blogger", "citizen", "user",
        "informant", "witness", "victim", "lawyer", "politician", "human",
    ]

    public static let roles = Vocabulary(
        "role",
        [
            "signatory": "signs", "party": "is bound", "approver": "approves", "ratifier": "ratifies",
            "presenter": "presents it", "speaker": "says it", "orderer": "gives the order",
            "decision-maker": "decides", "regulator": "supervises", "implementer": "carries it out",
            "operator": "runs the network or system", "supplier": "delivers", "buyer": "buys", "funder": "pays",
            "owner": "owns", "intermediary": "stands between", "target": "is aimed at", "affected": "feels it",
            "sanctioning-authority": "imposes the sanction", "sanctioned-entity": "is under the sanction",
            "measurer": "measures", "depositary": "keeps the treaty",
        ])

    public static let instrumentTypes = Vocabulary(
        "instrument type",
        [
            "treaty-bilateral": "a treaty of two", "treaty-multilateral": "a treaty of more than two",
            "memorandum": "a memorandum, letter of intent or note", "law": "an act of parliament",
            "decree": "an act of the head of state", "regulation": "a rule of a public body",
            "order": "a directive", "contract": "a contract or award", "licence": "a licence",
            "sanction-programme": "a programme of sanctions",
        ])

    public static let forces = Vocabulary(
        "force", ["binding": "binds its parties", "non-binding": "does not", "unknown": "not known"])

    public static let availabilities = Vocabulary(
        "availability",
        ["public": "its text is published", "withheld": "its text is kept back", "unknown": "not known"])
}
