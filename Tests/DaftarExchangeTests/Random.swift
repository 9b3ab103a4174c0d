import Daftar
import Foundation

/// Numbers that are the same in each run.
struct Random {
    var state: UInt64

    mutating func below(_ limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }

    var flip: Bool { mutating get { below(2) == 0 } }

    mutating func text(_ texts: [String]) -> String {
        texts[below(texts.count)].precomposedStringWithCanonicalMapping
    }

    mutating func localized(_ texts: [String]) -> JSONValue {
        var object: JSONObject = [:]
        for _ in 0...below(3) {
            object[["en", "ru", "tg", "tg-Cyrl"][below(4)]] = .string(String(text(texts).prefix(290)))
        }
        return .object(object.mapValues { .string($0.string?.trimmingCharacters(in: .whitespacesAndNewlines) ?? "x") })
    }

    mutating func anything(_ texts: [String], levels: Int) -> JSONValue {
        switch levels == 0 ? 0 : below(3) {
        case 0: .string(text(texts))
        case 1: .array((0...below(3)).map { _ in anything(texts, levels: levels - 1) })
        default:
            .object(
                JSONObject((0...below(3)).map { ("k\($0).a_B", anything(texts, levels: levels - 1)) }))
        }
    }
}
