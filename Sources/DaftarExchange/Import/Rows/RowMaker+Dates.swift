import Daftar

// Dates: in a stated form, in one that has a single reading, in columns of their own, from one column to another.
extension RowMaker {
    /// A date as it stands in one cell, or a diagnostic that shows how it can be read.
    mutating func date(_ text: String, _ plan: CellPlan, _ node: SourceNode, _ field: Field) -> SourceNode? {
        var text = text
        if !plan.words.isEmpty, let word = plan.words[CellReader.folded(text)] {
            guard !word.isEmpty else { return nil }
            text = word
        }
        if !plan.forms.isEmpty { return stated(text, plan.forms, node) }
        switch LooseDate.read(text) {
        case .one(let date): return date == node.scalar ? node : node.saying(date)
        case .several(let readings):
            ambiguous(text, readings, node)
            return nil
        case .none:
            guard let day = SerialDay.date(text) else { return text == node.scalar ? node : node.saying(text) }
            findings.add(
                .dateForm, "`\(text)` is no date", at: node.place, label: "a spreadsheet's number for \(day)?",
                hint: "show the column as text, YYYY-MM-DD; or form: serial in a map")
            return nil
        }
    }

    private mutating func stated(_ text: String, _ forms: [DateForm], _ node: SourceNode) -> SourceNode? {
        for form in forms { if let date = form.edtf(text) { return node.saying(date) } }
        // Whoever writes EDTF into such a column means it.
        if (try? EDTF(parsing: text)) != nil { return node.saying(text) }
        let named = forms.map { "`\($0.pattern)`" }.joined(separator: " or ")
        findings.add(.dateForm, "`\(text.shortened)` is not written as \(named), nor in EDTF", at: node.place)
        return nil
    }

    private mutating func ambiguous(_ text: String, _ readings: [String], _ node: SourceNode) {
        let either = readings.joined(separator: " or ")
        findings.add(
            .dateAmbiguous, "`\(text.shortened)` can be read as \(either)", at: node.place,
            label: readings.count == 1 ? "two digits are no year" : nil,
            hint: "write it as EDTF; or say in a map how the column is written: form: D/M/Y")
    }

    // MARK: In columns of their own

    mutating func date(_ parts: DateParts) -> SourceNode? {
        guard let (from, node) = date(parts.year, parts.month, parts.day) else { return nil }
        guard let (to, _) = date(parts.endYear, parts.endMonth, parts.endDay), to != from else {
            return node.saying(from)
        }
        return node.saying(from + "/" + to)
    }

    private mutating func date(
        _ year: ColumnName?, _ month: ColumnName?, _ day: ColumnName?
    ) -> (String, SourceNode)? {
        let month = cell(month), day = cell(day)
        guard let year = cell(year), let text = year.scalar else {
            if let stray = month ?? day { findings.add(.dateForm, "there is no year beside it", at: stray.place) }
            return nil
        }
        if month == nil, let day { findings.add(.dateForm, "a day, and no month", at: day.place) }
        guard text.utf8.count == 4, let number = Int(text) else {
            findings.add(.dateForm, "`\(text.shortened)` is no year of four digits", at: year.place)
            return nil
        }
        let monthNumber = month.flatMap { self.number($0, upTo: 12) },
            dayNumber = day.flatMap { self.number($0, upTo: 31) }
        return (DateForm.text(number, monthNumber, monthNumber == nil ? nil : dayNumber), year)
    }

    private mutating func number(_ node: SourceNode, upTo limit: Int) -> Int? {
        let text = node.scalar ?? ""
        if let number = Int(text), (1...limit).contains(number) { return number }
        if limit == 12, let month = MonthName.number(text) { return month }
        findings.add(.dateForm, "`\(text.shortened)` is no \(limit == 12 ? "month" : "day")", at: node.place)
        return nil
    }

    // MARK: From one column to another

    mutating func span(_ from: ColumnName, _ to: ColumnName, _ ongoing: [String], _ plan: CellPlan) -> SourceNode? {
        guard let start = cell(from) else {
            if let end = cell(to) { findings.add(.dateForm, "there is no beginning beside it", at: end.place) }
            return nil
        }
        guard let first = date(start.scalar ?? "", plan, start, RowMaker.dateField) else { return nil }
        guard let end = cell(to), let text = end.scalar else { return first }
        if ongoing.contains(CellReader.folded(text)) { return first.saying((first.scalar ?? "") + "/..") }
        guard let last = date(text, plan, end, RowMaker.dateField) else { return nil }
        return last.scalar == first.scalar ? first : first.saying((first.scalar ?? "") + "/" + (last.scalar ?? ""))
    }

    private static let dateField = Field("date", .date, "a date")
}
