// The columns that a plan names, to be found in a table's header.
extension ColumnPlan {
    /// Calls `body` for each column that is named.
    mutating func forEachColumn(_ body: (inout ColumnName) -> Void) {
        switch self {
        case .cell(var plan):
            plan.forEachColumn(body)
            self = .cell(plan)
        case .words(var plans):
            for i in plans.indices { plans[i].forEachColumn(body) }
            self = .words(plans)
        case .texts(var texts):
            for i in texts.indices { texts[i].plan.forEachColumn(body) }
            self = .texts(texts)
        case .thing(var thing):
            thing.forEachColumn(body)
            self = .thing(thing)
        case .things(var things):
            for i in things.indices { things[i].forEachColumn(body) }
            self = .things(things)
        case .each(let separator, var thing):
            thing.forEachColumn(body)
            self = .each(separator: separator, thing)
        case .fixed: break
        }
    }

    /// True where something can come of it: a column of the table, or what is the same in every row.
    var canGive: Bool {
        switch self {
        case .cell(let plan): plan.canGive
        case .words(let plans): plans.contains(where: \.canGive)
        case .texts(let texts): texts.contains(where: \.plan.canGive)
        case .thing(let thing), .each(_, let thing): thing.hasColumn
        case .things(let things): things.contains(where: \.hasColumn)
        case .fixed: true
        }
    }
}

extension ThingPlan {
    mutating func forEachColumn(_ body: (inout ColumnName) -> Void) {
        for i in members.indices { members[i].plan.forEachColumn(body) }
    }

    /// What is the same in every row makes no thing by itself.
    var hasColumn: Bool {
        var copy = self, found = false
        copy.forEachColumn { if $0.index != nil { found = true } }
        return found
    }
}

extension CellPlan {
    mutating func forEachColumn(_ body: (inout ColumnName) -> Void) {
        origin.forEachColumn(body)
        for i in otherwise.indices { otherwise[i].forEachColumn(body) }
    }

    var canGive: Bool { origin.canGive || otherwise.contains(where: \.canGive) }
}

extension CellPlan.Origin {
    mutating func forEachColumn(_ body: (inout ColumnName) -> Void) {
        switch self {
        case .column(var name):
            body(&name)
            self = .column(name)
        case .host(var name):
            body(&name)
            self = .host(name)
        case .join(var names, let by):
            for i in names.indices { body(&names[i]) }
            self = .join(names, by: by)
        case .span(var from, var to, let ongoing):
            body(&from)
            body(&to)
            self = .span(from: from, to: to, ongoing: ongoing)
        case .parts(var parts):
            parts.forEachColumn(body)
            self = .parts(parts)
        case .value: break
        }
    }

    var canGive: Bool {
        var copy = self, found = false
        if case .value = self { return true }
        copy.forEachColumn { if $0.index != nil { found = true } }
        return found
    }
}

extension DateParts {
    mutating func forEachColumn(_ body: (inout ColumnName) -> Void) {
        func visit(_ name: inout ColumnName?) { if var column = name { body(&column); name = column } }
        body(&year)
        visit(&month)
        visit(&day)
        visit(&endYear)
        visit(&endMonth)
        visit(&endDay)
    }
}
