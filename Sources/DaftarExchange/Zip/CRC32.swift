/// The checksum of zip files (ISO 3309), taken in pieces. It finds accidents, no forger.
public struct CRC32: Sendable {
    private var state = UInt32.max

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
    }

    public init() {}

    public mutating func update(_ bytes: [UInt8]) {
        var state = self.state
        for byte in bytes { state = state >> 8 ^ CRC32.table[Int(state & 255) ^ Int(byte)] }
        self.state = state
    }

    public var value: UInt32 { ~state }
}
