import ArgumentParser
import Daftar
import DaftarExchange
import DaftarStore

/// How what is imported is read.
struct ImportOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("csv, jsonl, yaml or auto.", valueName: "form"), completion: .words(ImportInput.Form.self),
        transform: WordArgument.read)
    var from: ImportInput.Form = .auto
    @Option(
        help: ArgumentHelp("A column map: a file, or the name of a built-in one.", valueName: "map"),
        completion: .file())
    var map: String?
    @Option(
        help: ArgumentHelp("What a field is in every row; may be repeated.", valueName: "field=value"),
        transform: ImportOptions.setting)
    var set: [Setting] = []
    @Option(help: ArgumentHelp("A part that is not published; may be repeated.", valueName: "path"))
    var withhold: [String] = []

    struct Setting {
        let field: String
        let value: String
    }

    private static func setting(_ text: String) throws -> Setting {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw ValidationError("`\(text)` is not FIELD=VALUE, such as kind=disruption/site-block")
        }
        return Setting(field: parts[0], value: parts[1])
    }

    /// The map that was named; what is wrong with it goes to `report`.
    func columnMap(_ report: inout ImportReport, in session: Session) throws(Failure) -> ColumnMap? {
        guard let map else { return nil }
        if let builtIn = ColumnMap.named(map), !FileSystem.exists(session.path(map)) { return builtIn }
        let bytes: [UInt8]
        do { bytes = try FileSystem.read(session.path(map), limit: 4 << 20) } catch  where error.isAbsent {
            let known = ColumnMap.names.map(\.key)
            throw Failure(
                "\(map): there is no such map", hint: "a YAML file, or one of \(known.joined(separator: ", "))")
        } catch { throw Failure(error) }
        let (read, diagnostics) = ColumnMap.read(bytes, path: map)
        if !diagnostics.isEmpty { report.add(diagnostics, path: map) }
        return read
    }
}
