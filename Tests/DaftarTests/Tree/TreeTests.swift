import Testing

@testable import Daftar

/// All trees of 0 to 64 leaves, against the letter of RFC 6962.
@Suite struct TreeTests {
    static let most = 64
    static let leaves: [[UInt8]] = (0..<most).map { [UInt8]("leaf \($0)".utf8).dropLast($0 == 0 ? 6 : 0) }
    static let hashes = leaves.map { Hash.leaf($0.span) }

    /// The root of a perfect subtree, as tiles give it.
    static func subtree(_ level: Int, _ index: Int) -> Hash {
        Tile.root(hashes[(index << level)..<((index + 1) << level)])
    }

    static func root(_ size: Int) -> Hash {
        var tree = TreeHasher()
        for leaf in hashes[..<size] { tree.append(leaf) }
        return tree.root
    }

    static let roots = (0...most).map { root($0) }

    @Test func theEmptyTree() {
        #expect(Hash.emptyTree.hex == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
        #expect(Hash.emptyTree.base64 == "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")
    }

    /// The eight leaves and roots with which Certificate Transparency's implementations test theirs.
    @Test func knownRoots() {
        let leaves = [
            "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f",
        ]
        let roots = [
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ]
        var tree = TreeHasher()
        for (leaf, root) in zip(leaves, roots) {
            let digits = Array(leaf)
            let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
                UInt8(String(digits[$0...$0 + 1]), radix: 16)
            }
            tree.append(Hash.leaf(bytes.span))
            #expect(tree.root.hex == root)
        }
    }

    @Test func everyRoot() {
        for size in 0...Self.most { #expect(Self.roots[size].bytes == RFC6962.root(Self.leaves[..<size]), "\(size)") }
    }

    @Test func everySubtreeAppendedWhole() {
        // 1, 2, 4, … leaves at once, wherever they may stand.
        for level in 0...5 {
            var tree = TreeHasher()
            for index in 0..<(Self.most >> level) {
                tree.append(subtree: Self.subtree(level, index), level: level)
                #expect(tree.root == Self.roots[(index + 1) << level])
            }
        }
    }

    @Test func everyInclusionProof() throws {
        for size in 1...Self.most {
            for index in 0..<size {
                let proof = try InclusionProof.make(index: index, size: size, Self.subtree)
                #expect(proof.path.map(\.bytes) == RFC6962.path(index, Self.leaves[..<size]), "\(index) of \(size)")
                #expect(proof.root(leaf: Self.hashes[index]) == Self.roots[size], "\(index) of \(size)")
            }
        }
    }

    @Test func everyConsistencyProof() throws {
        for size in 1...Self.most {
            for old in 1...size {
                let proof = try ConsistencyProof.make(oldSize: old, newSize: size, Self.subtree)
                #expect(proof.path.map(\.bytes) == RFC6962.proof(old, Self.leaves[..<size]), "\(old) of \(size)")
                #expect(proof.proves(oldRoot: Self.roots[old], newRoot: Self.roots[size]), "\(old) of \(size)")
            }
        }
    }

    /// Any one hash changed, one left out, one doubled, another index or size: none leads to the root.
    @Test func noOtherInclusionProof() throws {
        for size in 1...Self.most {
            for index in 0..<size {
                let proof = try InclusionProof.make(index: index, size: size, Self.subtree), root = Self.roots[size]
                var wrong: [InclusionProof] = []
                for path in Self.otherPaths(proof.path) {
                    wrong.append(InclusionProof(index: index, size: size, path: path))
                }
                for other in -1...size where other != index {
                    wrong.append(InclusionProof(index: other, size: size, path: proof.path))
                }
                let passed = wrong.filter { $0.root(leaf: Self.hashes[index]) == root }
                #expect(passed.isEmpty, "\(index) of \(size)")
                #expect(proof.root(leaf: Hash.sha256([1])) != root)
            }
        }
    }

    @Test func noOtherConsistencyProof() throws {
        for size in 1...Self.most {
            for old in 1...size {
                let proof = try ConsistencyProof.make(oldSize: old, newSize: size, Self.subtree)
                var wrong: [ConsistencyProof] = []
                for path in Self.otherPaths(proof.path) {
                    wrong.append(ConsistencyProof(oldSize: old, newSize: size, path: path))
                }
                let passed = wrong.filter { $0.proves(oldRoot: Self.roots[old], newRoot: Self.roots[size]) }
                #expect(passed.isEmpty, "\(old) of \(size)")
                #expect(!proof.proves(oldRoot: Hash.sha256([1]), newRoot: Self.roots[size]))
                #expect(!proof.proves(oldRoot: Self.roots[old], newRoot: Hash.sha256([1])))
            }
        }
    }

    /// A tree that is not the older one's continuation: no proof made of it proves otherwise.
    @Test func noProofOfAFork() throws {
        for size in 2...Self.most {
            for old in 1..<size {
                let proof = try ConsistencyProof.make(oldSize: old, newSize: size, Self.subtree)
                let forked = Hash(RFC6962.root(([[9]] + Self.leaves[1..<old])[...]))
                #expect(forked.map { proof.proves(oldRoot: $0, newRoot: Self.roots[size]) } == false)
            }
        }
    }

    private static func otherPaths(_ path: [Hash]) -> [[Hash]] {
        var others = [path + [Hash.sha256([1])], [Hash.sha256([1])] + path]
        for i in path.indices {
            for bit in [0, 255] {
                var bytes = path[i].bytes
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                var changed = path
                changed[i] = Hash(bytes) ?? .emptyTree
                others.append(changed)
            }
            var shorter = path, longer = path
            shorter.remove(at: i)
            longer.insert(path[i], at: i)
            others += [shorter, longer]
            if i > 0, path[i] != path[i - 1] {
                var swapped = path
                swapped.swapAt(i, i - 1)
                others.append(swapped)
            }
        }
        return others
    }
}
