internal import COpenSSL

@testable import Daftar

/// A throwaway key that is the same in each run: its seed is the hash of what it is called.
///
/// It may have any name, type and ID: a forger is not bound by what `NoteSigner` takes.
struct TestKey: Sendable {
    let name: String
    let type: UInt8
    let material: [UInt8]
    let id: UInt32
    /// Nil for a signature type that nobody here can make.
    private let signing: SigningKey?

    /// An Ed25519 key; `seed` where another key's bytes are wanted under this name.
    init(_ name: String, seed: String? = nil, type: UInt8 = 0x01) {
        let signing = TestKey.signingKey(Hash.sha256(Array((seed ?? name).utf8)).bytes)
        self.init(name: name, type: type, material: signing.publicKey, signing: signing)
    }

    /// A key of a type that no verifier of today knows, such as 0x06 (ML-DSA-44).
    init(_ name: String, unknownType type: UInt8) {
        let material = Hash.sha256(Array(name.utf8)).bytes + Hash.sha256([type]).bytes
        self.init(name: name, type: type, material: material, signing: nil)
    }

    init(name: String, type: UInt8, material: [UInt8], signing: SigningKey? = nil) {
        (self.name, self.type, self.material, self.signing) = (name, type, material, signing)
        id = VerifierKey.id(name: name, type: type, material: material)
    }

    private static func signingKey(_ seed: [UInt8]) -> SigningKey {
        guard let key = unsafe EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count),
            let signing = unsafe SigningKey(owning: key)
        else { fatalError("OpenSSL takes any 32 bytes for a seed") }
        return signing
    }

    var nameAndID: String { name + "+" + VerifierKey.hex(id) }
    var vkey: String { nameAndID + "+" + Base64.encode([type] + material) }

    /// The 64 bytes over `message`; for an unknown type some bytes that nobody can check.
    func signature(over message: [UInt8]) -> [UInt8] {
        guard let signing else { return Hash.sha256(message).bytes + [7] }
        guard let bytes = try? signing.sign(message) else { fatalError("out of memory") }
        return bytes
    }

    func line(over text: [UInt8]) -> SignedNote.Signature {
        SignedNote.Signature(name: name, id: id, bytes: signature(over: text))
    }

    /// A witness's line over a checkpoint's text, at `time`.
    func cosignature(over text: [UInt8], time: UInt64) -> SignedNote.Signature {
        let message = Array("cosignature/v1\ntime \(time)\n".utf8) + text
        let stamp = (0..<8).map { UInt8(truncatingIfNeeded: time >> (56 - 8 * UInt64($0))) }
        return SignedNote.Signature(name: name, id: id, bytes: stamp + signature(over: message))
    }
}

/// The people of the forged ledgers.
extension TestKey {
    static let ledger = TestKey(Forge.origin)
    static let laterLedger = TestKey(Forge.origin, seed: "the ledger's next key")
    static let alice = TestKey(Forge.origin + "/alice")
    static let bela = TestKey(Forge.origin + "/bela")
    static let cyrus = TestKey(Forge.origin + "/cyrus")
    static let rahmon = TestKey(Forge.origin + "/rahmon")
    static let sitora = TestKey(Forge.origin + "/sitora")
    /// Nobody admits this one unless a test does.
    static let zafar = TestKey(Forge.origin + "/zafar")
    static let future = TestKey(Forge.origin + "/future", unknownType: 0x06)
    static let witness = TestKey("witness.example/one", type: 0x04)
    static let otherWitness = TestKey("witness.example/two", type: 0x04)
    static let thirdWitness = TestKey("witness.example/three", type: 0x04)
}
