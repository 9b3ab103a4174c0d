// The words for sources, quotes, quantities and captures (DOMAIN §2.3, §3; AUTHORING).
extension Vocabulary {
    public static let sourceTypes = Vocabulary(
        "source type",
        [
            "official-document": "a document of a public body", "official-gazette": "an official gazette",
            "treaty-text": "the text of a treaty", "legislation": "the text of a law",
            "court-record": "a record of a court", "procurement-record": "a notice or record of procurement",
            "official-statement": "a statement of a public body", "corporate-release": "a release of a company",
            "news-agency": "an agency's dispatch", "news-report": "a report in the news",
            "state-media": "a report in media run by a state", "ngo-report": "a report of an organisation",
            "academic": "research", "measurement-data": "data of measurements", "leaked-document": "a leak",
            "social-post": "a post", "broadcast": "radio or television",
            "reference-work": "an encyclopaedia, a database",
            "testimony": "what somebody told",
        ])

    /// Sources that show who spoke; an event that has one can't be TLP:CLEAR.
    public static let guardedSourceTypes: Set<String> = ["testimony", "leaked-document"]

    public static let derivations = Vocabulary(
        "derivation",
        [
            "original": "its own reporting", "syndicated": "a reprint", "translation": "a translation",
            "mirror": "the same page elsewhere", "excerpt": "a part",
        ])

    /// How reliable a source is (Admiralty scale).
    public static let reliabilities = Vocabulary(
        "reliability",
        [
            "A": "completely reliable", "B": "usually reliable", "C": "fairly reliable", "D": "not usually reliable",
            "E": "unreliable", "F": "cannot be judged",
        ])

    public static let quoteModes = Vocabulary(
        "mode",
        [
            "verbatim": "letter by letter", "reported": "as the source reports the speech",
            "paraphrase": "in other words",
        ])

    public static let translators = Vocabulary(
        "translator",
        [
            "recorder": "who wrote the entry", "publisher": "who published the source", "person": "somebody else",
            "machine": "a program",
        ])

    public static let precisions = Vocabulary(
        "precision",
        [
            "as-stated": "as the source has it", "approximate": "about", "minimum": "at least", "maximum": "at most",
        ])

    /// Which of the many hashes of "the page" a digest is.
    public static let digestSubjects = Vocabulary(
        "digest-of",
        [
            "body": "the bytes that came over HTTP", "warc-record": "one WARC record", "warc-file": "a WARC file",
            "wacz-file": "a WACZ file", "screenshot": "a picture", "pdf-print": "a print to PDF",
            "extracted-text": "the text alone",
        ])

    public static let storages = Vocabulary(
        "stored",
        [
            "public": "in the ledger's evidence folder", "private": "kept by somebody, not published",
            "none": "not kept",
        ])

    public static let archiveMatches = Vocabulary(
        "match", ["same": "the same bytes", "different": "other bytes", "unchecked": "not compared"])

    /// Categories of sites (Citizen Lab test lists), as far as they are used here.
    public static let targetCategories = Vocabulary(
        "category",
        [
            "ALDR": "alcohol and drugs", "REL": "religion", "PORN": "pornography", "PROV": "provocative attire",
            "POLR": "political criticism", "HUMR": "human rights", "ENV": "environment",
            "MILX": "terrorism and militants",
            "HATE": "hate speech", "NEWS": "news media", "XED": "sex education", "PUBH": "public health",
            "GMB": "gambling", "ANON": "anonymisation and circumvention", "DATE": "online dating",
            "GRP": "social networking", "LGBT": "LGBT", "FILE": "file sharing", "HACK": "hacking tools",
            "COMT": "communication tools", "MMED": "media sharing", "HOST": "hosting and blogging platforms",
            "SRCH": "search engines", "GAME": "gaming", "CULTR": "culture", "ECON": "economics",
            "GOVT": "government", "COMM": "e-commerce", "CTRL": "control content",
            "IGO": "intergovernmental organisations",
            "MISC": "miscellaneous",
        ])
}
