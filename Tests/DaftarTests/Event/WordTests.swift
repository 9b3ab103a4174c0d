import Daftar
import Testing

@Suite("Words")
struct WordTests {
    @Test("the text for a reader: asked language, its relatives, English, the first")
    func localized() throws {
        let text = try #require(LocalizedText(["en": "a", "ru": "б", "tg-Cyrl": "в", "de": "d"]))
        #expect(text.text(in: "ru") == "б")
        #expect(text.text(in: "tg") == "в")
        #expect(text.text(in: "ru-TJ") == "б")
        #expect(text.text(in: "fr") == "a")
        #expect(LocalizedText(["ru": "б", "de": "d"])?.best(for: "fr").language == "de")
        #expect(LocalizedText([:]) == nil && LocalizedText(nil) == nil)
    }

    @Test(
        "language tags",
        arguments: [
            "en", "tg", "tg-Cyrl", "zh-Hant-TW", "es-419", "de-1996", "sl-rozaj-biske", "und", "x-own", "en-x-own",
            "de-u-co-phonebk", "uzb",
        ])
    func tags(_ tag: String) {
        #expect(LanguageTag.isWellFormed(tag))
        #expect(LanguageTag.conventional(tag) == tag)
    }

    @Test(
        "what is no language tag",
        arguments: [
            "", "e", "english", "en_GB", "en-", "-en", "en--GB", "en-a", "тг", "en-Cyrl-Latn", "12", "en-x", "a-b-c",
        ])
    func noTags(_ tag: String) { #expect(!LanguageTag.isWellFormed(tag)) }

    @Test(
        "tags as they are usually written",
        arguments: [
            ("EN", "en"), ("TG-cyrl", "tg-Cyrl"), ("pt-br", "pt-BR"), ("en-X-TJ", "en-x-tj"),
            ("de-U-Co-phonebk", "de-u-co-phonebk"),
        ])
    func conventional(typed: String, usual: String) { #expect(LanguageTag.conventional(typed) == usual) }

    @Test(
        "the nearest word",
        arguments: [
            ("signatary", "signatory"), ("Party", "party"), ("implementor", "implementer"), ("paryt", "party"),
            ("suplier", "supplier"),
        ])
    func nearest(typed: String, meant: String) { #expect(Vocabulary.roles.nearest(to: typed) == meant) }

    @Test("no word is near what is far from all", arguments: ["xyz", "", "completely-else"])
    func far(_ typed: String) { #expect(Vocabulary.roles.nearest(to: typed) == nil) }

    @Test("kinds, with a third level of one's own")
    func kinds() {
        #expect(Kind.vocabulary.words.count == 33)
        #expect(Set(Kind.vocabulary.words.map { Kind($0).family }).count == 12)
        for known in ["instrument/sign", "disruption/site-block/dns", "law/order/3"] { #expect(Kind(known).isKnown) }
        for unknown in [
            "", "instrument", "instrument/", "instrument/foo", "foo/sign", "disruption/site-block/",
            "disruption/site-block/DNS", "disruption/site-block/a/b",
        ] {
            #expect(!Kind(unknown).isKnown, "\(unknown)")
        }
        #expect(Kind("disruption/site-block/dns").base == "disruption/site-block")
        #expect(Kind.nearest(to: "site-block") == "disruption/site-block")
        #expect(Kind.nearest(to: "instrument/memorndum") == "instrument/memorandum")
        #expect(Kind.nearest(to: "zzzzzz") == nil)
    }

    @Test("vocabularies hold no word twice, and say what each means")
    func vocabularies() {
        let all: [Vocabulary] = [
            .stages, .sensitivities, .bases, .relations, .methods, .statuses, .credibilities, .locationRoles,
            .remarkKinds, .actorTypes,
            .roles, .instrumentTypes, .forces, .availabilities, .sourceTypes, .derivations, .reliabilities, .quoteModes,
            .translators,
            .precisions, .digestSubjects, .storages, .archiveMatches, .targetCategories, .ledgerRoles, Kind.vocabulary,
        ]
        for words in all {
            #expect(Set(words.words).count == words.words.count, "\(words.name)")
            #expect(words.words.allSatisfy { words.contains($0) && words.meaning(of: $0)?.isEmpty == false })
        }
        #expect(Vocabulary.targetCategories.words.count == 31)
    }
}

@Suite("Places")
struct PlaceTests {
    @Test("states and their parts, by code")
    func known() {
        #expect(Place.name(of: "TJ") == "Tajikistan")
        #expect(Place.name(of: "TJ-DU") == "Dushanbe")
        #expect(Place.name(of: "RU-MOW") == "Moscow")
        #expect(Place.name(of: "RU") == "Russia")
        for code in ["XK", "EU", "ZZ", "AD", "ZW", "KZ-75", "US-CA", "AD-02", "ZW-MW"] {
            #expect(Place.name(of: code) != nil, "\(code)")
        }
        #expect(Place("TJ-SU")?.country == "TJ")
    }

    @Test(
        "what is none",
        arguments: [
            "", "T", "tj", "TJ-", "TJ-XX", "TJ-DUU", "UK", "AA", "TJ\n", "TJ DU", "-", "XX", "ТJ", "TJK", "TJ-D",
        ])
    func unknown(_ code: String) { #expect(Place.name(of: code) == nil) }

    @Test(
        "what was meant",
        arguments: [
            ("tj", "TJ"), ("UK", "GB"), ("TJK", "TJ"), ("tj-du", "TJ-DU"), ("Tajikistan", "TJ"), ("dushanbe", "TJ-DU"),
        ])
    func meant(typed: String, code: String) { #expect(Place.nearest(to: typed) == code) }

    @Test("where a place lies")
    func lies() {
        #expect(Place.lies("TJ-DU", in: "TJ") && Place.lies("TJ", in: "TJ") && Place.lies("TJ-DU", in: "TJ-DU"))
        #expect(!Place.lies("TJ", in: "TJ-DU") && !Place.lies("TM-S", in: "TJ") && !Place.lies("TJ-SU", in: "TJ-DU"))
    }
}
