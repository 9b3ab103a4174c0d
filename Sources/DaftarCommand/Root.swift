import ArgumentParser

/// `daftar` itself: the list of its verbs.
struct Root: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "daftar",
        abstract: "A ledger of censorship and surveillance that anyone can check.",
        discussion: """
            Every entry is sourced, signed by the person who wrote it, chained to
            everything before it, and checkable offline, without trusting its host.

            Wherever an entry is meant, its number, its slug or the first eight or more
            characters of a hash will do. A ledger is --ledger DIR, or $DAFTAR_LEDGER,
            or the current folder, or ./Records.

            EXIT CODES:
            \(exitCodes)
            """,
        version: "daftar \(version)",
        groupedSubcommands: [
            CommandGroup(
                name: "Record",
                subcommands: [
                    Keygen.self, Init.self, New.self, Lint.self, Sign.self, Append.self, ImportVerb.self, Status.self,
                    Publish.self,
                    Schema.self,
                ]),
            CommandGroup(
                name: "Correct",
                subcommands: [
                    Correct.self, Retract.self, Dispute.self, Endorse.self, Relate.self, Amend.self, Key.self,
                ]),
            CommandGroup(
                name: "Keep safe",
                subcommands: [
                    Withdraw.self, Disclose.self, Release.self, VaultCommand.self, EvidenceVerb.self,
                    TimestampVerb.self,
                    Witness.self, CosignatureCommand.self, RepairVerb.self,
                ]),
            CommandGroup(
                name: "Read",
                subcommands: [
                    List.self, Show.self, Search.self, Timeline.self, Stats.self, Diff.self, Cite.self, Export.self,
                ]),
            CommandGroup(
                name: "Check",
                subcommands: [Verify.self, Prove.self, BundleVerb.self, Check.self, Trust.self, Explain.self]),
        ])

    /// The verb that the first word names, parsed by itself: the parser looks up every verb there is before it reads one
    /// word, which costs more than many a verb. Nil for anything but a verb and its options as they should be: what is
    /// wrong, and what asks for help, is answered by whoever knows all verbs.
    static func verb(_ arguments: [String]) -> (any Verb)? {
        guard let word = arguments.first else { return nil }
        let type = configuration.subcommands.first { $0.configuration.commandName == word }
        return try? type?.parseAsRoot(Array(arguments.dropFirst())) as? any Verb
    }

    private static var exitCodes: String {
        Exit.allCases.map { "  \(String($0.rawValue).padded(to: 5))\($0.meaning)" }.joined(separator: "\n")
    }
}

extension CommandConfiguration {
    /// Of a verb that is parsed by itself: whoever has a program above it is not asked for the options that only a whole
    /// program has. That is a tenth of the work of a small append; help is the same.
    var ofVerb: CommandConfiguration {
        var configuration = self
        configuration._superCommandName = "daftar"
        return configuration
    }
}
