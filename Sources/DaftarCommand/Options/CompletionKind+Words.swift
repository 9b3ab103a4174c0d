import ArgumentParser
import Daftar
import DaftarExchange

// What a shell offers where a word of a list is expected.
extension CompletionKind {
    static func words<W: CaseIterable & RawRepresentable<String>>(_ type: W.Type) -> CompletionKind {
        .list(W.allCases.map(\.rawValue))
    }

    static func words(of vocabulary: Vocabulary) -> CompletionKind { .list(vocabulary.words) }

    /// The kinds of events, after their families.
    static let kinds = CompletionKind.list(Kind.families + Kind.vocabulary.words)

    /// What `explain` explains.
    static let codes = CompletionKind.list(
        FindingCode.allCases.map(\.rawValue) + DiagnosticCode.allCases.map(\.rawValue))
}
