import Foundation

/// A timestamp authority that `openssl` makes on the spot, below a root of its own: `root.pem`, `tsa.pem`.
struct TimestampAuthority {
    struct Failed: Error { let command: [String], output: String }

    let home: Home
    let folder: String

    init(_ folder: String = "tsa", in home: Home) throws {
        (self.home, self.folder) = (home, folder)
        try home.write(Self.configuration, folder + "/ts.cnf")
        for (name, text) in [("serial", "01\n"), ("ca.serial", "01\n"), ("ca.index", "")] {
            try home.write(text, folder + "/" + name)
        }
        let key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"]
        try openssl(["req", "-x509", "-subj", "/CN=Root", "-keyout", "root.key", "-out", "root.pem"] + key)
        try openssl(["req", "-new", "-subj", "/CN=Clock", "-keyout", "tsa.key", "-out", "tsa.csr"] + key)
        try certify("usage", to: "tsa.pem")
    }

    /// A certificate of the authority's key for some usage, `usage` or `wrong`, that expires after so many seconds.
    func certify(_ usage: String, to name: String, lifetime: Int = 86_400) throws {
        let now = Date(), format = DateFormatter()
        format.dateFormat = "yyMMddHHmmss'Z'"
        format.timeZone = TimeZone(identifier: "UTC")
        try openssl([
            "ca", "-batch", "-config", "ts.cnf", "-name", "ca", "-in", "tsa.csr", "-out", name, "-notext", "-startdate",
            format.string(from: now - 60), "-enddate", format.string(from: now + Double(lifetime)), "-extensions",
            usage,
        ])
    }

    /// Answers a request of the home.
    func answer(_ request: String, to response: String) throws {
        try openssl(
            ["ts", "-reply", "-config", "ts.cnf", "-section", "here", "-signer", "tsa.pem", "-inkey", "tsa.key"]
                + ["-queryfile", home.file(request), "-out", home.file(response)])
    }

    /// The same time, signed once more by a certificate that is not for timestamps.
    func answerWrongly(_ request: String, to response: String) throws {
        try answer(request, to: folder + "/good.tsr")
        try openssl(["ts", "-reply", "-in", "good.tsr", "-token_out", "-out", "good.token"])
        try openssl(["cms", "-verify", "-inform", "DER", "-in", "good.token", "-noverify", "-out", "info.der"])
        try certify("wrong", to: "wrong.pem")
        try openssl([
            "cms", "-sign", "-binary", "-nodetach", "-cades", "-econtent_type", "1.2.840.113549.1.9.16.1.4", "-md",
            "sha256",
            "-in", "info.der", "-signer", "wrong.pem", "-inkey", "tsa.key", "-outform", "DER", "-out", "wrong.token",
        ])
        try openssl(["ts", "-reply", "-in", "wrong.token", "-token_in", "-out", home.file(response)])
    }

    @discardableResult
    func openssl(_ arguments: [String]) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.currentDirectoryURL = URL(filePath: home.file(folder))
        process.standardOutput = pipe
        process.standardError = pipe
        process.standardInput = FileHandle.nullDevice
        try process.run()
        let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failed(command: arguments, output: output) }
        return output
    }

    private static let configuration = """
        [ca]
        database = ca.index
        serial = ca.serial
        new_certs_dir = .
        certificate = root.pem
        private_key = root.key
        default_md = sha256
        policy = anything
        unique_subject = no
        [anything]
        commonName = supplied
        [usage]
        extendedKeyUsage = critical,timeStamping
        [wrong]
        extendedKeyUsage = critical,codeSigning
        [here]
        serial = serial
        signer_digest = sha256
        default_policy = 1.2.3.4
        digests = sha256

        """
}
