public import Daftar

/// Somebody who can be asked. Without a terminal there is nobody.
public protocol Person: AnyObject {
    /// What is typed, with nothing shown; nil at the end of input.
    func secret(_ prompt: String) throws(Exit) -> Passphrase?
    /// A line that is typed; nil at the end of input.
    func answer(_ question: String) throws(Exit) -> String?
}
