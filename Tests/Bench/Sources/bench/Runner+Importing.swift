import Foundation

extension Runner {
    /// A table of small rows into an empty ledger.
    mutating func importing() throws {
        let ledger = try makeLedger("import"), table = path("events.csv")
        try EventLines.writeTable(0..<size, to: table)
        defer { unlink(table) }
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        let run = try daftar(["import", table, "--yes"] + ledger.writing)
        speeds.append(try OpenSSLSpeed.measure(cores: cores))
        add(
            .ratio(
                "import \(size) small rows, of the sign rate", Double(size) / run.seconds / signRate, atLeast: 0.20))
        try FileManager.default.removeItem(atPath: path("import"))
    }
}
