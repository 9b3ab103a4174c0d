/// The closed list of what a linter can say; `daftar explain CODE` prints a paragraph on each.
public enum DiagnosticCode: String, Hashable, Sendable, CaseIterable {
    // The file as such.
    case fileTooLarge = "file-too-large"
    case fileEncoding = "file-encoding"
    case fileCharacter = "file-character"
    case fileEmpty = "file-empty"

    // YAML and JSON.
    case yamlSyntax = "yaml-syntax"
    case yamlAnchor = "yaml-anchor"
    case yamlTag = "yaml-tag"
    case yamlMergeKey = "yaml-merge-key"
    case yamlDocuments = "yaml-documents"
    case yamlTab = "yaml-tab"
    case yamlIndentation = "yaml-indentation"
    case tooDeep = "too-deep"
    case tooMany = "too-many"
    case jsonSyntax = "json-syntax"
    case jsonLiteral = "json-literal"

    // Keys.
    case keyUnknown = "key-unknown"
    case keyMissing = "key-missing"
    case keyDuplicate = "key-duplicate"
    case keyForm = "key-form"

    // Values.
    case valueShape = "value-shape"
    case valueEmpty = "value-empty"
    case wordUnknown = "word-unknown"
    case wordForm = "word-form"
    case placeUnknown = "place-unknown"
    case languageForm = "language-form"
    case slugForm = "slug-form"
    case numberForm = "number-form"
    case urlForm = "url-form"
    case domainForm = "domain-form"
    case digestForm = "digest-form"
    case mediaTypeForm = "media-type-form"
    case relationForm = "relation-form"
    case keyEncoding = "vkey-form"
    case textTooLong = "text-too-long"
    case textCharacter = "text-character"
    case listTwice = "list-twice"

    // Dates: `date-needs-quotes` is ours, the others are what ``EDTFError`` says.
    case dateNeedsQuotes = "date-needs-quotes"
    case dateEmpty = "date-empty"
    case dateTooLong = "date-too-long"
    case dateUnexpected = "date-unexpected"
    case dateDigits = "date-digits"
    case dateYear = "date-year"
    case dateNegativeYear = "date-negative-year"
    case dateLongYear = "date-long-year"
    case dateMonth = "date-month"
    case dateSeason = "date-season"
    case dateDay = "date-day"
    case dateQualifier = "date-qualifier"
    case dateTime = "date-time"
    case dateZone = "date-zone"
    case dateTimeAlone = "date-time-alone"
    case dateReversed = "date-reversed"
    case dateBrackets = "date-brackets"
    case dateSet = "date-set"
    case dateRange = "date-range"
    case dateNoBound = "date-no-bound"
    case dayForm = "day-form"

    // What belongs together.
    case idTwice = "id-twice"
    case referenceUnknown = "reference-unknown"
    case relationCircle = "relation-circle"
    case sourceIncomplete = "source-incomplete"
    case sourceDerivation = "source-derivation"
    case targetIncomplete = "target-incomplete"
    case credibilityOriginals = "credibility-originals"
    case sensitivityGuarded = "sensitivity-guarded"
    case personPrivate = "person-private"
    case withholdPath = "withhold-path"
    case eventTooLarge = "event-too-large"
    case charterApprovals = "charter-approvals"

    // Tables, and what comes from another ledger.
    case csvQuote = "csv-quote"
    case columnsUnknown = "columns-unknown"
    case columnMissing = "column-missing"
    case columnTwice = "column-twice"
    case mapForm = "map-form"
    case rowRefused = "row-refused"
    case rowLong = "row-long"
    case listUneven = "list-uneven"
    case dateAmbiguous = "date-ambiguous"
    case dateForm = "date-form"
    case frontMatterMissing = "front-matter-missing"
    case slugTwice = "slug-twice"
    case slugTaken = "slug-taken"
    case relationUnknown = "relation-unknown"

    // Warnings.
    case kindStatement = "kind-statement"
    case kindDisruption = "kind-disruption"
    case originalMissing = "original-missing"
    case quoteLong = "quote-long"
    case personOffice = "person-office"
    case personContact = "person-contact"
    case personNumber = "person-number"
    case personLocation = "person-location"
    case localPath = "local-path"
    case timeOffset = "time-offset"
    case urlToken = "url-token"
    case rowShort = "row-short"
    case columnAbsent = "column-absent"
    case columnUnmapped = "column-unmapped"
    case partsNotShown = "parts-not-shown"
    case eventMarked = "event-marked"

    /// An error forbids signing; a warning asks a person to look.
    public var severity: Diagnostic.Severity {
        switch self {
        case .kindStatement, .kindDisruption, .originalMissing, .quoteLong, .personOffice, .personContact,
            .personNumber, .personLocation, .localPath, .timeOffset, .urlToken, .rowShort, .columnAbsent,
            .columnUnmapped,
            .partsNotShown, .eventMarked:
            .warning
        default: .error
        }
    }
}
