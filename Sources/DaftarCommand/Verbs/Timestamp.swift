import ArgumentParser
import Daftar
import DaftarStore

/// `daftar timestamp`: outside authorities say when the ledger was what it is (RFC 3161).
struct TimestampVerb: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "timestamp", abstract: "Ask an authority for a timestamp, and keep its answer.",
        discussion: """
            A timestamp proves that everything up to an entry existed at a time, so that
            nobody can say that it was invented later. The request goes out by whatever
            means you have: daftar itself has no network. The authority learns one hash.

            EXAMPLE:
              daftar timestamp request -o today.tsq
              daftar timestamp add today.tsr
            """,
        subcommands: [TimestampMake.self, TimestampAdd.self])
}

/// `daftar timestamp request`
struct TimestampMake: Verb {
    static let configuration = CommandConfiguration(
        commandName: "request", abstract: "Write a request over the newest checkpoint.",
        usage: "daftar timestamp request -o <file> [--at <size>] [<dir>] [--ledger <dir>]",
        discussion: """
            The request (RFC 3161) is over the SHA-256 of the checkpoint's three lines:
            openssl ts -query -in FILE -text reads it.

            EXAMPLE:
              daftar timestamp request -o today.tsq --ledger Records
            """)

    @Option(name: .shortAndLong, help: ArgumentHelp("Where to write it.", valueName: "file"), completion: .file())
    var output: String
    @Option(help: ArgumentHelp("Over the first so many entries instead.", valueName: "size"))
    var at: Int?
    @OptionGroup var reading: ReadOptions

    func run(in session: Session) throws -> Exit {
        let open = try reading.open(in: session)
        let checkpoint = try checkpoint(open)
        let request: [UInt8]
        do { request = try TimestampRequest.make(over: checkpoint) } catch { throw Failure(error.description) }
        let name = output.hasSuffix(".tsq") ? output : output + ".tsq"
        try OutFile.write(request, to: session.path(name))
        let stem = String(name.dropLast(4)).cleaned
        session.say(
            "\(name.cleaned): asks for a timestamp over \(Words.count(checkpoint.size, "entry", "entries")), root \(checkpoint.root.base64.middleCut(8, 7))"
        )
        session.say("Send it by whatever means you have, for example:")
        session.say("  curl -H 'Content-Type: \(TimestampRequest.mediaType)' \\")
        session.say("      --data-binary @\(name.cleaned) -o \(stem).tsr ADDRESS-OF-THE-AUTHORITY")
        session.say("then: daftar timestamp add \(stem).tsr")
        return .done
    }

    private func checkpoint(_ open: OpenLedger) throws(Failure) -> Checkpoint {
        let newest = try open.ask { ledger throws(StoreError) in try ledger.seen().size }
        let published = try Anchors.checkpoint(.checkpoint, of: open.directory)?.checkpoint.size
        let size = at ?? published ?? newest
        guard let checkpoint = try open.ask({ ledger throws(StoreError) in try ledger.head(at: size) }) else {
            throw Failure("the ledger never had \(size) entries", hint: "it has \(Words.grouped(newest)) now")
        }
        return checkpoint
    }
}

/// `daftar timestamp add`
struct TimestampAdd: Verb {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Take an authority's response into the ledger.",
        discussion: """
            It is checked first, as it will be for ever: over a checkpoint of this ledger,
            signed by an authority of your trust anchors (Keys/tsa.pem) whose certificate
            was good at that time, and is for timestamps. Its certificates are in it, and
            stay in it. A good timestamp is never replaced.

            EXAMPLE:
              daftar timestamp add today.tsr --ledger Records
            """)

    @Argument(help: ArgumentHelp("The response.", valueName: "file"), completion: .file())
    var file: String
    @OptionGroup var location: LedgerOption
    @OptionGroup var trust: TrustOption
    @Flag(help: "Print what it says as JSON.")
    var json = false

    func run(in session: Session) throws -> Exit {
        let open = try OpenLedger.open(location.ledger, trust: trust.trust, in: session)
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(file), limit: TimestampResponse.limit) } catch {
            throw Failure(error)
        }
        let stamp: Timestamp
        do { stamp = try open.ledger.add(timestamp: bytes) } catch .timestamp(let refusal) {
            throw Failure(refusal).at(file)
        } catch { throw Failure(error) }
        show(stamp, open, session)
        return .done
    }

    private func show(_ stamp: Timestamp, _ open: OpenLedger, _ session: Session) {
        let size = stamp.checkpoint.size, response = stamp.response
        let path = Path.join(open.directory.path, LedgerPlace.timestamp(size: size).path)
        if json {
            session.print([
                "size": .integer(size), "time": .string(response.time), "authority": .string(response.authority),
                "path": .string(path),
            ])
        }
        let place = stamp.wasThere ? "\(path) was there already:" : "\(path):"
        let words = TimestampWords.says(response.time, response.authority)
        session.say("\(place) \(TimestampWords.existed(size, response.time)), \(words)".cleaned)
    }
}
