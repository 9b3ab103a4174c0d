import Daftar

/// Statement files among those that were named: copies of one statement that were signed apart count as one, with the
/// lines of all of them.
struct StatementCopies {
    private var files: [Hash: StatementFile] = [:]
    /// By the name of the file.
    private var hashes: [String: Hash] = [:]
    private var merged: Set<Hash> = []

    init(_ inputs: [InputFile]) throws(Failure) {
        for input in inputs where input.kind == .statement {
            let file = try StatementFile.read(input), hash = file.statement.hash
            hashes[input.name] = hash
            guard var first = files[hash] else {
                files[hash] = file
                continue
            }
            guard first.disclosures == file.disclosures else {
                throw Failure("\(input.name): is a copy of another file here, with other content beside it")
            }
            // Whose lines these are, and whether they are good, the ledger says when it takes the statement.
            try Failure.signing { () throws(SigningError) in try first.statement.merge(file.statement, keys: []) }
            files[hash] = first
            merged.insert(hash)
        }
    }

    /// True where a file has copies among the others.
    func isMerged(_ input: InputFile) -> Bool { hashes[input.name].map(merged.contains) ?? false }

    /// The statement in a file, with the lines of its copies; nil for a copy of what was taken before.
    mutating func take(_ input: InputFile) -> StatementFile? {
        hashes[input.name].flatMap { files.removeValue(forKey: $0) }
    }
}
