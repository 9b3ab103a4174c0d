/// An array that grows without moving what it has: a ledger's size is not known to be true before it is read, and a
/// doubling array would hold twice the memory while it moves.
struct PagedArray<Element: Sendable>: Sendable {
    private static var pageSize: Int { 1 << 14 }
    private var pages: [[Element]] = []
    private(set) var count = 0

    mutating func append(_ element: Element) {
        if count & (Self.pageSize - 1) == 0 {
            var page: [Element] = []
            page.reserveCapacity(Self.pageSize)
            pages.append(page)
        }
        pages[pages.count - 1].append(element)
        count += 1
    }

    mutating func append(contentsOf elements: [Element]) {
        for element in elements { append(element) }
    }

    subscript(index: Int) -> Element {
        get { pages[index / Self.pageSize][index & (Self.pageSize - 1)] }
        set { pages[index / Self.pageSize][index & (Self.pageSize - 1)] = newValue }
    }
}
