import Daftar
import DaftarStore

/// What a correction, a retraction or a remark is about, with everything that stands about it already.
struct Subject {
    let content: SignedContent
    /// Of the event, or of the event that the remark is about; nil where that can't be known.
    let history: EventHistory?
    var entry: Int { content.entry }
    var isEvent: Bool { content.type == .event }

    /// `entry 12, Title`
    var title: String {
        let title = isEvent ? history?.shown.content.title?.text() : nil
        return "entry \(entry)" + (title.map { ", \($0.cleaned)" } ?? ", a \(content.word)")
    }

    /// The event that is meant.
    ///
    /// - Parameter verb: what is done to it, for the next step where it is none: `correct`.
    static func event(_ name: String, to verb: String, in open: OpenLedger) throws(Failure) -> Subject {
        let subject = try find(name, to: verb, in: open)
        guard !subject.isEvent else { return subject }
        throw subject.refusal(verb)
    }

    /// The event or the remark that is meant.
    static func eventOrRemark(_ name: String, to verb: String, in open: OpenLedger) throws(Failure) -> Subject {
        let subject = try find(name, to: verb, in: open)
        guard !subject.isEvent, subject.content.type != .remark else { return subject }
        throw subject.refusal(verb)
    }

    /// What a statement hash stands for; nil where this ledger has no content of it.
    static func find(statement: Hash, in open: OpenLedger) throws(Failure) -> Subject? {
        let entry = try open.ask { ledger throws(StoreError) in try ledger.entry(ofStatement: statement) }
        return try entry.flatMap { entry throws(Failure) in try read(entry, open) }
    }

    /// It was not retracted before.
    func checkStands() throws(Failure) {
        guard let retraction = history?.retraction(of: entry) else { return }
        throw Failure("entry \(entry) was retracted already, by entry \(retraction)", hint: "daftar show \(retraction)")
    }

    // MARK: Looking up

    private static func find(_ name: String, to verb: String, in open: OpenLedger) throws(Failure) -> Subject {
        if Hash(base64: name) != nil,
            try open.ask({ ledger throws(StoreError) in try ledger.entry(named: name) }) == nil
        {
            throw Failure(
                "\(name): no entry of this ledger has this hash",
                hint: "another ledger's entries are \(past(verb)) there")
        }
        let entry = try open.entry(named: name)
        if let subject = try read(entry, open) { return subject }
        throw Failure(
            "entry \(entry) is no event, and only events are \(past(verb))",
            hint: "daftar show \(entry) says what it is")
    }

    private static func read(_ entry: Int, _ open: OpenLedger) throws(Failure) -> Subject? {
        try open.ask { ledger throws(StoreError) in
            guard let content = try ledger.content(entry) else { return nil }
            var event = content
            // A retraction may be of a remark, which is about the event.
            while let about = event.about, let next = try ledger.content(about) { event = next }
            return Subject(content: content, history: try ledger.history(of: event.entry))
        }
    }

    // MARK: Words

    private func refusal(_ verb: String) -> Failure {
        let past = Subject.past(verb), about = content.about.map { "entry \($0)" } ?? "another entry"
        let event = history?.event.entry ?? entry
        switch content.type {
        case .correction:
            return Failure(
                "entry \(entry) is itself a correction, of \(about)",
                hint: "of an event the last correction counts: daftar \(verb) \(event)")
        case .retraction:
            return Failure(
                "entry \(entry) is a retraction of \(about), and that is final",
                hint: "a new event may say it anew: daftar append FILE.yaml")
        default:
            return Failure(
                "entry \(entry) is a \(content.word), of \(about), and only events are \(past)",
                hint: verb == "correct" ? "daftar retract \(entry) takes it back" : "daftar \(verb) \(event)")
        }
    }

    private static func past(_ verb: String) -> String { verb + (verb.hasSuffix("e") ? "d" : "ed") }
}
