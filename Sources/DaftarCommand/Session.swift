public import Daftar
import DaftarStore

/// What a run may touch of the world beside files: handed in, so that tests hold all of it in their hands.
public final class Session {
    public let environment: [String: String]
    /// Data.
    public let out: Output
    /// Everything else.
    public let err: Output
    /// Nil where nobody is at a terminal.
    public let person: (any Person)?
    /// The day, UTC, by this machine's clock; nil where it tells none.
    public let today: RecordedDay?
    /// The time by this machine's clock, in seconds since 1970; nil where it tells none.
    public let now: Int64?
    /// Where relative paths begin; empty for the folder that this process is in.
    let folder: String

    public init(
        environment: [String: String], out: Output, err: Output, person: (any Person)? = nil,
        today: RecordedDay?, now: Int64?, folder: String = ""
    ) {
        (self.environment, self.out, self.err) = (environment, out, err)
        (self.person, self.today, self.now, self.folder) = (person, today, now, folder)
    }

    /// A path as it was given, from where relative ones begin.
    func path(_ given: String) -> String {
        given.hasPrefix("/") || folder.isEmpty ? given : folder + "/" + given
    }

    /// This person's own folders.
    func folders() throws(Failure) -> UserFolders {
        do { return try UserFolders(environment: environment) } catch { throw Failure(error) }
    }

    /// A value for machines: one line of canonical JSON.
    func print(_ value: JSONValue) {
        out.write(bytes: CanonicalJSON.encode(value.cleaned))
        out.line()
    }

    // MARK: Beside the data

    /// A line on standard error; what was printed before is out first.
    func say(_ text: String = "") {
        out.flush()
        err.line(text)
        err.flush()
    }

    func warn(_ text: String) { report("warning:", .caution, text) }
    func note(_ text: String) { report("note:", .dim, text) }
    func hint(_ text: String) { report("hint:", .emphasis, text) }

    func report(_ failure: Failure) {
        report("error:", .bad, failure.message)
        if let hint = failure.hint { self.hint(hint) }
    }

    private func report(_ label: String, _ style: Style, _ text: String) {
        out.flush()
        let lines = Wrap.hanging(label + " ", text.cleanedLines, err.screen.columns)
        err.write(err.styled(label, style) + lines.dropFirst(label.utf8.count))
        err.flush()
    }
}
