import Testing

@testable import Daftar

/// C2SP tlog-proof, with the entry and its content line as `extra`.
@Suite struct TlogProofTests {
    /// A proof of each entry of a ledger of a charter, three events and a release.
    static func ledger() -> Forge {
        var ledger = Forge()
        ledger.event()
        ledger.content(Forge.Content(withheld: ["date"]), by: [.rahmon, .sitora])
        ledger.event(by: [.alice])
        return ledger
    }

    static func proof(_ index: Int, _ ledger: Forge) throws -> TlogProof {
        let files = ledger.published().files
        let tree = TileTree(files: files, size: ledger.entries.count)
        let entry = try #require(try tree.entry(index))
        return TlogProof(
            inclusion: try tree.inclusion(of: index),
            checkpoint: try SignedCheckpoint(parsing: try #require(files.files["checkpoint"])), entry: entry,
            content: try tree.contentLine(index) ?? [])
    }

    static func policy(_ ledger: Forge) throws -> Policy { try Policy(parsing: Array(ledger.publishing.policy.utf8)) }
    static let keys = [TestKey.alice, .rahmon, .sitora].map(\.material)

    @Test(arguments: 0..<4) func roundTrip(_ index: Int) throws {
        let ledger = Self.ledger(), proof = try Self.proof(index, ledger)
        let read = try TlogProof(parsing: proof.encoded)
        #expect(read == proof && read.entry == ledger.entries[index].bytes)
        let check = ProofCheck(read, policy: try Self.policy(ledger), keys: Self.keys)
        #expect(check.faults == [] && check.leaf == ledger.entries[index].leaf)
        #expect(check.signers.allSatisfy(\.isVerified) && check.signers.count == (index == 2 ? 2 : 1))
        #expect(check.disclosures.count == ledger.entries[index].shown.count)
        #expect(check.partCount == ledger.entries[index].shown.count + ledger.entries[index].hidden.count)
    }

    /// Each byte changed: it is no proof any more, or one with a fault, or says so of a signer.
    @Test func everyByte() throws {
        let ledger = Self.ledger(), policy = try Self.policy(ledger), bytes = try Self.proof(2, ledger).encoded
        let passed = Lanes.map(bytes.count) { i in
            var changed = bytes
            changed[i] ^= 0x01
            guard let proof = try? TlogProof(parsing: changed) else { return false }
            return ProofCheck(proof, policy: policy, keys: Self.keys).faults.isEmpty
        }
        for i in bytes.indices where passed[i] { Issue.record("byte \(i)") }
    }

    @Test func whatDoesNotBelongTogether() throws {
        let ledger = Self.ledger(), policy = try Self.policy(ledger)
        let one = try Self.proof(1, ledger), three = try Self.proof(3, ledger)
        func faults(_ inclusion: InclusionProof, _ entry: [UInt8]?, _ content: [UInt8]) -> [ProofCheck.Fault] {
            let proof = TlogProof(inclusion: inclusion, checkpoint: one.checkpoint, entry: entry, content: content)
            return ProofCheck(proof, policy: policy, keys: Self.keys).faults
        }
        #expect(faults(one.inclusion, three.entry, []) == [.root, .entry])
        #expect(faults(three.inclusion, one.entry, []) == [.root, .entry])
        #expect(faults(one.inclusion, one.entry, three.content) == [.content])
        #expect(faults(one.inclusion, nil, []) == [.noEntry])
        #expect(faults(one.inclusion, one.entry, []) == [])
        let foreign = try Policy(parsing: Array("log \(TestKey("other.example").vkey)\nquorum none\n".utf8))
        #expect(ProofCheck(one, policy: foreign, keys: []).faults.contains(.origin))
        #expect(ProofCheck(one, policy: foreign, keys: []).faults.contains(.unsigned))
        // A signer whose key is not at hand is named, and not said to be verified.
        #expect(ProofCheck(one, policy: policy, keys: []).signers.map(\.isVerified) == [false])
    }

    static let refused: [(String, TlogProof.ParseError, String, String)] = [
        ("another version", .firstLine, "@v1", "@v2"),
        ("no index", .index, "index 1\n", ""),
        ("a leading zero", .index, "index 1", "index 01"),
        ("an index beyond the size", .length, "index 1", "index 4"),
        ("white space in extra", .extra, "extra ", "extra  "),
        ("a path that is too short", .length, "index 1\n", "index 1\n\u{0}"),
    ]

    @Test(arguments: refused) func refuses(_ what: String, _ reason: TlogProof.ParseError, _ old: String, _ new: String)
        throws
    {
        var bytes = try Self.proof(1, Self.ledger()).encoded
        if new.hasSuffix("\u{0}") {
            // Without the first hash of the path.
            let start = try #require(bytes.firstRange(of: Array(old.utf8))).upperBound
            bytes.removeSubrange(start..<start + Hash.base64Count + 1)
        } else {
            bytes.replace(old, with: new)
        }
        #expect(throws: reason) { try TlogProof(parsing: bytes) }
    }

    /// All proofs of a ledger that has two levels of tiles lead to its root.
    @Test func acrossTiles() throws {
        var ledger = Forge()
        while ledger.entries.count < 259 { ledger.content(Forge.Content(fields: [], lists: []), by: [.rahmon]) }
        let files = ledger.published().files, root = ledger.roots[259]
        let tree = TileTree(files: files, size: 259)
        for index in [0, 1, 127, 128, 255, 256, 257, 258] {
            #expect(try tree.inclusion(of: index).root(leaf: ledger.entries[index].leaf) == root)
        }
        for old in [1, 2, 128, 255, 256, 257, 258, 259] {
            #expect(try tree.consistency(from: old).proves(oldRoot: ledger.roots[old], newRoot: root))
        }
    }
}
