import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// `daftar show`: one entry.
struct Show: Verb {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show one entry, with its dates, actors and sources.",
        usage: """
            daftar show <entry> [<dir>] [--history] [--yaml] [--fields] [--json]
                    [--ledger <dir>] [--as-of <date> | --at <size>]
            """,
        discussion: """
            With --yaml it writes the event file back: that is how a correction starts.
            With --history it shows each version of an event, what a correction changed
            and why, and all that was said about it. With --fields it lists every part
            that was signed, as `withdraw` calls it, and whether it is shown. What you
            withheld is shown too, and marked, with --include-private and your vault.

            EXAMPLE:
              daftar show 9
              daftar show 9 --history
              daftar show tj-huawei-memorandum-2023 --yaml > huawei.yaml
            """
    )
    .ofVerb

    @Argument(help: ArgumentHelp("The entry: its number, slug or hash.", valueName: "entry"))
    var entry: String
    @OptionGroup var moment: MomentOptions
    @OptionGroup var reading: ReadOptions
    @OptionGroup var inside: PrivateOptions
    @Flag(help: "Every version, and what was said about it.")
    var history = false
    @Flag(help: "Write the event file back.")
    var yaml = false
    @Flag(help: "List its parts, and whether they are shown.")
    var fields = false
    @Flag(help: "Print the entry as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let moment = try moment.moment(in: open)
        let index = try open.entry(named: entry, at: moment.size)
        if fields, moment.day != nil {
            throw Failure("--fields lists what is shown now", hint: "leave --at and --as-of out", exit: .usage)
        }
        defer { moment.say(in: session) }
        if inside.includePrivate, history, !yaml {
            throw Failure("--history tells what is public, and --include-private what is not", exit: .usage)
        }
        if history, !yaml { return try showHistory(index, open, moment, session) }
        if fields {
            try showFields(index, open, session)
            return .done
        }
        guard var event = try open.ask({ ledger throws(StoreError) in try ledger.event(index, at: moment.size) }) else {
            try showOther(index, open, moment, session)
            return .done
        }
        let opened = try inside.open(open, at: moment.size, in: session)
        if let opened { event = opened.open(event) }
        if yaml {
            if !event.privateParts.isEmpty {
                session.warn("it holds what is withheld: \(event.privateParts.joined(separator: ", ").cleaned)")
            }
            session.out.write(EventWriter.yaml(try writtenBack(event.content, open, moment)).cleanedLines)
        } else if json {
            session.out.write(
                bytes: JSONLinesExporter(try Export.context(open, moment, isPrivate: opened != nil)).encode(
                    [event], after: nil))
        } else {
            try EventPage(event: event, moment: moment, open: open, session: session).show()
        }
        return .done
    }

    private func showHistory(
        _ index: Int, _ open: OpenLedger, _ moment: Moment, _ session: Session
    ) throws(Failure) -> Exit {
        let found = try open.ask { ledger throws(StoreError) in try ledger.history(of: index, upTo: moment.size) }
        guard let found else {
            throw Failure(
                "entry \(index) is no event, and has no history", hint: "daftar show \(index) says what it is")
        }
        if json {
            session.print(HistoryJSON.history(found))
        } else {
            HistoryPage(history: found, open: open, session: session).show()
        }
        return .done
    }

    private func showFields(_ index: Int, _ open: OpenLedger, _ session: Session) throws {
        if yaml { throw Failure("--fields and --yaml are two different pages", exit: .usage) }
        guard let parts = try open.ask({ ledger throws(StoreError) in try ledger.parts(ofEntry: index) }) else {
            throw Failure("\(entry): there is no such entry")
        }
        var page = PartsPage(parts: parts, session: session)
        if inside.includePrivate { page.opened = try inside.vault(open, in: session).parts(of: parts) }
        if json { session.print(page.json) } else { page.show() }
    }

    private func showOther(
        _ index: Int, _ open: OpenLedger, _ moment: Moment, _ session: Session
    ) throws(Failure) {
        if yaml {
            throw Failure(
                "entry \(index) is no event: only events are written back as YAML", hint: "daftar show \(index)")
        }
        if let content = try open.ask({ ledger throws(StoreError) in try ledger.content(index, at: moment.size) }) {
            let page = ContentPage(entry: content, size: moment.size, open: open, session: session)
            return try json ? session.print(page.json) : page.show()
        }
        guard let bytes = try open.ask({ ledger throws(StoreError) in try ledger.bytes(ofEntry: index) }) else {
            throw Failure("\(entry): there is no such entry")
        }
        let isDoubted = try open.ask { ledger throws(StoreError) in try ledger.isDoubted(index, at: moment.size) }
        let page = try EntryPage(index, bytes, in: open.ledger, isDoubted: isDoubted)
        if json { session.print(page.json) } else { page.show(session.out) }
    }

    /// Relations as a person writes them: to a slug where there is one, else to a number.
    private func writtenBack(
        _ content: EventContent, _ open: OpenLedger, _ moment: Moment
    ) throws(Failure) -> EventContent {
        var content = content
        // Of the correction that it is now; the next one has a reason of its own.
        content.fields["reason"] = nil
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
