import ArgumentParser
import Daftar

/// `daftar withdraw`: takes content out for good (DESIGN §4.3).
struct Withdraw: Verb {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take a name, or other content, out for good.",
        usage: "daftar withdraw <entry> <part> ... --reason <reason> [--everywhere]",
        discussion: """
            Parts are called as `daftar show ENTRY --fields` lists them: title, actors.2.
            A signed entry says that they are withdrawn; they leave the published files,
            the working state with its search index and its log, and so does each file in
            evidence/ that nothing names any more: at once, also where a witness is still
            awaited. The ledger stays intact, and says how many parts are withdrawn.

            Corrections, remarks and other parts of the same event that still hold the
            same value are named; --everywhere takes it out there as well, all or nothing.

            Whoever copied the content before still has it, and version control keeps what
            it had. Your own drafts, .statement files and exports are yours to delete.

            EXAMPLE:
              daftar withdraw 4 actors.2 --reason safety
              daftar withdraw 4 actors.2 summary --reason privacy --everywhere
            """)

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @Argument(help: ArgumentHelp("Parts, as show --fields lists them.", valueName: "part"))
    var parts: [String]
    @Option(
        help: ArgumentHelp("safety, privacy, legal or error.", valueName: "reason"),
        completion: .words(WithdrawalReason.self), transform: WordArgument.read)
    var reason: WithdrawalReason
    @Flag(help: "Wherever this event holds the same value.")
    var everywhere = false
    @OptionGroup var statement: StatementOptions

    func run(in session: Session) throws -> Exit {
        let making = try StatementMaking(statement, in: session)
        let open = try making.ledger()
        let plan = try WithdrawalPlan(try open.entry(named: entry), parts, open)
        let isEverywhere = try isEverywhere(plan, session)
        let exit = try making.run(plan.items(everywhere: isEverywhere).map(proposal))
        guard exit == .done else { return exit }
        tell(plan, isEverywhere, session)
        return exit
    }

    private func proposal(_ item: WithdrawalPlan.Item) -> Proposal {
        let parts = item.parts.map { "\($0.path) (\($0.preview ?? $0.stateWord))" }.joined(separator: "; ")
        return Proposal(
            .withdrawal(of: item.statement, digests: Set(item.parts.map(\.digest)), reason),
            named: "the withdrawal from entry \(item.entry)",
            ["withdraw from entry \(item.entry), for \(reason.rawValue), for good: \(parts)"])
    }

    /// More is never taken out than was asked for: by the flag, or by a person who was shown what.
    private func isEverywhere(_ plan: WithdrawalPlan, _ session: Session) throws(Exit) -> Bool {
        if everywhere || plan.elsewhere.isEmpty { return everywhere }
        guard session.person != nil, !statement.append.yes else { return false }
        session.say("The same value still stands in")
        for item in plan.elsewhere {
            for part in item.parts {
                session.err.paragraph("entry \(item.entry)  \(part.path)  \(part.preview ?? "")".cleaned, indent: "  ")
            }
        }
        return try session.confirm("Withdraw it there as well, all or nothing?", yes: false)
    }

    private func tell(_ plan: WithdrawalPlan, _ isEverywhere: Bool, _ session: Session) {
        if let output = statement.output {
            session.note("until \(output) is appended, the content stays where it is")
        } else {
            session.note("whoever copied this content before still has it, and version control keeps what it had")
        }
        if !isEverywhere, !plan.elsewhere.isEmpty {
            let places = plan.elsewhere.map(\.words).joined(separator: "; ")
            session.warn("the same value still stands in \(places)")
            for item in plan.elsewhere {
                session.hint("daftar withdraw \(item.arguments) --reason \(reason.rawValue)")
            }
        }
        if !plan.otherEvents.isEmpty {
            session.note(
                "the same words also stand in other events: \(Words.entries(plan.otherEvents)); daftar show N --fields")
        }
    }
}
