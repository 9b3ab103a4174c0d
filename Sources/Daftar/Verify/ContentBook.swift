/// The parts of all entries that are not shown, or shown though withheld, and what became of them: the memory of step 9.
struct ContentBook: Sendable {
    /// Ascending by entry, then by digest, since entries come in order.
    private var parts = PagedArray<OpenPart>()
    /// Where a released part that is not here was released first.
    private var releases: [Int: Int] = [:]
    /// Withdrawn parts by entry, and those that this copy still shows.
    private(set) var withdrawn: [Int: Int] = [:]
    private var stillHere: [Int: Int] = [:]
    private var withdrawnShown: Set<WithdrawnPart> = []
    private(set) var shown = 0

    struct WithdrawnPart: Hashable { let entry: Int, hash: Hash }

    mutating func add(_ open: [OpenPart], shown: Int) {
        parts.append(contentsOf: open)
        self.shown += shown
    }

    mutating func apply(_ effect: Judgement.ContentEffect, at index: Int) {
        switch effect {
        case .withdrawal(let entry, let digests): for digest in digests { withdraw(digest, of: entry) }
        case .release(let entry, let digests): for digest in digests { release(digest, of: entry, at: index) }
        }
    }

    private mutating func withdraw(_ digest: Hash, of entry: Int) {
        if let position = position(digest, of: entry) {
            if parts[position].isWithdrawn { return }
            parts[position].isWithdrawn = true
            if parts[position].isShown { stillHere[entry, default: 0] += 1 }
        } else {
            // Not among the open parts, so it is shown: nobody may see it through us any more.
            guard withdrawnShown.insert(WithdrawnPart(entry: entry, hash: digest)).inserted else { return }
            stillHere[entry, default: 0] += 1
        }
        withdrawn[entry, default: 0] += 1
    }

    /// True for a part that a withdrawal took out, whether this copy still holds it or not.
    func isWithdrawn(_ digest: Hash, of entry: Int) -> Bool {
        if let position = position(digest, of: entry) { return parts[position].isWithdrawn }
        return withdrawnShown.contains(WithdrawnPart(entry: entry, hash: digest))
    }

    /// True for a part that was signed and may be published: not withdrawn, and not withheld but where it was released.
    /// Every part must have been taken for one that is not shown.
    func allows(_ digest: Hash, of entry: Int) -> Bool {
        guard let position = position(digest, of: entry) else { return false }
        let part = parts[position]
        return !part.isWithdrawn && (!part.isWithheld || part.isReleased)
    }

    private mutating func release(_ digest: Hash, of entry: Int, at index: Int) {
        guard let position = position(digest, of: entry), !parts[position].isReleased else { return }
        parts[position].isReleased = true
        if !parts[position].isShown { releases[position] = index }
    }

    /// Binary search by entry and digest.
    private func position(_ digest: Hash, of entry: Int) -> Int? {
        var low = 0, high = parts.count
        while low < high {
            let middle = (low + high) / 2
            let part = parts[middle]
            if (Int(part.entry), part.hash) < (entry, digest) { low = middle + 1 } else { high = middle }
        }
        guard low < parts.count, Int(parts[low].entry) == entry, parts[low].hash == digest else { return nil }
        return low
    }

    /// What the whole tree makes of the parts.
    ///
    /// - Parameter lastOther: the last entry that is no release: a release before it must be followed by its content.
    /// - Parameter selection: whose content the files carry; what others miss was left out.
    func settle(lastOther: Int, _ selection: Selection? = nil) -> ContentOutcome {
        var outcome = ContentOutcome(withdrawn: withdrawn, stillHere: stillHere)
        func isLeftOut(_ entry: Int) -> Bool { selection.map { !$0.contains(entry) } ?? false }
        for position in 0..<parts.count {
            let part = parts[position], entry = Int(part.entry)
            if part.isShown {
                if !part.isReleased { outcome.published.append((entry, part.hash)) }
            } else if part.isWithdrawn {
                continue
            } else if let release = releases[position] {
                if isLeftOut(entry) {
                    outcome.leftOut[entry, default: 0] += 1
                } else if release < lastOther {
                    outcome.missing.append((entry, part.hash))
                } else {
                    outcome.releasedNotHere.insert(entry)
                }
            } else if part.isWithheld {
                outcome.withheld[entry, default: 0] += 1
            } else if isLeftOut(entry) {
                outcome.leftOut[entry, default: 0] += 1
            } else {
                outcome.missing.append((entry, part.hash))
            }
        }
        return outcome
    }
}

/// What step 9 found about parts that are not simply shown.
struct ContentOutcome: Sendable {
    var withdrawn: [Int: Int]
    var stillHere: [Int: Int]
    var withheld: [Int: Int] = [:]
    var leftOut: [Int: Int] = [:]
    var releasedNotHere: Set<Int> = []
    var missing: [(entry: Int, hash: Hash)] = []
    /// Withheld parts that are shown and were never released.
    var published: [(entry: Int, hash: Hash)] = []
}
