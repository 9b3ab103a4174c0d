import Daftar
import DaftarExchange

/// An event as somebody wrote it, between the reading that found nothing wrong with it and its signature.
struct WrittenEvent: Sendable {
    private enum Form: Sendable {
        /// All that is signed, as `StoredContent` writes it.
        case content([UInt8])
        /// The text, to be read once more: what it refers to is known by then.
        case text(EventReader, [UInt8])
    }

    let path: String
    /// Its number in JSON Lines; nil for YAML.
    let line: Int?
    /// Something of it is not published.
    let withholds: Bool
    /// Captures that are published with it.
    let publicCaptures: [Hash]
    private let form: Form
    /// Parts that are withheld besides those that the file names.
    private let paths: [String]

    /// - Parameters:
    ///   - text: the file, or the line.
    ///   - draft: what came of reading it.
    ///   - line: its number in JSON Lines; nil for YAML.
    init(
        _ reader: EventReader, _ text: [UInt8], _ draft: EventDraft, path: String, line: Int?,
        withholding paths: [String]
    ) {
        (self.path, self.line, self.paths) = (path, line, paths)
        withholds = draft.withholds || !paths.isEmpty
        publicCaptures = Self.publicCaptures(draft, paths)
        form =
            draft.relations.isEmpty && !withholds
            ? .content(StoredContent.encode(draft.content)) : .text(reader, text)
    }

    /// Public captures among what is shown of it; what is withheld needs no file before it is released.
    private static func publicCaptures(_ draft: EventDraft, _ paths: [String]) -> [Hash] {
        guard draft.isPublic else { return [] }
        var draft = draft
        draft.withhold += paths
        return draft.content[list: "captures"].enumerated().compactMap { place, part in
            guard !draft.isWithheld("captures", place, in: draft.content) else { return nil }
            return part.value.flatMap { CapturedFile($0) }.flatMap { $0.isPublic ? $0.digest : nil }
        }
    }

    /// What it says, without its relations.
    var content: EventContent? {
        switch form {
        case .content(let stored): StoredContent.decode(stored)
        case .text: draft?.content
        }
    }

    /// What of it is published, for a last look.
    var publicity: String {
        guard withholds, let draft else { return "all public" }
        guard draft.isPublic else { return "withheld whole: \(draft.content.fields["sensitivity"]?.string ?? "")" }
        return "withheld: \(Words.list(draft.withhold + paths))"
    }

    /// Commits to what it says, its relations led to these statements.
    ///
    /// - Parameter name: how the person knows it.
    func commitments(named name: String, to ends: [Hash]) throws(Failure) -> Commitments {
        do throws(Commitments.Failure) {
            if case .content(let stored) = form { return try Commitments(stored: stored) }
        } catch { throw Failure(error, name) }
        guard var draft else { throw Failure("\(name): changed while it was read") }
        draft.withhold += paths
        var rest = ends[...]
        let content = draft.content { _ in rest.popFirst() ?? Hash.emptyTree }
        return try Withheld.commitments(Commitments.Content(content), draft, named: name)
    }

    /// Parts that would be published and still hold what is withheld.
    var exposed: [String] {
        guard withholds, var draft else { return [] }
        draft.withhold += paths
        return Withheld.exposed(draft)
    }

    private var draft: EventDraft? {
        switch form {
        case .content: nil
        case .text(let reader, let text):
            line.map { reader.readJSON(text, path: path, line: $0, keeping: 0).draft }
                ?? reader.read(text, path: path).draft
        }
    }
}
