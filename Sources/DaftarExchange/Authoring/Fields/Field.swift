import Daftar

/// One key of an event file: what may stand there, and what it is for.
///
/// The tables of these (`EventFields`, `RemarkFields`, `CharterFields`) are the one description of the file. Reading it, the JSON
/// Schema, the templates and writing it back all follow them.
final class Field: Sendable {
    enum Need: Sendable {
        /// It must be there.
        case required
        /// A template asks for it.
        case wanted
        case optional
    }

    let name: String
    let shape: Shape
    let need: Need
    /// A line for a person: a comment in a template, a description in the schema.
    let about: String
    /// What a template shows in its place.
    let example: String
    /// What one of it is called in a sentence: "an element of `actors`".
    let thing: String

    init(_ name: String, _ shape: Shape, _ need: Need, _ about: String, example: String = "") {
        (self.name, self.shape, self.need, self.about, self.example) = (name, shape, need, about, example)
        if case .list = shape { thing = "an element of `\(name)`" } else { thing = "`\(name)`" }
    }

    convenience init(_ name: String, _ shape: Shape, _ about: String) {
        self.init(name, shape, .optional, about)
    }
}

/// What may stand at a key, and how it becomes what is signed.
indirect enum Shape: Sendable {
    /// A text in one or more languages: `text` or `{en: text, tg: матн}`; always a map when signed. At most so many characters.
    case text(limit: Int)
    /// A text in a language that is said beside it, letter by letter: neither normalised nor trimmed at its beginning.
    case verbatim
    /// Running text around a quote: as it is, blanks at its ends included.
    case context
    /// One line, a name or a number that is text.
    case line
    /// A list of lines; one alone is a list of one.
    case lines
    /// A word of a list.
    case word(Vocabulary)
    /// Words of a list; one alone is a list of one.
    case words(Vocabulary)
    /// Free words, `a-z 0-9 -`: `mobile-5g`.
    case freeWords
    /// A word of the kinds, maybe narrowed by a third level.
    case kind
    /// A handle that other files or other parts refer to: `a-z 0-9 -`, so many characters.
    case slug(ClosedRange<Int>)
    /// The handle of something in the same file.
    case handle(Handle)
    case handles(Handle)
    /// EDTF.
    case date
    /// One day, `2024-01-10`.
    case day
    /// ISO 3166.
    case place
    case places
    /// BCP 47.
    case language
    case languages
    case url
    /// The name of a host: `rferl.org`.
    case domain
    /// `sha256:` and lower-case hex.
    case digest
    /// A decimal number that stays text: `7600`, `95.5`.
    case decimal
    /// A number of something.
    case integer(ClosedRange<Int>)
    /// `text/html`
    case mediaType
    /// A slug, `#12` or a statement hash.
    case entry
    /// A signature key, `name+id+base64`.
    case vkey
    /// What stands where it is not to be published: `actors.beg-sabur`.
    case paths
    /// Things, each a map of these fields.
    case list([Field])
    /// One thing.
    case map([Field])
}

/// What a handle may name.
enum Handle: String, Sendable {
    case source, actor
    /// Who said something: a person or body of the event, or a source that speaks for itself.
    case speaker
    /// Something that need not be in this file, such as the parent of a company.
    case anything
}

extension [Field] {
    subscript(name: String) -> Field? { first { $0.name == name } }
}
