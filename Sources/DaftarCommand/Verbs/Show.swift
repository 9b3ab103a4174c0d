import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar show`: one entry.
struct Show: Verb {
    static let configuration = CommandConfiguration(
        abstract: "Show one entry: dates by source, actors, relations, sources.",
        usage: """
            daftar show <entry> [<dir>] [--yaml] [--json] [--ledger <dir>]
              [--as-of <date> | --at <size>]
            """,
        discussion: """
            With --yaml it writes the event file back: that is how a correction starts.

            EXAMPLE:
              daftar show 9
              daftar show tj-huawei-memorandum-2023 --yaml > huawei.yaml
            """)

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions
    @Flag(help: "Write the event file back.")
    var yaml = false
    @Flag(help: "Print the entry as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open)
        let index = try open.entry(named: entry, at: moment.size)
        defer { moment.say(in: session) }
        guard let event = try open.ask({ ledger throws(StoreError) in try ledger.event(index, at: moment.size) }) else {
            try showOther(index, open, session)
            return .done
        }
        if yaml {
            session.out.write(EventWriter.yaml(try writtenBack(event.content, open, moment)).cleanedLines)
        } else if json {
            session.out.write(bytes: JSONLinesExporter(try Export.context(open, moment)).encode([event], after: nil))
        } else {
            try EventPage(event: event, moment: moment, open: open, session: session).show()
        }
        return .done
    }

    private func showOther(_ index: Int, _ open: OpenLedger, _ session: Session) throws(Failure) {
        if yaml {
            throw Failure(
                "entry \(index) is no event: only events are written back as YAML", hint: "daftar show \(index)")
        }
        guard let bytes = try open.ask({ ledger throws(StoreError) in try ledger.bytes(ofEntry: index) }) else {
            throw Failure("\(entry): there is no such entry")
        }
        let page = try EntryPage(index, bytes)
        if json { session.print(page.json) } else { page.show(session.out) }
    }

    /// Relations as a person writes them: to a slug where there is one, else to a number.
    private func writtenBack(
        _ content: EventContent, _ open: OpenLedger, _ moment: Moment
    ) throws(Failure) -> EventContent {
        var content = content
        var relations: [EventContent.Part] = []
        for part in content[list: "relations"] {
            guard let value = part.value, var members = value.object,
                let hash = value["to"]?.string.flatMap({ Hash(base64: $0) }),
                let entry = try open.ask({ ledger throws(StoreError) in try ledger.entry(ofStatement: hash) })
            else {
                relations.append(part)
                continue
            }
            let slug = try open.ask { ledger throws(StoreError) in try ledger.event(entry, at: moment.size) }?.content
                .slug
            members["to"] = .string(slug ?? "#\(entry)")
            relations.append(.shown(.object(members)))
        }
        content[list: "relations"] = relations
        return content
    }
}

extension OpenLedger {
    /// The entry that a person means.
    ///
    /// - Parameter size: among the first so many entries; nil for all.
    func entry(named name: String, at size: Int? = nil) throws(Failure) -> Int {
        guard let entry = try ask({ ledger throws(StoreError) in try ledger.entry(named: name, at: size) }) else {
            throw Failure(
                "\(name): there is no such entry, or several begin so",
                hint: "write its number, its slug, or more characters of its hash")
        }
        return entry
    }
}
