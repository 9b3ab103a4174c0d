/// Step 1, as far as it takes the ledger: the public keys beside the policy are those of the ledger, its witnesses and
/// its authors. Whoever checks by hand goes by these files.
extension VerificationPass {
    mutating func checkKeyFiles() {
        guard let policy = request.anchors?.policy, let rights else { return }
        var known: [(label: String, key: [UInt8])] = policy.ledgerKeys.map { ("ledger", $0.material) }
        known += policy.witnesses.map { ("witness", $0.key.material) }
        known += rights.signers.map { (String($0.key.name.dropFirst(policy.origin.text.count + 1)), $0.key.material) }
        for (name, key) in request.keyFiles.sorted(by: { $0.key < $1.key }) {
            let meant = known.filter { $0.label == name }
            if meant.contains(where: { $0.key == key }) { continue }
            if !meant.isEmpty {
                report.findings.append(Finding(.keyFileDiffers, "\(name).pem"))
            } else if !known.contains(where: { $0.key == key }) {
                report.notes.append(Note(.strangeKeyFile, "\(name).pem"))
            }
        }
    }
}
