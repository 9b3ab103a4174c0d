import Daftar
import Foundation

@testable import DaftarStore

/// A filter as its words say it, asked of one event after the other: slow, without SQL, and with Foundation's own folding
/// of letters.
struct LiteralFilter {
    let filter: EventFilter
    /// Ids of actors of which any event shows a spelling that is asked for.
    private let actorIDs: Set<String>

    init(_ filter: EventFilter, among events: [RecordedEvent]) {
        self.filter = filter
        let named = events.flatMap(\.content.actors).filter { actor in
            filter.actor.map { typed in Self.spellings(actor).contains { Self.begins(typed, in: $0) } } ?? false
        }
        actorIDs = Set(named.compactMap(\.id)).union(filter.actor.map { [$0] } ?? [])
    }

    func accepts(_ event: RecordedEvent) -> Bool { relation(of: event) == .inside && acceptsRest(event) }

    func onlyTouches(_ event: RecordedEvent) -> Bool { relation(of: event) == .touching && acceptsRest(event) }

    private func relation(of event: RecordedEvent) -> EDTF.Period.Relation {
        guard let period = filter.period else { return .inside }
        guard let text = event.content.fields["date"]?.string, let date = try? EDTF(parsing: text, years: 0...9999)
        else {
            return .outside
        }
        let relation = period.relation(to: date.bounds)
        return relation == .touching && filter.includesTouching ? .inside : relation
    }

    private func acceptsRest(_ event: RecordedEvent) -> Bool {
        let content = event.content
        return holds(filter.kind) { Self.isPath($0, of: content.kind?.text ?? "", by: "/") }
            && holds(filter.place) { place in content.places.contains { Self.isPath(place, of: $0, by: "-") } }
            && holds(filter.role) { role in content.actors.contains { $0.roles.contains(role) } }
            && holds(filter.language) { tag in
                content.sources.contains { Self.isPath(tag, of: $0.language ?? "", by: "-") }
            }
            && holds(filter.status) { content.assessment?.status == $0 }
            && holds(filter.relation) { word in content.relations.contains { $0.relation == word } }
            && holds(filter.actor) { typed in content.actors.contains { isActor($0, typed) } }
            && holds(filter.source) { typed in content.sources.contains { Self.isSource($0, typed) } }
            && holds(filter.publisher) { typed in
                content.sources.contains { Self.begins(typed, in: $0.publisher ?? "") }
            }
            && holds(filter.author) { keys in event.signers.contains { keys.map(\.name).contains($0) } }
            && holds(filter.entries) { $0.contains(event.index) }
            && holds(filter.mark) { Self.has($0, event) }
            && holds(filter.words) { words in
                !Self.words(words).isEmpty
                    && Self.words(words).allSatisfy { word in
                        Self.texts(content).contains { Self.words($0).contains(word) }
                    }
            }
    }

    private func holds<V>(_ asked: V?, _ test: (V) -> Bool) -> Bool { asked.map(test) ?? true }

    // MARK: Parts

    private func isActor(_ actor: Actor, _ typed: String) -> Bool {
        Self.spellings(actor).contains { Self.begins(typed, in: $0) } || actor.id.map(actorIDs.contains) ?? false
    }

    private static func isSource(_ source: Source, _ typed: String) -> Bool {
        let address = source.url ?? ""
        let host = URL(string: address)?.host() ?? ""
        if typed.contains("/") {
            return ["https://", "https://www."].contains { address.lowercased().hasPrefix($0 + typed.lowercased()) }
        }
        return source.id == typed || begins(typed, in: source.publisher ?? "") || begins(typed, in: host)
    }

    private static func has(_ mark: EventFilter.Mark, _ event: RecordedEvent) -> Bool {
        switch mark {
        case .corrected: event.marks.correctedBy != nil
        case .retracted: event.marks.retractedBy != nil
        case .disputed: !event.marks.disputedBy.isEmpty
        case .endorsed: !event.marks.endorsedBy.isEmpty
        case .doubted: event.marks.isDoubted
        case .withdrawn: event.content.count(.withdrawn) > 0
        }
    }

    private static func isPath(_ path: String, of whole: String, by separator: String) -> Bool {
        let (path, whole) = (path.lowercased(), whole.lowercased())
        return whole == path || whole.hasPrefix(path + separator)
    }

    private static func spellings(_ actor: Actor) -> [String] { Array((actor.name?.texts ?? [:]).values) + actor.also }

    private static func texts(_ content: EventContent) -> [String] {
        Array((content.title?.texts ?? [:]).values) + content.actors.flatMap(spellings)
            + content.sources.compactMap(\.publisher) + [content.slug ?? ""]
    }

    // MARK: Words

    /// In lower case, without marks.
    private static func words(_ text: String) -> [String] {
        text.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// The words one after the other, of the last only its beginning.
    private static func begins(_ typed: String, in text: String) -> Bool {
        let wanted = words(typed), words = words(text)
        guard let last = wanted.last else { return false }
        return words.indices.contains { start in
            let end = start + wanted.count - 1
            return end < words.count && words[start..<end].elementsEqual(wanted.dropLast())
                && words[end].hasPrefix(last)
        }
    }
}
