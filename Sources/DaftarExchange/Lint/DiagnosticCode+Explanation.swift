extension DiagnosticCode {
    /// What `daftar explain CODE` prints: what is meant, why it matters, and what to do.
    public var explanation: String { fileExplanation ?? valueExplanation ?? dateExplanation ?? ruleExplanation ?? warningExplanation ?? rawValue }

    // MARK: The file

    private var fileExplanation: String? {
        switch self {
        case .fileTooLarge:
            "A file, and a line of JSON Lines, has at most 4 MiB. One file holds one event; many events go into JSON Lines, one a line."
        case .fileEncoding: "Files are UTF-8. Save it again in that encoding; a byte order mark at its beginning does no harm."
        case .fileCharacter:
            "Control characters, line separators, and characters that turn the direction of text may not be in an event: they can make a line look like another one than was signed. Take it out."
        case .fileEmpty: "The file holds nothing. `daftar new KIND FILE` writes a template."
        case .yamlSyntax:
            "The file can't be read as YAML from here on. Mostly a text holds `: ` or ` #` and wants quotes, or a line is indented differently from its neighbours."
        case .yamlAnchor:
            "Anchors and aliases make one place of a file depend on another, and a small file expand to a huge one. They are refused; write the value out. A text that begins with & or * is quoted."
        case .yamlTag:
            "A tag tells a YAML reader to take a value for something else than its characters. In an event every value is its characters. Leave it out; a text that begins with ! is quoted."
        case .yamlMergeKey: "`<<` merges another map into this one, out of sight of whoever reads the file. Write the keys out."
        case .yamlDocuments: "A file holds one document, one event. A `---` before it is fine; what follows another one, a `...` or a % line is refused."
        case .yamlTab: "YAML and editors disagree about how wide a tab is. Indent with blanks; inside of a text in double quotes write \\t."
        case .yamlIndentation:
            "Block text (| or >) stands behind its key, and finds its indentation by its first line. A text that begins with blanks is written in double quotes."
        case .tooDeep: "A file has at most 16 levels, and a value that is signed at most 7. No field of an event needs more."
        case .tooMany: "A list has at most 200 elements, an object of JSON 500 keys, and a file 100,000 values."
        case .jsonSyntax: "This line can't be read as JSON (RFC 8259): one object a line, keys in double quotes, no comma at the end."
        case .jsonLiteral: "No field takes true, false or null. A key that has no value is left out."
        default: nil
        }
    }

    // MARK: Keys and values

    private var valueExplanation: String? {
        switch self {
        case .keyUnknown:
            "The file has a key that is not known here, mostly a slip of the hand: what it says would be lost. Keys of your own begin with x-. `daftar schema` lists all."
        case .keyMissing: "A field that every event needs is not there. `daftar new KIND` writes a template that has all of them."
        case .keyDuplicate: "The same key stands twice in one map. Readers of YAML and JSON disagree about which of them counts, so neither does."
        case .keyForm: "A key is 1 to 64 of A-Z a-z 0-9 _ . - and none of those that mean something in what is signed."
        case .valueShape: "Something else stands here than the field takes: a list where a text is due, a text where a map is due."
        case .valueEmpty: "A key without a value says nothing. Leave it out, or fill it in."
        case .wordUnknown:
            "The field takes one of a list of words, and this is none of them. `daftar new KIND` shows the words; a kind may have a third level of your own, disruption/site-block/dns."
        case .wordForm: "Technologies and tags are words of a-z 0-9 and hyphens, so that they are found however they are typed: mobile-5g."
        case .placeUnknown:
            "Places are codes of ISO 3166: TJ for a state, TJ-DU for a part of it, XK, EU, and ZZ for a place that is withheld. Coordinates are never recorded."
        case .languageForm: "Languages are BCP 47 tags in their usual spelling: en, tg, tg-Cyrl, pt-BR; und where the language is not known."
        case .slugForm:
            "A slug names the event in your other files, an id names a part of it: lower-case letters, digits and hyphens. A slug has 3 to 80 of them, an id 1 to 80."
        case .numberForm: "A number is digits, maybe with a decimal point: 7600, 95.5. Its unit is a field of its own, and it keeps the characters it is written with."
        case .urlForm: "An address begins with https:// or http:// and has no blanks."
        case .domainForm: "A domain is the name of a host alone, in lower case: rferl.org, or *.rferl.org for all below it. The page goes into the sources."
        case .digestForm: "A digest is sha256: and the 64 digits of lower-case hex that sha256sum prints; a root is base64, 44 characters."
        case .mediaTypeForm: "A media type is what a server calls the form of a file: text/html, application/pdf."
        case .relationForm: "Another event is named by its slug, by its number in the ledger (#12), or by the first eight or more characters of its statement hash."
        case .keyEncoding: "A verifier key is one line, name+id+base64, as `daftar key show FILE` prints it. The id follows from the key; a key of small order is refused."
        case .textTooLong: "A title has at most 300 characters, any other text 64 KiB. Long material belongs into a capture."
        case .textCharacter: "By an escape (\\u202e) the text would hold a character that no text may hold. Take it out."
        case .listTwice: "The list holds the same twice."
        default: nil
        }
    }

    // MARK: Dates

    private var dateExplanation: String? {
        switch self {
        case .dateNeedsQuotes:
            "In YAML [ and { begin a list or a map, and in EDTF a set of dates. Quote the date: date: \"[2023-12-01..2023-12-15]\" is one day of these, not known which; 2023-12-01/2023-12-15, which needs no quotes, lasted from one to the other."
        case .dateEmpty: "A date that is not known at all is left out, or is XXXX."
        case .dateTooLong: "A date has at most 256 characters. Many dates are many events."
        case .dateUnexpected: "This is no date in EDTF. A day is 2023-12-15, a month 2023-12, a year 2023; an uncertain one has ? behind it, an approximate one ~; X is a digit that is not known."
        case .dateDigits: "A year has four digits, a month and a day two: 2023-06-01."
        case .dateYear: "The year is far from those that are recorded here, which is mostly a slip of the hand."
        case .dateNegativeYear, .dateLongYear: "Years are four digits. The other forms of EDTF (Y17000, exponents, years before 0000) are not taken."
        case .dateMonth: "There is no such month. In EDTF a date is year-month-day; 33 to 41 are quarters, thirds and halves of a year."
        case .dateSeason: "21 to 32 are seasons, which begin in other months elsewhere. Use a quarter (2023-33 to 2023-36) or an interval of months (2023-03/2023-05)."
        case .dateDay: "That month has no such day."
        case .dateQualifier: "Two signs stand side by side. ? is uncertain, ~ approximate, % both."
        case .dateTime, .dateZone: "A time is hours, minutes and seconds of a clock, with Z or an offset: 2023-12-18T09:30:00Z. It is kept as UTC; mostly the day is enough."
        case .dateTimeAlone: "A time stands alone: not in an interval, not in a set, and only on a day that is known."
        case .dateReversed: "The interval ends before it begins."
        case .dateBrackets: "a..b stands in brackets: [a..b] is one date from a to b, not known which. It lasted from a to b: a/b."
        case .dateSet: "A set is [a,b] for one of them, or {a,b} for all of them; not empty, closed, and open (..) only at its ends."
        case .dateRange: "The two ends of a..b have the same precision, and no X."
        case .dateNoBound: "This date has no first or last day, and one is needed here."
        case .dayForm: "One day, 2024-01-10, without the time: exact times tell when somebody works."
        default: nil
        }
    }

    // MARK: What belongs together

    private var ruleExplanation: String? {
        switch self {
        case .idTwice: "Two elements of a list have the same id. An id names one thing; the same actor is listed once, with all its roles."
        case .referenceUnknown: "A handle names nothing in this file or in shared.yaml: sources: and of: name sources, parties: actors, said-by: either."
        case .relationCircle: "An event can't approve, implement, follow or answer itself."
        case .sourceIncomplete:
            "An event needs one source at least that others can look up: with a publisher, and an address or a capture. Sources that were not seen may stand beside it."
        case .sourceDerivation: "A source with `of:` is a reprint, translation, mirror or excerpt of that one, and says which. An original derives from nothing."
        case .targetIncomplete: "A target is a domain or a service."
        case .credibilityOriginals:
            "Credibility 1 means confirmed: by two originals of different publishers at least. Reprints and translations of one text, however many, corroborate nothing."
        case .sensitivityGuarded: "Testimony and leaked documents can show who spoke. An event that rests on one is TLP:AMBER+STRICT or TLP:RED, and is appended withheld."
        case .personPrivate:
            "This ledger can't forget on demand, so it names no persons but those who act in office, as a citable source has it: type: office-holder, with an office. For anybody else name the body, or a group or population without names."
        case .withholdPath: "A path names a part of this event: a field (summary), an element by its place from 0 (sources.1), or by its id (actors.beg-sabur)."
        case .eventTooLarge: "All parts of an event together take at most 1 MiB less 1 KiB, and are at most 1,024. Long material belongs into a capture."
        case .charterApprovals: "More editors must sign a change than the charter names; nothing could ever be changed."
        default: nil
        }
    }

    // MARK: Warnings

    private var warningExplanation: String? {
        switch self {
        case .kindStatement: "A statement is somebody's words. Quote them, or say with said-by: who said what is reported."
        case .kindDisruption: "A disruption hits something and is done somehow: name the targets, or the methods, or methods: [unknown]."
        case .originalMissing: "All sources derive from others. List the original too, even if it was not seen: readers count originals."
        case .quoteLong: "The law of quotation protects short quotes. Over 300 characters, ask whether less would do."
        case .personOffice: "A person is named only for what a source says; here no source is given."
        case .personContact: "An e-mail address, telephone number or account leads to a person. Once published it can't be taken back: whoever copied it has it."
        case .personNumber: "The number of a passport or a bank account leads to a person, and proves nothing to a reader."
        case .personLocation: "Coordinates with three or more decimals are exact to a house. Places are ISO 3166 codes here."
        case .localPath: "A path of a machine mostly holds its user's name."
        case .timeOffset: "A clock time with an offset tells where its writer was. Give the day, or the time in UTC."
        case .urlToken: "Part of this address follows readers, or was made for one visitor. The page mostly opens without it; try, and leave it out."
        default: nil
        }
    }
}
