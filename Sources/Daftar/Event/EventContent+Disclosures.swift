extension EventContent {
    /// Puts together what a statement signed and what is disclosed of it.
    ///
    /// - Parameters:
    ///   - statement: what was signed.
    ///   - disclosures: canonical arrays; those that the statement did not sign are passed over.
    ///   - withdrawn: digests that a signed entry took out: they are not shown even where this copy still holds them.
    public init(_ statement: Statement, disclosures: [[UInt8]], withdrawn: Set<Hash> = []) {
        self.init(statement.parts(disclosures: disclosures, withdrawn: withdrawn))
    }

    /// Puts the parts of one statement together.
    public init(_ parts: [SignedPart]) {
        self.init()
        for part in parts {
            switch (part.list, part.name, part.content) {
            case (let list?, _, _): append(part.content, to: list)
            case (nil, let name?, .shown(let value)): fields[name] = value
            case (nil, _, .notShown(let reason)): fieldsNotShown[reason, default: 0] += 1
            // Without a name no field is shown.
            case (nil, nil, .shown): break
            }
        }
    }
}
