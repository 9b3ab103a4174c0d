extension EDTF {
    /// The two or four digits of a year, month or day, any of which may be `X`, unspecified (ISO 8601-2:2019 §9).
    ///
    /// `1X` is 10 to 19, `X1` is 01, 11, 21 …: a set of numbers given by a mask.
    public struct Digits: Hashable, Sendable {
        /// The number with 0 for each `X`: the lowest it can be.
        public let low: Int
        /// The number with 9 for each `X`: the highest it can be.
        public let high: Int
        /// Two for a month or a day, four for a year.
        public let count: Int
        // Bit i is set where the digit of 10^i is X.
        private let holes: UInt8

        /// `characters` are digits or `X`; the parser has seen to that.
        init(_ characters: ArraySlice<UInt8>) {
            var (low, high, holes): (Int, Int, UInt8) = (0, 0, 0)
            for character in characters {
                let isHole = character == UInt8(ascii: "X")
                let digit = isHole ? 0 : Int(character) - 48
                low = low * 10 + digit
                high = high * 10 + (isHole ? 9 : digit)
                holes = holes << 1 | (isHole ? 1 : 0)
            }
            (self.low, self.high, self.holes, self.count) = (low, high, holes, characters.count)
        }

        /// Whether any digit is `X`.
        public var isUnspecified: Bool { holes != 0 }

        /// Whether every digit is `X`: nothing is known.
        public var isUnknown: Bool { holes == 1 << UInt8(count) - 1 }

        /// Whether the mask can mean `number`: `X1` matches 11, not 12.
        public func matches(_ number: Int) -> Bool {
            var (number, mask, holes) = (number, low, holes)
            for _ in 0..<count {
                if holes & 1 == 0, number % 10 != mask % 10 { return false }
                (number, mask, holes) = (number / 10, mask / 10, holes >> 1)
            }
            return number == 0
        }
    }

    /// `?` and `~`; `%` is both (ISO 8601-2:2019 §8). They never move a bound.
    public struct Qualifiers: OptionSet, Hashable, Sendable {
        /// Bit 0 is `?`, bit 1 is `~`.
        public let rawValue: UInt8

        /// Qualifiers from their bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `?`: the source itself is in doubt.
        public static let uncertain = Qualifiers(rawValue: 1)
        /// `~`: near it.
        public static let approximate = Qualifiers(rawValue: 2)
    }

    /// A year, a month or a day: its digits, and how sure they are.
    public struct Component: Hashable, Sendable {
        /// The digits, any of them maybe `X`.
        public let digits: Digits
        /// Those to its left, to its right, and to the right of a later part.
        public internal(set) var qualifiers: Qualifiers
    }
}
