import ArgumentParser
import Daftar
import DaftarStore
import Glibc

/// The command `daftar`, as a function: arguments and a world in, text and an exit code out.
public enum Program {
    /// Runs one command line, without the program's own name.
    public static func run(_ arguments: [String], in session: Session) -> Exit {
        let exit = attempt(arguments, session)
        session.out.flush()
        session.err.flush()
        guard session.out.isBroken, exit == .done else { return exit }
        session.report(Failure("standard output could not be written"))
        return .failed
    }

    /// Runs this process's own command line, and ends it.
    public static func main() -> Never {
        Interrupt.install()
        FreedMemory.keepForReuse()
        exit(run(Array(CommandLine.arguments.dropFirst()), in: .ofThisProcess()).rawValue)
    }

    private static func attempt(_ arguments: [String], _ session: Session) -> Exit {
        do {
            if let verb = Root.verb(arguments) { return try verb.run(in: session) }
            var command = try Root.parseAsRoot(arguments)
            if let verb = command as? any Verb { return try verb.run(in: session) }
            // Help, and whatever else the parser answers itself, comes back as an error.
            try command.run()
            return .done
        } catch let failure as Failure {
            session.report(failure)
            return failure.exit
        } catch let exit as Exit {
            return exit
        } catch {
            return answer(error, arguments, session)
        }
    }

    /// Help is data; what is wrong with the arguments is not.
    private static func answer(_ error: any Error, _ arguments: [String], _ session: Session) -> Exit {
        guard Root.exitCode(for: error) == .success else {
            session.report(Failure(usage: error, arguments))
            return .usage
        }
        let text = Root.fullMessage(for: error, columns: min(session.out.screen.columns, 80)).cleanedLines
        session.out.write(text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
        return .done
    }
}

/// A verb of the command line. (ArgumentParser's own `run()` knows no world but the process's.)
protocol Verb: ParsableCommand {
    func run(in session: Session) throws -> Exit
}
