import Glibc

/// What glibc does with memory that was given back.
package enum FreedMemory {
    /// Keeps up to 32 MiB of it for the next read, instead of handing each page to the system and asking for it again: a
    /// verification reads gigabytes through buffers of a megabyte. The process never holds more than it did at its peak.
    ///
    /// glibc keeps twice as much as the largest block that it took from the system and gave back (mallopt(3),
    /// M_MMAP_THRESHOLD), so one is given back. Nothing is written to it, so it is never there.
    package static func keepForReuse() {
        var block: UnsafeMutableRawPointer?
        guard unsafe posix_memalign(&block, 1 << 12, 16 << 20) == 0 else { return }
        unsafe free(block)
    }
}
