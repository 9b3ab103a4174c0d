/// Numbers that name or find a person: telephone, bank account, passport, coordinates; and clocks that tell a time zone.
enum NumberLook {
    static func all(in bytes: [UInt8]) -> [PeopleGuard.Found] {
        tokens(of: bytes).compactMap { look(at: $0, in: bytes) }
    }

    /// Runs of what such numbers are made of: `+992 44 600-00-00` is one, by the blanks between groups of digits.
    private static func tokens(of bytes: [UInt8]) -> [Range<Int>] {
        var tokens: [Range<Int>] = []
        var start: Int?
        for (i, byte) in bytes.enumerated() {
            let joins = byte == UInt8(ascii: " ") && isBetweenGroups(i, bytes)
            if isWord(byte) && byte < 0x80 || isMark(byte) || joins {
                if start == nil { start = i }
            } else if let from = start {
                tokens.append(from..<i)
                start = nil
            }
        }
        if let from = start { tokens.append(from..<bytes.count) }
        // Every form below has two digits at least; most words have none.
        return tokens.filter { bytes[$0].count(where: isDigit) >= 2 }.map { trimmed($0, bytes) }.filter {
            $0.count >= 6
        }
    }

    /// `+-.:,()`
    private static func isMark(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "(")...UInt8(ascii: "."): byte != UInt8(ascii: "*")
        default: byte == UInt8(ascii: ":")
        }
    }

    /// True for the blanks of `600 00 00`, `(44) 600` and `38.5598, 68.7870`.
    private static func isBetweenGroups(_ blank: Int, _ bytes: [UInt8]) -> Bool {
        guard blank > 0, blank + 1 < bytes.count else { return false }
        let (before, after) = (bytes[blank - 1], bytes[blank + 1])
        return (isDigit(before) || before == UInt8(ascii: ")") || before == UInt8(ascii: ","))
            && (isDigit(after) || after == UInt8(ascii: "("))
    }

    private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
        var range = range
        while let last = range.last, ".,:-(".utf8.contains(bytes[last]) { range.removeLast() }
        while let first = range.first, ".,:)".utf8.contains(bytes[first]) { range.removeFirst() }
        return range
    }

    private static func look(at range: Range<Int>, in bytes: [UInt8]) -> PeopleGuard.Found? {
        let token = Array(bytes[range])
        if isPhone(token) {
            return .init(code: .personContact, message: "this looks like a telephone number", range: range)
        }
        if isIBAN(token) { return .init(code: .personNumber, message: "this looks like a bank account", range: range) }
        if isPassport(token) {
            return .init(code: .personNumber, message: "this looks like the number of a passport", range: range)
        }
        if isCoordinate(token) {
            return .init(
                code: .personLocation, message: "this looks like coordinates, exact to a house", range: range,
                label: "a place is named by its ISO 3166 code")
        }
        if hasOffset(token) {
            return .init(
                code: .timeOffset, message: "this clock time tells a time zone", range: range,
                label: "give the day, or the time in UTC with Z")
        }
        return nil
    }

    // MARK: Forms

    /// `+` and 9 to 15 digits, with blanks, hyphens or parentheses between them.
    static func isPhone(_ token: [UInt8]) -> Bool {
        guard token.first == UInt8(ascii: "+") || token.starts(with: "(+".utf8) || token.starts(with: "00".utf8) else {
            return false
        }
        let digits = token.count(where: isDigit)
        return (9...15).contains(digits) && token.allSatisfy { isDigit($0) || "+ -()".utf8.contains($0) }
    }

    /// Two letters, two digits, 11 to 30 letters and digits, and the check of ISO 13616.
    static func isIBAN(_ token: [UInt8]) -> Bool {
        let plain = token.filter { $0 != UInt8(ascii: " ") }
        guard (15...34).contains(plain.count), plain.prefix(2).allSatisfy({ (65...90).contains($0) }),
            plain[2...3].allSatisfy(isDigit)
        else { return false }
        var remainder = 0
        for byte in plain[4...] + plain[..<4] {
            switch byte {
            case 48...57: remainder = (remainder * 10 + Int(byte - 48)) % 97
            case 65...90: remainder = (remainder * 100 + Int(byte - 55)) % 97
            default: return false
            }
        }
        return remainder == 1
    }

    /// One or two capitals and seven to nine digits, `A1234567`: as passports of the region have it.
    static func isPassport(_ token: [UInt8]) -> Bool {
        let letters = token.prefix { (65...90).contains($0) }
        let digits = token.dropFirst(letters.count).filter { $0 != UInt8(ascii: " ") }
        return (1...2).contains(letters.count) && (7...9).contains(digits.count) && digits.allSatisfy(isDigit)
    }

    /// `38.5598,68.7870`, or one of them with five decimals: three are exact to a street, and a lone number with a few is
    /// mostly something else.
    static func isCoordinate(_ token: [UInt8]) -> Bool {
        let parts = token.split(whereSeparator: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: " ") })
        let decimals = parts.map(decimals)
        if parts.count == 2 { return decimals.allSatisfy { $0 >= 3 } }
        return parts.count == 1 && decimals[0] >= 5
    }

    /// How many decimals a number of degrees has; 0 for what is none.
    private static func decimals(_ part: ArraySlice<UInt8>) -> Int {
        let halves = (part.first == UInt8(ascii: "-") ? part.dropFirst() : part).split(
            separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard halves.count == 2, (1...3).contains(halves[0].count), halves.allSatisfy({ $0.allSatisfy(isDigit) }) else {
            return 0
        }
        return halves[1].count
    }

    /// `09:30+05:00`, `T09:30:00+0500`
    static func hasOffset(_ token: [UInt8]) -> Bool {
        guard let sign = token.lastIndex(where: { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }) else {
            return false
        }
        let (clock, offset) = (token[..<sign], token[(sign + 1)...].filter { $0 != UInt8(ascii: ":") })
        return (2...4).contains(offset.count) && offset.allSatisfy(isDigit) && clock.contains(UInt8(ascii: ":"))
            && clock.suffix(2).allSatisfy(isDigit) && clock.count >= 5
            && clock.suffix(5).dropFirst(2).first == UInt8(ascii: ":")
    }
}
