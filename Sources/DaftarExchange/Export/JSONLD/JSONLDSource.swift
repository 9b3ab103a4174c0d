import Daftar

/// A source in the words of schema.org, with the files that somebody keeps of it.
struct JSONLDSource {
    private let source: Source
    private let captures: [Capture]

    init(_ source: Source, _ captures: [Capture]) {
        self.source = source
        self.captures = captures.filter { $0.source != nil && $0.source == source.id }
    }

    func append(to json: inout JSONMembers) {
        json.object { json in
            json.member("@type", type)
            json.text("name", source.title)
            json.member("url", WebAddress.iri(source.url))
            json.member("inLanguage", source.language)
            json.member("datePublished", ISODates(source.published).start)
            json.text("abstract", source.says)
            if let publisher = source.publisher {
                json.object("publisher") { json in
                    json.member("@type", "Organization")
                    json.member("name", publisher)
                }
            }
            json.member("creativeWorkStatus", source.isOriginal ? nil : source.derivation)
            json.array("archivedAt", captures.flatMap(\.archives).compactMap { WebAddress.iri($0.url) })
            json.array("encoding") { json in for capture in captures { JSONLDSource.append(capture, to: &json) } }
        }
    }

    private static func append(_ capture: Capture, to json: inout JSONMembers) {
        json.object { json in
            json.member("@type", "MediaObject")
            json.member("sha256", capture.digest.flatMap { $0.hasPrefix("sha256:") ? String($0.dropFirst(7)) : nil })
            json.member("encodingFormat", capture.mediaType)
            json.member("contentSize", capture.bytes.map(String.init))
        }
    }

    private var type: String {
        switch source.type {
        case "news-agency", "news-report", "state-media": "NewsArticle"
        case "ngo-report", "official-document": "Report"
        case "legislation", "official-gazette": "Legislation"
        case "academic": "ScholarlyArticle"
        case "measurement-data": "Dataset"
        case "social-post": "SocialMediaPosting"
        default: "CreativeWork"
        }
    }
}
