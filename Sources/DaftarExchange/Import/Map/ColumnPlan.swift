/// Where a field of an event comes from.
indirect enum ColumnPlan: Sendable {
    /// One cell, or what is the same in every row.
    case cell(CellPlan)
    /// Words from several columns.
    case words([CellPlan])
    /// A text in several languages, each from a column of its own.
    case texts([(language: String, plan: CellPlan)])
    /// One thing.
    case thing(ThingPlan)
    /// Things, each from columns of its own.
    case things([ThingPlan])
    /// Things of which each column holds several: the first of each makes the first thing.
    case each(separator: String, ThingPlan)
    /// As it stands in the map.
    case fixed(SourceNode)
}

/// The fields of a thing, in the order of the map.
struct ThingPlan: Sendable {
    var members: [(field: Field, plan: ColumnPlan)]
}

/// A column by its name, and by its place in the table once that is known.
struct ColumnName: Sendable {
    let name: String
    /// Where the map names it.
    let place: SourcePlace
    var index: Int?
}

/// What one value comes from, and how it is spelt there.
struct CellPlan: Sendable {
    /// Where the text comes from.
    indirect enum Origin: Sendable {
        case column(ColumnName)
        case value(String)
        /// Several columns in one text: `join: [Country, Date]`.
        case join([ColumnName], by: String)
        /// Who answers at an address: `host-of: Link`.
        case host(ColumnName)
        /// A date of several columns.
        case parts(DateParts)
        /// A date from one column to another.
        case span(from: ColumnName, to: ColumnName, ongoing: [String])
    }

    var origin: Origin
    /// What to take where that is empty.
    var otherwise: [CellPlan] = []
    /// What separates several values in one cell.
    var separator: String?
    /// Words of the sheet, and ours for them.
    var words: [String: String] = [:]
    /// How dates are written.
    var forms: [DateForm] = []
    var spelling: Spelt = .plain

    /// What is done with the text of a cell.
    enum Spelt: String, Sendable, CaseIterable {
        case plain
        /// `Mobile 5G` becomes `mobile-5g`.
        case handle
        /// The English name of a place becomes its code.
        case place
        /// Tags are taken out.
        case html
        /// `SHA-256:ABCD…` becomes `sha256:abcd…`.
        case digest
        /// An apostrophe that our own export put before the text is taken away.
        case guarded
    }
}

/// The columns that a date is spread over.
struct DateParts: Sendable {
    var year: ColumnName
    var month: ColumnName?
    var day: ColumnName?
    var endYear: ColumnName?
    var endMonth: ColumnName?
    var endDay: ColumnName?
}
