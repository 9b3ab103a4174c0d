/// Step 11: each response in `timestamps/` fits the true root at its size, and verifies under the anchors.
extension VerificationPass {
    mutating func checkTimestamps() throws(LedgerReadError) {
        guard let origin = report.origin, let survey else { return }
        for size in try request.files.timestampSizes().sorted() {
            let place = LedgerPlace.timestamp(size: size)
            guard size > 0, let root = survey.root(atSize: size) else {
                report.findings.append(Finding(.timestampOther, "\(place.path): the ledger has \(report.size) entries"))
                continue
            }
            guard let bytes = try request.files.read(place, limit: TimestampResponse.limit).bytes else {
                report.findings.append(Finding(.timestampForm, place.path))
                continue
            }
            check(bytes, Checkpoint(origin: origin, size: size, root: root), place)
        }
    }

    private mutating func check(_ bytes: [UInt8], _ head: Checkpoint, _ place: LedgerPlace) {
        do throws(TimestampResponse.Fault) {
            let checked = try TimestampResponse.check(
                bytes, over: head.text, authorities: request.anchors?.timestampAuthorities ?? [])
            let verdict = TimestampVerdict(
                size: head.size, time: checked.response.time, authority: checked.response.authority)
            if checked.isVerified {
                report.timestamps.append(verdict)
            } else {
                report.notes.append(Note(.unreadableTimestamp, place.path))
            }
        } catch {
            switch error {
            case .form: report.findings.append(Finding(.timestampForm, place.path))
            case .imprint: report.findings.append(Finding(.timestampOther, place.path))
            case .untrusted: report.findings.append(Finding(.timestampUntrusted, place.path))
            }
        }
    }
}
