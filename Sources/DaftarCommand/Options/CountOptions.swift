import ArgumentParser
import DaftarStore

/// `--count-by`: how many events, instead of which.
struct CountOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("Count by kind, place, month or actor.", valueName: "what"), transform: CountOptions.groups)
    var countBy: EventGroups?

    private static func groups(_ text: String) throws -> EventGroups {
        guard let groups = EventGroups(rawValue: text) else {
            throw ValidationError("events are counted by kind, place, month or actor")
        }
        return groups
    }
}
