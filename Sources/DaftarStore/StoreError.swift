public import Daftar

/// Why something can't be done with a ledger on this machine.
public enum StoreError: Error, Sendable {
    case system(SystemError)
    case unreadable(LedgerReadError)
    /// There is no ledger in this folder (exit 10).
    case noLedger(String)
    /// Another writer has it, and did not let go while we waited (exit 11).
    case locked(String)
    /// Neither `HOME` nor the XDG variable is set.
    case noHome
    /// The database of the working state can't be used: SQLite's own words.
    case database(String)
}
