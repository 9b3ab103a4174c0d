import DaftarCommand
import Foundation
import Testing

/// What `make install` puts beside the program: completions and manual pages, both made from the help.
@Suite struct ShellTests {
    private let home: Home

    init() throws {
        home = try Home()
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
            .appending(path: "daftar").path
        let tool = URL(filePath: Home.vectors).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Tools/share.sh").path
        let result = try Validators.run("/bin/sh", [tool, program, home.file("share")])
        try #require(result.status == 0 && result.text == "", "\(result.text)")
    }

    @Test(arguments: [
        ("bash", "bash-completion/completions/daftar"), ("zsh", "zsh/site-functions/_daftar"),
        ("fish", "fish/vendor_completions.d/daftar.fish"),
    ])
    func eachShellReadsItsCompletions(_ shell: String, _ file: String) throws {
        let path = home.file("share/" + file), text = String(decoding: try home.read("share/" + file), as: UTF8.self)
        for word in ["verify", "bibtex", "disruption/site-block", "compromised", "seen-other-history"] {
            #expect(text.contains(word), "\(word)")
        }
        #expect(!text.contains("\u{FFFD}"))
        try judged(by: shell, ["-n", path])
    }

    /// Bash is asked as a person asks it: with the beginning of a word.
    @Test func bashCompletesWords() throws {
        for (line, answers) in [
            ("daftar ver", "verify"), ("daftar export --format bib", "bibtex"),
            ("daftar list --kind sanction/l", "sanction/lift"), ("daftar key gr", "grant"),
        ] {
            let script = """
                shopt -s extglob; source "$1"; COMP_LINE=$2; COMP_POINT=${#2}; COMP_WORDS=($2)
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); COMP_TYPE=9
                f=$(complete -p daftar | sed 's/.*-F \\([^ ]*\\).*/\\1/'); $f daftar "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"; printf '%s\\n' "${COMPREPLY[@]}"
                """
            let result = try Validators.run(
                "/bin/bash", ["-c", script, "bash", home.file("share/bash-completion/completions/daftar"), line])
            #expect(
                result.text.split(whereSeparator: \.isWhitespace) == [Substring(answers)], "\(line): \(result.text)")
        }
    }

    /// A page for each verb, with which mandoc finds nothing wrong.
    @Test func manualPages() throws {
        let pages = home.files("share/man/man1")
        for verb in HelpTests.verbs {
            let name = (["daftar"] + verb).joined(separator: "-")
            #expect(pages.contains("share/man/man1/\(name).1"), "\(name)")
        }
        let page = String(decoding: try home.read("share/man/man1/daftar-verify.1"), as: UTF8.self)
        for part in [".SH SYNOPSIS", ".SH OPTIONS", ".SH EXAMPLES", "\\fB\\-\\-trust\\fR \\fIdir\\fR"] {
            #expect(page.contains(part), "\(part)")
        }
        let main = String(decoding: try home.read("share/man/man1/daftar.1"), as: UTF8.self)
        #expect(main.contains(".SH EXIT STATUS") && main.contains("not vouched for"))
        try judged(by: "mandoc", ["-Tlint", "-Wwarning"] + pages.map(home.file))
    }

    /// Runs a program of others over it, which has nothing to say.
    private func judged(
        by program: String, _ arguments: [String], at location: SourceLocation = #_sourceLocation
    ) throws {
        guard try Validators.run("/bin/sh", ["-c", "command -v \(program)"]).status == 0 else {
            print("LOUD: \(program) is not installed: not judged by it")
            return
        }
        let result = try Validators.run("/usr/bin/env", [program] + arguments)
        #expect(result.status == 0 && result.text == "", "\(result.text)", sourceLocation: location)
    }
}
