/// The four kinds of entry that a person writes as a file. One description of fields serves all of them.
public enum EntryForm: String, Hashable, Sendable, CaseIterable {
    case event, correction, retraction, remark

    var fields: [Field] {
        switch self {
        case .event: EventFields.all
        case .correction: RemarkFields.correction
        case .retraction: RemarkFields.retraction
        case .remark: RemarkFields.remark
        }
    }

    /// A correction is the whole event once more.
    var isEvent: Bool { self == .event || self == .correction }

    var thing: String { self == .event ? "an event" : "a \(rawValue)" }
    var thisThing: String { "this \(rawValue)" }
}
