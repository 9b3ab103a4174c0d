import Daftar

// Where a timeline puts an event.
extension RecordedEvent {
    /// The year under which it stands: that of its first day, else of its last; nil where neither is known.
    var timelineYear: Int? {
        let bounds = content.date?.edtf?.bounds
        return (bounds?.min ?? bounds?.max)?.year
    }

    /// The family of its kind; `other` for a word that the vocabulary doesn't know, of which there might be any number.
    var timelineGroup: String {
        guard let kind = content.kind else { return RecordedEvent.otherGroup }
        let family = String(kind.family)
        return Kind.isFamily(family) ? family : RecordedEvent.otherGroup
    }

    static let otherGroup = "other"
}
