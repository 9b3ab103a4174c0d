import ArgumentParser

/// What every verb takes that appends: to which ledger, by which keys, asked or not.
struct AppendOptions: ParsableArguments {
    @Flag(help: "Don't ask.")
    var yes = false
    @Flag(help: "Print what was appended as JSON.")
    var json = false
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @OptionGroup var keys: KeyOptions
    @OptionGroup var ledgerKeys: LedgerKeyOptions
    @OptionGroup var waiting: WaitingOptions
}
