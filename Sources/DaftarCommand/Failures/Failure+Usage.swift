import ArgumentParser
import Daftar

extension Failure {
    /// What is wrong with the arguments: the parser's words in our form, with the page that says what is right.
    ///
    /// ```
    /// error: unknown option '--knd'
    /// hint: did you mean '--kind'? daftar list --help
    /// ```
    init(usage error: any Error, _ arguments: [String]) {
        let (path, commands) = Failure.verb(arguments)
        let parts = Root.message(for: error).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            .split(separator: ". Did you mean ", maxSplits: 1)
        var page = path.joined(separator: " ") + " --help"
        if parts.count > 1 {
            page = "did you mean \(parts[1]) \(page)"
        } else if let word = arguments.dropFirst(path.count - 1).first, !word.hasPrefix("-"),
            let nearest = NearestWord.of(word, in: commands)
        {
            page = "did you mean \((path + [nearest]).joined(separator: " "))? \(page)"
        }
        let message = parts.first.map { $0.prefix(1).lowercased() + $0.dropFirst() } ?? ""
        self.init(message.isEmpty ? "the arguments are not understood" : message, hint: page, exit: .usage)
    }

    /// The verb that the arguments begin with, and those that could stand behind it.
    private static func verb(_ arguments: [String]) -> (path: [String], commands: [String]) {
        var path = [Root._commandName], commands = Root.configuration.subcommands
        for word in arguments {
            guard let verb = commands.first(where: { $0._commandName == word }) else { break }
            path.append(word)
            commands = verb.configuration.subcommands
        }
        return (path, commands.map { $0._commandName })
    }
}
