import ArgumentParser

/// `daftar endorse`: somebody else stands behind an event.
struct Endorse: Verb {
    static let configuration = CommandConfiguration(
        commandName: "endorse", abstract: "Stand behind an event that others wrote.",
        usage: "daftar endorse <entry> [<file>] [--text <text>] [-o <file>]",
        discussion: """
            An endorsement is somebody else's word: who signed the event can't give it.
            It is of the event as you have seen it; your signature says what that was.

            EXAMPLE:
              daftar endorse 9 --text "We hold the same capture."
            """)

    @OptionGroup var remark: EventRemark

    func run(in session: Session) throws -> Exit { try remark.sign("endorsement", to: "endorse", in: session) }
}
