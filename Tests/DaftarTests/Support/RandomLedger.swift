@testable import Daftar

/// Ledgers made by chance: statements of every type, by whom and about what it may happen.
///
/// No test knows what they should be found to be; two verifiers that share no code should say the same. How much mischief
/// is in one differs, so that some are good to the end, and doubt has something to doubt.
struct RandomLedger {
    private var random: SeededGenerator
    private var ledger: Forge
    /// What is wrong once in so many times in the worst ledgers is this much rarer.
    private let honesty: Int

    private var editors = [TestKey.alice, .bela, .cyrus]
    private var authors = [TestKey.rahmon, .sitora]
    private var strangers = [
        TestKey.zafar, .future, TestKey(Forge.origin + "/later"), TestKey(Forge.origin + "/last"),
    ]
    private var revoked: [TestKey] = []
    private var events: [Int] = []
    private var approvals: Int

    static func make(seed: UInt64) -> ForgedLedger {
        var maker = RandomLedger(seed)
        for _ in 0..<Int.random(in: 4...14, using: &maker.random) { maker.addEntry() }
        if maker.mischief(8) { maker.ledger.publishing.size = maker.ledger.entries.count - 1 }
        return maker.ledger.published()
    }

    private init(_ seed: UInt64) {
        random = SeededGenerator(seed: seed)
        honesty = [1, 5, 40][Int(seed % 3)]
        approvals = seed % 4 == 0 ? 2 : 1
        ledger = Forge(approvals: approvals)
    }

    // MARK: Chance

    private mutating func chance(_ times: Int) -> Bool { Int.random(in: 0..<times, using: &random) == 0 }
    private mutating func mischief(_ times: Int) -> Bool { chance(times * honesty) }
    private mutating func pick<T>(_ choices: [T]) -> T { choices[Int.random(in: 0..<choices.count, using: &random)] }

    private mutating func some<T>(_ choices: [T], atLeast least: Int = 1) -> [T] {
        let count = Int.random(in: min(least, choices.count)...choices.count, using: &random)
        return Array(choices.shuffled(using: &random).prefix(count))
    }

    private var everybody: [TestKey] { unique(editors + authors + strangers + revoked) }

    private mutating func seen() -> Int? {
        mischief(4) ? Int.random(in: max(0, ledger.entries.count - 2)...ledger.entries.count, using: &random) : nil
    }

    private mutating func signers() -> [TestKey] { mischief(5) ? some(everybody) : some(unique(editors + authors)) }

    private mutating func officials() -> [TestKey] {
        mischief(6) || editors.isEmpty ? some(everybody) : some(unique(editors), atLeast: mischief(5) ? 1 : approvals)
    }

    private mutating func target() -> Int? {
        mischief(6) ? Int.random(in: 0..<ledger.entries.count, using: &random) : events.randomElement(using: &random)
    }

    // MARK: Entries

    private mutating func addEntry() {
        switch Int.random(in: 0..<14, using: &random) {
        case 0...3: addContent()
        case 4, 5: addAbout()
        case 6, 7: addGrant()
        case 8, 9, 10: addRevocation()
        case 11: addWithdrawal()
        case 12: addRelease()
        default: addAmendment()
        }
    }

    private mutating func addContent() {
        let type = chance(40) ? "!vote" : (chance(6) ? "measurement" : "event")
        let withheld = Set(["title", "date", "actors"].filter { _ in chance(4) })
        let hooks = mischief(15) ? EntryHooks.lines { $0.reverse() } : EntryHooks()
        let by = type == "!vote" ? officials() : signers()
        let entry = ledger.content(Forge.Content(type: type, withheld: withheld), by: by, seen: seen(), hooks)
        if type == "event" { events.append(entry) }
        if mischief(15) { ledger.entries[entry].shown = ledger.entries[entry].shown.dropLast() }
        if mischief(15) { ledger.entries[entry].shown += ledger.entries[entry].hidden }
    }

    private mutating func addAbout() {
        guard let entry = target() else { return addContent() }
        let type = pick(["correction", "retraction", "remark"])
        let other = type == "remark" && chance(3) ? target() : nil
        let by = unique(mischief(3) || type == "remark" ? signers() : signers() + officials())
        ledger.about(type, entry, to: other == entry ? nil : other, by: by, seen: seen())
    }

    private mutating func addGrant() {
        guard mischief(6) || !strangers.isEmpty else { return addContent() }
        let key = strangers.isEmpty || mischief(6) ? pick(everybody) : strangers.removeFirst()
        let isEditor = chance(2)
        ledger.grant(key, isEditor ? "editor" : "author", by: officials(), seen: seen())
        if isEditor { editors.append(key) } else { authors.append(key) }
    }

    private mutating func addRevocation() {
        let isAgain = !revoked.isEmpty && chance(4), isOwn = !isAgain && chance(4)
        guard isAgain || authors.count + editors.count > approvals + 1 else { return addContent() }
        let key =
            isAgain ? pick(revoked) : (mischief(8) ? pick(everybody) : pick(authors + editors.dropFirst(approvals)))
        let reason = isAgain || chance(2) ? "compromised" : pick(["retired", "superseded"])
        let hasSince = mischief(16) != (reason == "compromised" && !isOwn)
        let since = hasSince ? Int.random(in: 0...ledger.entries.count + (mischief(8) ? 1 : 0), using: &random) : nil
        let others = editors.filter { $0.name != key.name || chance(3) }
        editors.removeAll { $0.name == key.name }
        authors.removeAll { $0.name == key.name }
        revoked.append(key)
        let by =
            isOwn
            ? [key] : (mischief(6) || others.count < approvals ? officials() : some(unique(others), atLeast: approvals))
        ledger.revoke(key, reason, since: since, by: by, seen: seen())
    }

    private mutating func addWithdrawal() {
        guard let entry = target() else { return addContent() }
        let digests = ledger.entries[entry].shownDigests + ledger.entries[entry].hiddenDigests
        let shown = ledger.entries[entry].shown
        ledger.withdraw(digests.isEmpty ? [Hash.sha256([1]).base64] : some(digests), of: entry, by: officials())
        if chance(4) { ledger.entries[entry].shown = shown }
    }

    private mutating func addRelease() {
        let entries = ledger.entries.indices.filter { !ledger.entries[$0].hidden.isEmpty }
        guard let entry = entries.randomElement(using: &random) else { return addContent() }
        let digests = mischief(8) ? ledger.entries[entry].shownDigests : ledger.entries[entry].hiddenDigests
        guard !digests.isEmpty else { return }
        ledger.release(some(digests), of: entry, by: mischief(4) ? signers() : officials(), isPublished: !mischief(3))
    }

    private mutating func addAmendment() {
        let by = officials(), most = mischief(6) ? 9 : max(1, editors.count)
        approvals = Int.random(in: 1...min(most, 3), using: &random)
        ledger.append(["type": "amendment", "approvals": .integer(approvals)], by: by, seen: seen())
    }

    private func unique(_ keys: [TestKey]) -> [TestKey] {
        var names: Set<String> = []
        return keys.filter { names.insert($0.nameAndID).inserted }
    }
}
