// Where an event is known from: sources, what each says of the date, quotes, numbers, files that somebody keeps.
extension PlainTable {
    static let sources = PlainTable(
        "sources", "Sources of events",
        [
            PlainColumn("id", "The handle by which the event's other parts name it"),
            PlainColumn("type", "What kind of source it is", of: .sourceTypes),
            PlainColumn("derivation", "Whether it is an original or made from another one", of: .derivations),
            PlainColumn("of", "The handle of the source that it is made from"),
            PlainColumn("title", "Its title"), PlainColumn("title_language", "The language of that title (BCP 47)"),
            PlainColumn("publisher", "Who published it"),
            PlainColumn("language", "The language it is in (BCP 47)"),
            PlainColumn("published", "When, as EDTF"),
            PlainColumn("url", "Where it is, as the author wrote it"),
            PlainColumn("reliability", "How reliable the source is (Admiralty scale)", of: .reliabilities),
            PlainColumn("says", "What it says, in the author's words"),
            PlainColumn("says_language", "The language of these words (BCP 47)"),
        ]
    ) { (source: Source, rows) in
        rows.text(source.id)
        rows.text(source.type)
        rows.text(source.derivation)
        rows.text(source.of)
        rows.localized(source.title)
        rows.text(source.publisher)
        rows.text(source.language)
        rows.text(source.published?.text)
        rows.text(source.url)
        rows.text(source.reliability)
        rows.localized(source.says)
    }

    static let dates = PlainTable(
        "dates", "What each source says of an event's date",
        [
            PlainColumn("date", "The date, as EDTF"),
            PlainColumn("date_min", "The first day that it can mean", .day),
            PlainColumn("date_max", "The last day that it can mean", .day),
            PlainColumn("date_words", "The date in words that claim no more than it does"),
            PlainColumn("basis", "How it is known", of: .bases),
            PlainColumn("words", "The source's own words"),
            PlainColumn("sources", "The handles of the sources", .list), PlainColumn("note", "The author's note"),
        ]
    ) { (claim: DateClaim, rows) in
        rows.date(claim.value["edtf"])
        rows.text(claim.basis)
        rows.text(claim.words)
        rows.list(claim.sources)
        rows.text(claim.note?.text())
    }

    static let quotes = PlainTable(
        "quotes", "What was said or written, in its words",
        [
            PlainColumn("text", "The words, letter by letter"),
            PlainColumn("language", "The language they are in (BCP 47)"),
            PlainColumn("mode", "How close they are to what was said", of: .quoteModes),
            PlainColumn("said_by", "The handle of the actor or the source that says it"),
            PlainColumn("sources", "The handles of the sources", .list),
            PlainColumn("before", "The words right before, to find the place"),
            PlainColumn("after", "The words right after"),
            PlainColumn("translations", "The same words in other languages: language, text, and by whom", .list),
        ]
    ) { (quote: Quote, rows) in
        rows.text(quote.text)
        rows.text(quote.language)
        rows.text(quote.mode)
        rows.text(quote.saidBy)
        rows.list(quote.sources)
        rows.text(quote.before)
        rows.text(quote.after)
        rows.list(quote.translations.map { "\($0.language ?? "und"): \($0.text)" + ($0.by.map { " (\($0))" } ?? "") })
    }

    static let quantities = PlainTable(
        "quantities", "Numbers that somebody said",
        [
            PlainColumn("value", "The number, as the source has it"), PlainColumn("unit", "Of what unit"),
            PlainColumn("what", "What is counted or measured"),
            PlainColumn("of", "The whole that it is a part of"),
            PlainColumn("precision", "How exact it claims to be", of: .precisions),
            PlainColumn("said_by", "The handle of the actor or the source that says it"),
            PlainColumn("as_of", "The time that it is about, as EDTF"),
            PlainColumn("sources", "The handles of the sources", .list),
        ]
    ) { (quantity: Quantity, rows) in
        rows.text(quantity.number)
        rows.text(quantity.unit)
        rows.text(quantity.what?.text())
        rows.text(quantity.of)
        rows.text(quantity.precision)
        rows.text(quantity.saidBy)
        rows.text(quantity.asOf?.text)
        rows.list(quantity.sources)
    }

    static let captures = PlainTable(
        "captures", "Files that somebody keeps of sources",
        [
            PlainColumn("source", "The handle of the source"),
            PlainColumn("digest", "SHA-256 of the file, as sha256:<hex>"),
            PlainColumn("digest_of", "What the file is of", of: .digestSubjects),
            PlainColumn("bytes", "How long it is", .number), PlainColumn("media_type", "What kind of file it is"),
            PlainColumn("stored", "Who has it", of: .storages), PlainColumn("accessed", "The day it was taken"),
            PlainColumn("final_url", "Where it was in the end"), PlainColumn("status", "The answer of the server"),
            PlainColumn("tool", "What took it"),
            PlainColumn("archives", "Copies that others keep: the service and the address", .list),
        ]
    ) { (capture: Capture, rows) in
        rows.text(capture.source)
        rows.text(capture.digest)
        rows.text(capture.digestOf)
        rows.number(capture.bytes)
        rows.text(capture.mediaType)
        rows.text(capture.stored)
        rows.text(capture.accessed)
        rows.text(capture.finalURL)
        rows.text(capture.status)
        rows.text(capture.tool)
        rows.list(capture.archives.map { [$0.service, $0.url].compactMap { $0 }.joined(separator: " ") })
    }
}
