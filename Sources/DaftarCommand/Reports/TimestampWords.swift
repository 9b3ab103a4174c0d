import Daftar
import DaftarStore

/// What a timestamp says, in the words of the promise: a time that nobody who signs here could have chosen.
enum TimestampWords {
    /// `everything up to entry 12 existed on 24 November 2026`; the time is `2026-11-24T10:00:00Z`.
    static func existed(_ size: Int, _ time: String) -> String {
        let day = RecordedDay(String(time.prefix(10))).map(Words.day) ?? time
        return "everything up to entry \(size - 1) existed on \(day)"
    }

    /// `says /CN=Clock, at 10:00:00 UTC`
    static func says(_ time: String, _ authority: String) -> String {
        "says \(authority), at \(time.dropFirst(11).prefix(8)) UTC"
    }
}

extension Failure {
    /// Why a timestamp is not taken, and who decides about that.
    init(_ refusal: TimestampRefusal) {
        switch refusal {
        case .form:
            self.init(
                "is no timestamp response that grants a token",
                hint: "openssl ts -reply -in FILE -text shows what the authority answered")
        case .otherImprint:
            self.init(
                "is over something else than a checkpoint of this ledger",
                hint: "daftar timestamp request makes what an authority is to be sent")
        case .noAuthorities(let says):
            self.init(
                "your trust anchors name no timestamp authority; this is signed by \(says)",
                hint: Failure.howToTrust)
        case .untrusted(let response) where !response.holdsCertificate:
            self.init(
                "holds no certificate of the authority: nobody could check it later",
                hint: "ask with daftar timestamp request, which asks for the certificates too")
        case .untrusted(let response):
            self.init(
                "does not verify under the authorities of your trust anchors, as of \(response.time); it says that it is signed by \(response.authority)",
                hint: Failure.howToTrust)
        case .isThere(let old):
            self.init(
                "a good timestamp over the same \(Words.count(old.checkpoint.size, "entry", "entries")) is there already, of \(old.response.time) by \(old.response.authority)",
                hint: "keep this one beside the ledger, or take timestamps/\(old.checkpoint.size).tsr away first")
        }
    }

    private static let howToTrust =
        "whom to believe is your decision: compare the authority's certificate by another channel, add it to Keys/tsa.pem (PEM, one after the other), then daftar trust add Keys"
}
