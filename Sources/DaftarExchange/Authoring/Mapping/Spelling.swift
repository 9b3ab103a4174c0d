import Daftar

/// The forms that values have, each as one small question.
enum Spelling {
    /// `https://` or `http://`, a host, and no blank or quote in it.
    static func isURL(_ text: String) -> Bool {
        let rest =
            text.hasPrefix("https://")
            ? text.utf8.dropFirst(8) : text.hasPrefix("http://") ? text.utf8.dropFirst(7) : nil
        guard let first = rest?.first, first != UInt8(ascii: "/"), text.utf8.count <= 4_096 else { return false }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case 0...0x20, UInt8(ascii: "\""), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\\"),
                UInt8(ascii: "^"),
                UInt8(ascii: "`"), UInt8(ascii: "{"), UInt8(ascii: "|"), UInt8(ascii: "}"):
                false
            default: true
            }
        }
    }

    /// Labels of letters, digits and hyphens with dots between them, in lower case; `*.` before it stands for all below.
    static func isDomain(_ text: String) -> Bool {
        let name = text.hasPrefix("*.") ? text.utf8.dropFirst(2) : text.utf8[...]
        let labels = name.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, name.count <= 253, labels.allSatisfy(isLabel) else { return false }
        return name.allSatisfy { $0 < 0x80 } || areLetters(text)
    }

    private static func isLabel(_ label: Substring.UTF8View) -> Bool {
        (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
            && label.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_")
                    || $0 >= 0x80
            }
    }

    /// What is beyond ASCII in a name: letters in lower case, and marks on them.
    private static func areLetters(_ text: String) -> Bool {
        text == text.lowercased()
            && text.unicodeScalars.allSatisfy {
                $0.value < 0x80 || $0.properties.isAlphabetic || $0.properties.numericType != nil
            }
    }

    /// `sha256:` and 64 digits.
    static func isDigest(_ text: String) -> Bool {
        guard text.hasPrefix("sha256:") else { return false }
        let hex = text.utf8.dropFirst(7)
        return hex.count == 64 && hex.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
    }

    /// `-?[0-9]+(\.[0-9]+)?` without zeros before it, at most 40 characters.
    static func isDecimal(_ text: String) -> Bool {
        let number = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
        let parts = number.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
        guard let whole = parts.first, number.count <= 40 else { return false }
        return parts.allSatisfy { part in !part.isEmpty && part.allSatisfy { (48...57).contains($0) } }
            && (whole.count == 1 || whole.first != UInt8(ascii: "0"))
    }

    /// `text/html`, maybe with parameters.
    static func isMediaType(_ text: String) -> Bool {
        let type = text.prefix { $0 != ";" }
        let parts = type.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2 && text.utf8.count <= 200
            && parts.allSatisfy { part in
                !part.isEmpty
                    && part.utf8.allSatisfy {
                        (97...122).contains($0) || (48...57).contains($0) || "!#$&-^_.+".utf8.contains($0)
                    }
            }
    }

    /// `name+id+base64`, of a key that may sign.
    static func isVerifierKey(_ text: String) -> Bool {
        (try? VerifierKey(parsing: text)) != nil
    }

    /// A slug, `#12`, or eight or more characters of a hash in base64.
    static func isEntry(_ text: String) -> Bool {
        if text.hasPrefix("#") {
            let digits = text.utf8.dropFirst()
            return (1...16).contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
        }
        if (3...80).contains(text.utf8.count), text.isHandle { return true }
        return (8...Hash.base64Count).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "+/=".utf8.contains(byte)
            }
    }

    /// A key of canonical JSON.
    static func isKey(_ text: String) -> Bool {
        (1...Limits.jsonKey).contains(text.utf8.count)
            && text.utf8.allSatisfy { byte in
                (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
                    || "_.-".utf8.contains(byte)
            }
    }

    /// Keys that mean something in what is signed (DESIGN §4.3).
    static let reserved: Set<String> = ["_sd", "...", "_sd_alg"]
}
