/// Why an archive is not read, or can't be written.
public enum ZipError: Error, Hashable, Sendable {
    /// No archive, or one that was cut short.
    case noArchive
    /// More than 4 GiB or 65,534 files.
    case tooLarge
    /// Compressed, encrypted, with times or extra fields: not the one spelling that we write.
    case otherSpelling(String)
    /// A name that climbs out, or holds anything but letters, digits and `. _ -`.
    case name(String)
    /// Not ascending, or there twice.
    case order(String)
    /// There are bytes that the directory does not tell of, or it tells of bytes that are not there.
    case gap(String)
    /// The file's bytes are not those that were packed.
    case checksum(String)
    case read(String)
}
