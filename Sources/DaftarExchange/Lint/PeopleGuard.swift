import Daftar

/// Warns of what may endanger a person (DOMAIN §7): once it is published it can't be taken back.
enum PeopleGuard {
    static func check(_ text: String, _ node: SourceNode, _ findings: inout Findings) {}
    static func checkAddress(_ text: String, _ node: SourceNode, _ findings: inout Findings) {}
}
