/// A public key with its name, as one line of text: a *vkey* (C2SP signed-note, "Verifier keys").
///
/// ```
/// daftar.example/central-asia/recorder+9f2c01aa+AW3u1enK60ozOImAO1ks3cNcdmX6JE0rJMjdx7CUeApj
/// name                                 id       base64(type || public key)
/// ```
public struct VerifierKey: Hashable, Sendable {
    /// The signature types that are used here; others are kept and count for nothing.
    public enum SignatureType {
        public static let ed25519: UInt8 = 0x01
        public static let cosignature: UInt8 = 0x04
    }

    public let name: String
    public let id: UInt32
    public let type: UInt8
    /// The bytes after the type: for Ed25519 the 32 bytes of RFC 8032.
    public let material: [UInt8]

    /// Why a text is no vkey.
    public enum ParseError: Error, Hashable, Sendable {
        case form, name, id
        case key(Ed25519.KeyError)
    }

    /// A key of a known type; its ID follows from name, type and material.
    public init(name: String, type: UInt8 = SignatureType.ed25519, publicKey: [UInt8]) throws(ParseError) {
        guard KeyName.isValid(name) else { throw .name }
        do { try Ed25519.check(publicKey: publicKey) } catch { throw .key(error) }
        (self.name, self.type, self.material) = (name, type, publicKey)
        self.id = VerifierKey.id(name: name, type: type, material: publicKey)
    }

    /// Reads a vkey in its only spelling. The ID of a key of a known type must be the one that follows from it.
    public init(parsing text: String) throws(ParseError) {
        // Base64 may hold `+`: only the first two separate.
        let parts = text.split(separator: "+", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, let id = VerifierKey.parseID(parts[1].utf8.map { $0 }) else { throw .form }
        guard let bytes = Base64.decode(String(parts[2])), bytes.count >= 2 else { throw .form }
        let name = String(parts[0]), type = bytes[0], material = Array(bytes.dropFirst())
        guard KeyName.isValid(name) else { throw .name }
        if type == SignatureType.ed25519 || type == SignatureType.cosignature {
            do { try Ed25519.check(publicKey: material) } catch { throw .key(error) }
            guard id == VerifierKey.id(name: name, type: type, material: material) else { throw .id }
        }
        (self.name, self.id, self.type, self.material) = (name, id, type, material)
    }

    /// SHA-256(name || 0x0A || type || key), its first four bytes.
    public static func id(name: String, type: UInt8, material: [UInt8]) -> UInt32 {
        let hash = Hash.sha256(Array(name.utf8) + [UInt8(ascii: "\n"), type] + material)
        return UInt32(truncatingIfNeeded: hash.tableKey >> 32)
    }

    /// True for a type whose signatures can be verified on a statement.
    public var isUnderstood: Bool { type == SignatureType.ed25519 }

    /// `name+id`: how `by` and a signature line name this key.
    public var nameAndID: String { name + "+" + VerifierKey.hex(id) }

    /// The whole line.
    public var text: String { nameAndID + "+" + Base64.encode([type] + material) }

    /// Eight lower-case hex digits.
    static func hex(_ id: UInt32) -> String {
        Hex.encode([UInt8(id >> 24), UInt8(id >> 16 & 255), UInt8(id >> 8 & 255), UInt8(id & 255)].span)
    }

    /// The ID that eight lower-case hex digits spell.
    static func parseID(_ digits: [UInt8]) -> UInt32? { parseID(digits.span) }

    @inline(__always)
    static func parseID(_ digits: Span<UInt8>) -> UInt32? {
        guard digits.count == 8 else { return nil }
        var id: UInt32 = 0
        for i in digits.indices {
            guard let value = Hex.value(of: digits[i]) else { return nil }
            id = id << 4 | UInt32(value)
        }
        return id
    }
}

extension VerifierKey: CustomStringConvertible {
    public var description: String { text }
}
