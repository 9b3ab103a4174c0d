// Keys, words and spellings.
extension DiagnosticCode {
    var valueExplanation: String? {
        switch self {
        case .keyUnknown:
            """
            The file has a key that is not known here, mostly a slip of the hand: what it says would be \
            lost. Keys of your own begin with x-. `daftar schema` lists all.
            """
        case .keyMissing:
            """
            A field that every event needs is not there. `daftar new KIND` writes a template that has all of \
            them.
            """
        case .keyDuplicate:
            """
            The same key stands twice in one map. Readers of YAML and JSON disagree about which of them \
            counts, so neither does.
            """
        case .keyForm:
            """
            A key is 1 to 64 of A-Z a-z 0-9 _ . - and none of those that mean something in what is signed.
            """
        case .valueShape:
            """
            Something else stands here than the field takes: a list where a text is due, a text where a map \
            is due.
            """
        case .valueEmpty: "A key without a value says nothing. Leave it out, or fill it in."
        case .wordUnknown:
            """
            The field takes one of a list of words, and this is none of them. `daftar new KIND` shows the \
            words; a kind may have a third level of your own, disruption/site-block/dns.
            """
        case .wordForm:
            """
            Technologies and tags are words of a-z 0-9 and hyphens, so that they are found however they are \
            typed: mobile-5g.
            """
        case .placeUnknown:
            """
            Places are codes of ISO 3166: TJ for a state, TJ-DU for a part of it, XK, EU, and ZZ for a place \
            that is withheld. Coordinates are never recorded.
            """
        case .languageForm:
            """
            Languages are BCP 47 tags in their usual spelling: en, tg, tg-Cyrl, pt-BR; und where the \
            language is not known.
            """
        case .slugForm:
            """
            A slug names the event in your other files, an id names a part of it: lower-case letters, digits \
            and hyphens. A slug has 3 to 80 of them, an id 1 to 80.
            """
        case .numberForm:
            """
            A number is digits, maybe with a decimal point: 7600, 95.5. Its unit is a field of its own, and \
            it keeps the characters it is written with.
            """
        case .urlForm: "An address begins with https:// or http:// and has no blanks."
        case .domainForm:
            """
            A domain is the name of a host alone, in lower case: rferl.org, or *.rferl.org for all below it. \
            The page goes into the sources.
            """
        case .digestForm:
            """
            A digest is sha256: and the 64 digits of lower-case hex that sha256sum prints; a root is base64, \
            44 characters.
            """
        case .mediaTypeForm: "A media type is what a server calls the form of a file: text/html, application/pdf."
        case .relationForm:
            """
            Another event is named by its slug, by its number in the ledger (#12), or by the first eight or \
            more characters of its statement hash.
            """
        case .keyEncoding:
            """
            A verifier key is one line, name+id+base64, as `daftar key show FILE` prints it. The id follows \
            from the key; a key of small order is refused.
            """
        case .textTooLong:
            """
            A title has at most 300 characters, any other text 64 KiB. Long material belongs into a capture.
            """
        case .textCharacter:
            """
            By an escape (\\u202e) the text would hold a character that no text may hold. Take it out.
            """
        case .listTwice: "The list holds the same twice."
        default: nil
        }
    }
}
