import Testing

@testable import Daftar

@Suite struct HashTests {
    /// "Ascending" is by the bytes of what is written: the base64.
    @Test func ordersAsItsTextDoes() throws {
        var random = SeededGenerator(seed: 1)
        var hashes = (0..<300).map { Hash.sha256([UInt8(truncatingIfNeeded: $0), UInt8($0 / 256)]) }
        // Pairs that differ in one bit only, at each place.
        for bit in 0..<256 {
            var bytes = hashes[bit].bytes
            bytes[bit / 8] ^= 0x80 >> UInt8(bit % 8)
            hashes.append(try #require(Hash(bytes)))
        }
        for _ in 0..<20_000 {
            let i = Int.random(in: 0..<hashes.count, using: &random)
            let j = Bool.random(using: &random) && i < 256 ? 300 + i : Int.random(in: 0..<hashes.count, using: &random)
            let x = hashes[i], y = hashes[j]
            let isBefore = x.base64.utf8.lexicographicallyPrecedes(y.base64.utf8)
            if (x < y) != isBefore { Issue.record("\(x) \(y)") }
        }
        #expect(hashes.allSatisfy { !($0 < $0) })
    }

    @Test func readsWhatItWrites() {
        let hash = Hash.sha256(Array("daftar".utf8))
        #expect(Hash(hash.bytes) == hash && Hash(hex: hash.hex) == hash && Hash(base64: hash.base64) == hash)
        #expect(Hash(hex: hash.hex.uppercased()) == nil && Hash(hex: String(hash.hex.dropLast())) == nil)
        #expect(Hash(Array(hash.bytes.dropLast())) == nil && Hash(hash.bytes + [0]) == nil)
        for i in 0..<32 { #expect(hash[i] == hash.bytes[i]) }
    }

    /// FIPS 180-4's examples.
    @Test func sha256() {
        #expect(
            Hash.sha256(Array("abc".utf8)).hex == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        let pieces = ["abcdbcdecdefdefgefghfghighij", "hijkijkljklmklmnlmnomnopnopq"].map { Array($0.utf8) }
        var sha = SHA256()
        for piece in pieces { sha.update(piece.span) }
        #expect(sha.finish().hex == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    }
}
