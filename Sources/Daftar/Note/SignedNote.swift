/// A text and the signature lines below it (C2SP signed-note). Nothing about it is verified.
///
/// ```
/// text, one or more lines
///
/// — name base64(key ID || signature)
/// ```
public struct SignedNote: Hashable, Sendable {
    public struct Signature: Hashable, Sendable {
        public let name: String
        public let id: UInt32
        public let bytes: [UInt8]

        public init(name: String, id: UInt32, bytes: [UInt8]) {
            (self.name, self.id, self.bytes) = (name, id, bytes)
        }

        /// The line, with its newline.
        public var line: String {
            var line: [UInt8] = []
            append(to: &line)
            return String(decoding: line, as: UTF8.self)
        }

        /// Appends the line.
        func append(to note: inout [UInt8]) {
            note.append(contentsOf: "\u{2014} ".utf8)
            note.append(contentsOf: name.utf8)
            note.append(UInt8(ascii: " "))
            let id = [UInt8(id >> 24), UInt8(id >> 16 & 255), UInt8(id >> 8 & 255), UInt8(id & 255)]
            Base64.append((id + bytes).span, to: &note)
            note.append(UInt8(ascii: "\n"))
        }

        /// True where this line says that it is `key`'s.
        ///
        /// By bytes: Swift takes two spellings of one Unicode text for equal, and they are two names.
        public func claims(_ key: VerifierKey) -> Bool { id == key.id && name.utf8.elementsEqual(key.name.utf8) }
    }

    public enum ParseError: Error, Hashable, Sendable {
        case tooLong, utf8, control, noSignature, signatureLine
    }

    /// The text, with its last newline: the bytes that are signed.
    public let text: [UInt8]
    public private(set) var signatures: [Signature]

    public init(text: [UInt8], signatures: [Signature]) {
        (self.text, self.signatures) = (text, signatures)
    }

    /// Reads a note. What it accepts is exactly what `encoded` writes.
    ///
    /// `limit`: the most bytes that are looked at.
    public init(parsing bytes: [UInt8], limit: Int = Limits.checkpoint) throws(ParseError) {
        guard bytes.count <= limit else { throw .tooLong }
        try SignedNote.checkCharacters(bytes.span)
        guard let split = SignedNote.lastEmptyLine(bytes) else { throw .noSignature }
        var signatures: [Signature] = []
        var reader = ByteReader(from: split + 1, to: bytes.count)
        while !reader.isAtEnd {
            guard let line = SignatureLine.scan(&reader, bytes.span), let signature = line.signature(bytes.span) else {
                throw .signatureLine
            }
            let name = String(utf8: bytes.span.extracting(line.name))
            guard KeyName.isValid(name) else { throw .signatureLine }
            signatures.append(Signature(name: name, id: line.id, bytes: Array(signature)))
        }
        guard !signatures.isEmpty else { throw .noSignature }
        self.init(text: Array(bytes[..<split]), signatures: signatures)
    }

    /// The bytes of the note.
    public var encoded: [UInt8] {
        var note = text + [UInt8(ascii: "\n")]
        for signature in signatures { signature.append(to: &note) }
        return note
    }

    /// Adds a signature line unless the very same one is there: merging never loses one and never repeats one.
    public mutating func merge(_ signature: Signature) {
        if !signatures.contains(signature) { signatures.append(signature) }
    }

    private static func checkCharacters(_ bytes: Span<UInt8>) throws(ParseError) {
        var i = 0
        while i < bytes.count {
            guard let (scalar, length) = UTF8Scalar.decode(bytes, at: i, end: bytes.count) else { throw .utf8 }
            guard scalar >= 0x20 || scalar == 0x0A else { throw .control }
            i += length
        }
    }

    /// The position of the second newline of the last "\n\n": the empty line that ends the text.
    private static func lastEmptyLine(_ bytes: [UInt8]) -> Int? {
        var i = bytes.count - 1
        while i > 0 {
            if bytes[i] == UInt8(ascii: "\n"), bytes[i - 1] == UInt8(ascii: "\n") { return i }
            i -= 1
        }
        return nil
    }
}
