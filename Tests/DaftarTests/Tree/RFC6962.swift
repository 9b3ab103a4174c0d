@testable import Daftar

/// RFC 6962 §2.1, letter by letter: slow, recursive, over the leaves' own bytes. What the fast code is held against.
enum RFC6962 {
    /// MTH(D[n]).
    static func root(_ d: ArraySlice<[UInt8]>) -> [UInt8] {
        if d.isEmpty { return sha([]) }
        if d.count == 1 { return sha([0x00] + d[d.startIndex]) }
        let k = split(d.count)
        return sha([0x01] + root(d.prefix(k)) + root(d.dropFirst(k)))
    }

    /// PATH(m, D[n]).
    static func path(_ m: Int, _ d: ArraySlice<[UInt8]>) -> [[UInt8]] {
        if d.count == 1 { return [] }
        let k = split(d.count)
        if m < k { return path(m, d.prefix(k)) + [root(d.dropFirst(k))] }
        return path(m - k, d.dropFirst(k)) + [root(d.prefix(k))]
    }

    /// PROOF(m, D[n]) = SUBPROOF(m, D[n], true).
    static func proof(_ m: Int, _ d: ArraySlice<[UInt8]>) -> [[UInt8]] { subproof(m, d, true) }

    private static func subproof(_ m: Int, _ d: ArraySlice<[UInt8]>, _ b: Bool) -> [[UInt8]] {
        if m == d.count { return b ? [] : [root(d)] }
        let k = split(d.count)
        if m <= k { return subproof(m, d.prefix(k), b) + [root(d.dropFirst(k))] }
        return subproof(m - k, d.dropFirst(k), false) + [root(d.prefix(k))]
    }

    /// The largest power of two smaller than n.
    private static func split(_ n: Int) -> Int {
        var k = 1
        while 2 * k < n { k *= 2 }
        return k
    }

    private static func sha(_ bytes: [UInt8]) -> [UInt8] { Hash.sha256(bytes).bytes }
}
