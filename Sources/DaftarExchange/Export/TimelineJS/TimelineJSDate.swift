import Daftar

/// A date as TimelineJS3 takes it: a start, maybe an end, each with no more parts than are known.
///
/// TimelineJS draws what has an end as a bar, so only what lasted gets one. Of a date within bounds the start is what both
/// bounds share: *1–15 December 2023, one day* stands at December 2023. Where they don't share a year it stands at the
/// first bound, where only the last is known at that. The words, which are always shown, say which of these it is.
struct TimelineJSDate {
    struct Part {
        var year: Int
        var month: Int?
        var day: Int?
        /// Hour, minute and second, UTC.
        var time: (hour: Int, minute: Int, second: Int)?
    }

    let start: Part
    let end: Part?

    /// Nil where the date has no bound: TimelineJS has no place for it, and leaves the event out.
    init?(_ date: EDTF) {
        switch date.form {
        case .moment(let moment):
            start = Part(year: moment.day.year, month: moment.day.month, day: moment.day.day, time: moment.time)
            end = nil
        case .interval(.date(let first), .date(let last)):
            guard let start = Part(first.shownBounds) else { return nil }
            self.start = start
            // A month ends where it begins, as TimelineJS reads it: an end that isn't later is none.
            end = Part(last.shownBounds).flatMap { $0.key > start.key ? $0 : nil }
        case .interval(.date(let only), _), .interval(_, .date(let only)):
            guard let start = Part(only.shownBounds) else { return nil }
            (self.start, end) = (start, nil)
        default:
            guard let start = Part((date.bounds.min, date.bounds.max)) else { return nil }
            (self.start, end) = (start, nil)
        }
    }
}

extension TimelineJSDate.Part {
    /// What two bounds share; the first where that is nothing.
    fileprivate init?(_ bounds: (min: CivilDate?, max: CivilDate?)) {
        guard let day = bounds.min ?? bounds.max else { return nil }
        self.init(year: day.year)
        let other = bounds.min == nil ? day : bounds.max ?? day
        guard other.year == year, other.month == day.month else { return }
        month = day.month
        if other.day == day.day { self.day = day.day }
    }

    /// Orders parts as TimelineJS does, for which a month is its first day.
    fileprivate var key: Int { (year * 12 + (month ?? 1)) * 31 + (day ?? 1) }

    /// As an object of TimelineJS.
    var json: JSONValue {
        var members: JSONObject = ["year": .integer(year)]
        members["month"] = month.map { .integer($0) }
        members["day"] = day.map { .integer($0) }
        if let time {
            members["hour"] = .integer(time.hour)
            members["minute"] = .integer(time.minute)
            members["second"] = .integer(time.second)
        }
        return .object(members)
    }

    /// As the cells year, month, day and time of its sheet.
    var cells: [String] {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let time = time.map { "\(two($0.hour)):\(two($0.minute)):\(two($0.second))" }
        return [String(year), month.map(String.init) ?? "", day.map(String.init) ?? "", time ?? ""]
    }
}

extension EDTF.Date {
    fileprivate var shownBounds: (min: CivilDate?, max: CivilDate?) { (span?.first, span?.last) }
}
