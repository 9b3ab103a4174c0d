import Glibc

/// Where this person's things lie (XDG base directories). They are named once, at the start, and handed down: nothing
/// deeper down looks into the environment.
public struct UserFolders: Hashable, Sendable {
    /// `$XDG_STATE_HOME/daftar`: working state and memory.
    public let state: String
    /// `$XDG_CONFIG_HOME/daftar`: keys and accepted trust anchors.
    public let config: String
    /// `$XDG_DATA_HOME/daftar`: the author's vault.
    public let data: String

    public init(state: String, config: String, data: String) {
        (self.state, self.config, self.data) = (state, config, data)
    }

    /// By the rules of XDG: a variable that is empty or no absolute path counts as not set.
    public init(environment: [String: String]) throws(StoreError) {
        func base(_ variable: String, _ fallback: String) throws(StoreError) -> String {
            if let path = environment[variable], path.hasPrefix("/") { return Path.join(path, "daftar") }
            guard let home = environment["HOME"], home.hasPrefix("/") else { throw .noHome }
            return Path.join(home, fallback, "daftar")
        }
        state = try base("XDG_STATE_HOME", ".local/state")
        config = try base("XDG_CONFIG_HOME", ".config")
        data = try base("XDG_DATA_HOME", ".local/share")
    }

    /// Those of this process.
    public static func ofThisProcess() throws(StoreError) -> UserFolders {
        var environment: [String: String] = [:]
        for name in ["HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"] {
            if let value = unsafe getenv(name) { environment[name] = unsafe String(cString: value) }
        }
        return try UserFolders(environment: environment)
    }

    /// Makes a folder that only its owner may look into, and closes one that stands open.
    static func makePrivate(_ path: String) throws(SystemError) {
        try FileSystem.makeFolder(path, mode: 0o700)
        if try FileSystem.status(path)?.isOpenToOthers == true {
            guard unsafe chmod(path, 0o700) == 0 else { throw SystemError("close to others", path) }
        }
    }
}
