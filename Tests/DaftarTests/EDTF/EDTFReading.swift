import Daftar

/// What a test says of a date: its bounds as text, `open` or `unknown` where there is none.
struct EDTFReading: Equatable, CustomStringConvertible {
    var min: String
    var max: String

    init(_ min: String, _ max: String) { (self.min, self.max) = (min, max) }

    init(_ bounds: EDTF.Bounds) {
        func word(_ edge: EDTF.Bounds.Edge) -> String {
            switch edge {
            case .day(let day): day.text
            case .open: "open"
            case .unknown: "unknown"
            }
        }
        self.init(word(bounds.earliest), word(bounds.latest))
    }

    var description: String { "\(min) … \(max)" }
}

/// The date, or the error, that a text gives.
func readEDTF(_ text: String, years: ClosedRange<Int> = EDTF.usualYears) -> Result<EDTF, EDTFError> {
    do {
        return .success(try EDTF(parsing: text, years: years))
    } catch {
        return .failure(error)
    }
}

extension Result where Success == EDTF, Failure == EDTFError {
    var date: EDTF? { try? get() }
    var reading: EDTFReading? { date.map { EDTFReading($0.bounds) } }
    var error: EDTFError? { if case .failure(let error) = self { error } else { nil } }
    var code: EDTFError.Code? { error?.code }
}

/// SplitMix64: the same numbers on every run, so that a failure can be found again.
struct EDTFDice: RandomNumberGenerator {
    var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
        return z ^ z >> 31
    }

    mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &self) }

    mutating func pick<T>(_ all: [T]) -> T { all[below(all.count)] }
}
