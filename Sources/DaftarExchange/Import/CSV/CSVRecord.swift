/// One row of a table as it lies in its file, before it is taken apart.
struct CSVRecord: Sendable {
    /// What stands there, its line ends as `\n`, without the one that ends it.
    let bytes: [UInt8]
    /// Where it begins in the file, from 1.
    let line: Int
    /// As a spreadsheet numbers its rows: from 1, the header's and empty ones too.
    let number: Int
    /// Why its cells can't be told apart.
    var fault: CSVFault?
}

/// What is wrong with the quotes or the size of a row.
struct CSVFault: Hashable, Sendable {
    enum Reason: Hashable, Sendable {
        /// A quote opens and nothing closes it before the end of the file.
        case unclosed
        /// It closes only in a later line, in the middle of something: mostly the opening one was no quote at all.
        case closesInside(line: Int)
        /// Something follows the closing quote in the same line.
        case textBehind
        /// More bytes than a row may have.
        case tooLong
    }

    let reason: Reason
    /// Where it is: the byte of ``CSVRecord/bytes``.
    let offset: Int
}
