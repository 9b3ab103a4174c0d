import Foundation

/// Another program, run to its end: how long it took, on which processors, and how much memory it held at most.
struct Child {
    let seconds: Double
    let cpuSeconds: Double
    let peakMiB: Double
    let status: Int32
    let output: String

    struct Failed: Error { let arguments: [String], status: Int32, output: String }

    /// Runs `arguments` with `environment` added; what it writes goes to one file.
    @discardableResult
    static func run(_ arguments: [String], environment: [String: String] = [:], allowed: [Int32] = [0]) throws -> Child
    {
        let log = FileManager.default.temporaryDirectory.appendingPathComponent("bench-\(getpid()).out").path
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, log, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        posix_spawn_file_actions_adddup2(&actions, 1, 2)
        let variables = ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0)=\($1)" }
        var argv = arguments.map { strdup($0) } + [nil], envp = variables.map { strdup($0) } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid = pid_t()
        let start = DispatchTime.now().uptimeNanoseconds
        let error = posix_spawnp(&pid, arguments[0], &actions, nil, &argv, &envp)
        guard error == 0 else { throw Failed(arguments: arguments, status: error, output: "can't be started") }
        var status: Int32 = 0
        var usage = rusage()
        wait4(pid, &status, 0, &usage)
        let seconds = Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        let output = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
        unlink(log)
        let code = status & 0x7F == 0 ? status >> 8 & 0xFF : -(status & 0x7F)
        guard allowed.contains(code) else {
            throw Failed(arguments: arguments, status: code, output: String(output.suffix(800)))
        }
        return Child(
            seconds: seconds, cpuSeconds: time(usage.ru_utime) + time(usage.ru_stime),
            peakMiB: Double(usage.ru_maxrss) / 1024, status: code, output: output)
    }

    private static func time(_ value: timeval) -> Double { Double(value.tv_sec) + Double(value.tv_usec) / 1e6 }
}

/// What OpenSSL alone does on the same cores, now.
struct OpenSSLSpeed {
    let signs: Double
    let verifies: Double

    static func measure(cores: Int) throws -> OpenSSLSpeed {
        let child = try Child.run(["openssl", "speed", "-seconds", "1", "-multi", "\(cores)", "ed25519"])
        guard let line = child.output.split(separator: "\n").last(where: { $0.contains("Ed25519") }) else {
            throw Child.Failed(arguments: ["openssl", "speed"], status: 0, output: child.output)
        }
        let numbers = line.split(separator: " ").suffix(2).compactMap { Double($0) }
        return OpenSSLSpeed(signs: numbers[0], verifies: numbers[1])
    }
}
