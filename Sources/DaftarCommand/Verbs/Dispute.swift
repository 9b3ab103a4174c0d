import ArgumentParser

/// `daftar dispute`: an event is otherwise, says somebody.
struct Dispute: Verb {
    static let configuration = CommandConfiguration(
        commandName: "dispute", abstract: "Say that an event is otherwise than it stands there.",
        usage: "daftar dispute <entry> [<file>] [--text <text>] [-o <file>]",
        discussion: """
            The event stays as it is, marked as disputed. Anyone who may sign here can
            dispute it; `daftar retract` takes a dispute back. A file may name sources.

            EXAMPLE:
              daftar dispute 9 --text "The site was reachable from two networks."
            """)

    @OptionGroup var remark: EventRemark

    func validate() throws {
        if remark.isEmpty {
            throw ValidationError("say what is otherwise: --text TEXT, or a file with text:")
        }
    }

    func run(in session: Session) throws -> Exit { try remark.sign("dispute", to: "dispute", in: session) }
}
