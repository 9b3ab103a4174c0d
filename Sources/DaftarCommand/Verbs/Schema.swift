import ArgumentParser
import DaftarExchange

/// `daftar schema`: the event file as JSON Schema.
struct Schema: Verb {
    static let configuration = CommandConfiguration(
        commandName: "schema", abstract: "Print the JSON Schema of event files.",
        discussion: """
            For editors that complete and check YAML as you type, and for programs that
            write JSON Lines.

            EXAMPLE:
              daftar schema > daftar-event.schema.json
            """)

    func run(in session: Session) throws -> Exit {
        session.out.line(JSONSchema.eventText)
        return .done
    }
}
