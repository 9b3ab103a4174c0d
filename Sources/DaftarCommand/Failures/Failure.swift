/// Why a verb could not do what it was asked: what is wrong and where, what to do, and how the run ends.
///
/// ```
/// error: ./copy: there is no ledger here
/// hint: name its folder with --ledger DIR, or set DAFTAR_LEDGER
/// ```
struct Failure: Error, Hashable, Sendable {
    let exit: Exit
    let message: String
    let hint: String?

    init(_ message: String, hint: String? = nil, exit: Exit = .failed) {
        (self.message, self.hint, self.exit) = (message, hint, exit)
    }
}
