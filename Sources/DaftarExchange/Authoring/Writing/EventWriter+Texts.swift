import Daftar

extension EventWriter {
    /// The file that a retraction or a remark would be, of texts that were said on the command line.
    public static func yaml(_ texts: [String: String], language: String, as form: EntryForm) -> String {
        var content = EventContent()
        for (name, text) in texts { content.fields[name] = .object([language: .string(text)]) }
        return yaml(content, as: form)
    }
}
