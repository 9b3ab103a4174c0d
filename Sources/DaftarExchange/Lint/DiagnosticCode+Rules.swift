// What belongs together in an event.
extension DiagnosticCode {
    var ruleExplanation: String? {
        switch self {
        case .idTwice:
            """
            Two elements of a list have the same id. An id names one thing; the same actor is listed once, \
            with all its roles.
            """
        case .referenceUnknown:
            """
            A handle names nothing in this file or in shared.yaml: sources: and of: name sources, parties: \
            actors, said-by: either.
            """
        case .relationCircle: "An event can't approve, implement, follow or answer itself."
        case .sourceIncomplete:
            """
            An event needs one source at least that others can look up: with a publisher, and an address or \
            a capture. Sources that were not seen may stand beside it.
            """
        case .sourceDerivation:
            """
            A source with `of:` is a reprint, translation, mirror or excerpt of that one, and says which. An \
            original derives from nothing.
            """
        case .targetIncomplete: "A target is a domain or a service."
        case .credibilityOriginals:
            """
            Credibility 1 means confirmed: by two originals of different publishers at least. Reprints and \
            translations of one text, however many, corroborate nothing.
            """
        case .sensitivityGuarded:
            """
            Testimony and leaked documents can show who spoke. An event that rests on one is \
            TLP:AMBER+STRICT or TLP:RED, and is appended withheld.
            """
        case .personPrivate:
            """
            This ledger can't forget on demand, so it names no persons but those who act in office, as a \
            citable source has it: type: office-holder, with an office. For anybody else name the body, or a \
            group or population without names.
            """
        case .withholdPath:
            """
            A path names a part of this event: a field (summary), an element by its place from 0 \
            (sources.1), or by its id (actors.beg-sabur).
            """
        case .eventTooLarge:
            """
            All parts of an event together take at most 1 MiB less 1 KiB, and are at most 1,024. Long \
            material belongs into a capture.
            """
        case .charterApprovals:
            """
            More editors must sign a change than the charter names; nothing could ever be changed.
            """
        default: nil
        }
    }
}
