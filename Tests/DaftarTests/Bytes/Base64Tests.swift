import Foundation
import Testing

@testable import Daftar

@Suite struct Base64Tests {
    @Test func isFoundationsForEveryLength() {
        for count in 0...100 {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ count) }
            let text = Data(bytes).base64EncodedString()
            #expect(Base64.encode(bytes) == text && Base64.decode(text) == bytes)
            let characters = Array(text.utf8)
            let isCanonical = Base64.isCanonical(characters.span)
            #expect(isCanonical)
        }
    }

    /// Of all texts of four characters that could be spellings, exactly those that are written are read.
    @Test func oneSpellingForEachValue() {
        let last = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=-_ \n".utf8)
        for a in last {
            for b in last {
                for text in [[65, a, b, 61], [65, a, 61, b], [65, 66, a, b], [a, b, 61, 61]] as [[UInt8]] {
                    let bytes = Base64.decode(text.span)
                    let isWritten = bytes.map { Array(Base64.encode($0).utf8) == text } ?? true
                    if !isWritten || Base64.isCanonical(text.span) != (bytes != nil) {
                        Issue.record("\(String(decoding: text, as: UTF8.self))")
                    }
                }
            }
        }
    }

    @Test(arguments: [
        "QQ", "QQ=", "QR==", "QUI", "QUJ=", "QQ==\n", " QQ==", "QQ==QQ==", "Q===", "====", "QU-_", "QQ=A",
    ])
    func refuses(_ text: String) {
        #expect(Base64.decode(text) == nil)
    }

    @Test func hashesAreTheOnlySpelling() throws {
        let text = Hash.sha256([1]).base64
        #expect(Hash(base64: text)?.base64 == text)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=\n".utf8)
        var characters = Array(text.utf8)
        let right = characters[42]
        for character in alphabet {
            characters[42] = character
            let hash = Hash(base64: String(decoding: characters, as: UTF8.self))
            // Two of the six bits are padding: one in four is a hash, and only one is this one.
            #expect((hash != nil) == (Base64.value(of: character) & 3 == 0 && character != 61 && character != 10))
            if character != right { #expect(hash?.base64 != text) }
        }
        for other in [text.dropLast(), text + "=", text.dropLast() + "A", "=" + text.dropFirst()]
            as [any StringProtocol]
        {
            #expect(Hash(base64: String(other)) == nil)
        }
    }

    /// Characters are read eight at a time: each byte in each place is taken or refused as Foundation does.
    @Test func everyByteInEveryPlace() {
        let text = Array(Hash.sha256([7]).base64.utf8)
        for place in text.indices {
            for byte in UInt8.min...UInt8.max {
                var changed = text
                changed[place] = byte
                let bytes = Data(base64Encoded: Data(changed)).map { Array($0) }
                let expected = bytes.flatMap { Array(Data($0).base64EncodedString().utf8) == changed ? $0 : nil }
                let decoded = Base64.decode(changed.span), hash = Hash(base64: changed.span)
                let isCanonical = Base64.isCanonical(changed.span)
                let is32 = expected?.count == 32
                if decoded != expected || isCanonical != (expected != nil) || hash?.bytes != (is32 ? expected : nil) {
                    Issue.record("byte \(byte) at \(place)")
                }
                let isAlphabet = Base64.isAlphabet(changed.span.extracting(0..<43))
                let one = [byte, 65, 65, 65]
                if place < 43, isAlphabet != (Data(base64Encoded: Data(one)) != nil) {
                    Issue.record("alphabet, byte \(byte) at \(place)")
                }
            }
        }
    }
}
