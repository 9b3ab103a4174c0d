/// The steps of a verification (DESIGN §5). Findings carry their number; so do the files beside this one.
public enum Step: Int, Hashable, Sendable, Comparable, CaseIterable {
    case anchors = 1, checkpoint, bytes, tree, chain, statement, signatures, meaning, content, evidence, time, memory

    public static func < (x: Step, y: Step) -> Bool { x.rawValue < y.rawValue }
}
