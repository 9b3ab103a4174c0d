import Daftar
import DaftarExchange
import DaftarStore

/// One import: everything is read and judged, then shown, and then appended as one batch.
struct ImportRun {
    private let verb: ImportVerb
    private let files: [String]
    private let ledger: String?
    private let session: Session

    init(_ verb: ImportVerb, _ files: [String], ledger: String?, in session: Session) {
        (self.verb, self.files, self.ledger, self.session) = (verb, files, ledger, session)
    }

    func run() throws -> Exit {
        let open = try place(), inputs = try ImportInput.all(files, as: verb.reading.from, in: session)
        let reading = try read(inputs, open)
        tell(reading)
        guard reading.report.isGood else {
            session.report(
                Failure(
                    "\(reading.report.summary); nothing was appended",
                    hint: "correct it, then try again; daftar explain CODE says more"))
            return .failed
        }
        session.say("\(reading.report.summary)")
        guard let open else { return .done }
        return try append(reading, to: open)
    }

    // MARK: Steps

    /// The ledger; nil where there is none and nothing is to be appended.
    private func place() throws(Failure) -> OpenLedger? {
        do { return try OpenLedger.open(ledger, trust: verb.append.trust.trust, in: session) } catch {
            guard error.exit == .noLedger, verb.dryRun, ledger == nil else { throw error }
            session.note("there is no ledger here: slugs and relations were not looked up in one")
            return nil
        }
    }

    private func read(_ inputs: [ImportInput], _ open: OpenLedger?) throws(Failure) -> ImportReading {
        var report = ImportReport()
        let map = try verb.reading.columnMap(&report, in: session)
        var reading = ImportReading(
            map: map, set: verb.reading.set.map { ($0.field, $0.value) }, withholding: verb.reading.withhold,
            in: session)
        reading.report = report
        guard report.isGood else { return reading }
        try reading.read(inputs)
        var check = ImportCheck(reading, open, in: session)
        for diagnostic in try check.run() { reading.report.add(diagnostic) }
        return reading
    }

    private func tell(_ reading: ImportReading) {
        for map in reading.maps {
            if map.isUnverified {
                session.warn(
                    "the map \(map.name.cleaned) is unverified: it was made from descriptions of such a sheet; look closely at what comes of it"
                )
            }
            if !map.note.isEmpty { session.note("map \(map.name.cleaned): \(map.note)") }
        }
        if reading.skipped > 0 {
            session.note("the map passes over \(Words.count(reading.skipped, "row"))")
        }
        session.err.flush()
        switch verb.report {
        case .text: session.err.write(reading.report.text.cleanedLines)
        case .json: session.print(json(reading))
        case .sarif: session.print(reading.report.sarif(version: Root.version))
        }
        session.err.flush()
    }

    private func json(_ reading: ImportReading) -> JSONValue {
        var object = reading.report.json.object ?? [:]
        object["maps"] = .array(
            reading.maps.map { ["name": .string($0.name), "unverified": .bool($0.isUnverified)] })
        object["skipped"] = .integer(reading.skipped)
        return .object(object)
    }

    private func append(_ reading: ImportReading, to open: OpenLedger) throws -> Exit {
        var appending = try Appending(Batch(imported: reading.items), open, in: session)
        appending.waiting.isCancelling = verb.append.waiting.cancelWaiting
        appending.showInnerDuplicates()
        try appending.showDuplicates()
        var run = AppendRun(appending, verb.append)
        // What is on standard output is the report, and one document.
        run.printsEntries = verb.report == .text
        if verb.dryRun { return try run.rehearse() }
        return try run.run(try KeyRing(verb.append, in: session))
    }
}
